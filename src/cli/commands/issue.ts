import { createEngine } from '../../engine.ts';
import { type IssueStep, issueInvoice } from '../../issue-invoice.ts';
import { describeCount, describeDuration, describeMoney } from '../amounts.ts';
import { toCaptureJournal } from '../capture-journal.ts';
import { type DinteroFlags, toDinteroClient, toTimeoutMs } from '../dintero-client.ts';
import { type EngineFlags, toEngineOptions } from '../engine-flags.ts';
import { EXIT } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import { printFindings } from '../print-findings.ts';
import type { Command } from './command.ts';
import { toRenderJson, writeOut } from './render.ts';

export interface IssueFlags extends EngineFlags, DinteroFlags {
  readonly witness?: boolean;
}

const STEPS: Readonly<Record<IssueStep, string>> = {
  read: 'reading the transaction',
  capture: 'capturing',
  wait: 'waiting for Kravia’s payment details',
  render: 'rendering',
  prove: 'proving',
  witness: 'holding it against Kravia’s own PDF',
};

/** `fakturapress issue ID`: from an authorised transaction to a proven document. Calling again is safe. */
export const issueCommand: Command<IssueFlags> = async ({ terminal, host }, id, flags) => {
  if (flags.output === '-' && terminal.voice.json) {
    throw cliFaults.USAGE({ message: 'Unexpected --json beside -o -, expected one of them.' });
  }
  if (flags.kind === 'credit-note') {
    throw cliFaults.USAGE({
      message: 'Unexpected --kind credit-note, expected an invoice: credit notes come with void.',
    });
  }
  const started = host.clock();
  const client = toDinteroClient(host, flags);
  const engine = await createEngine(toEngineOptions(flags));
  try {
    const issued = await issueInvoice(client, id, engine, {
      timeoutMs: toTimeoutMs(flags),
      journal: toCaptureJournal(host, terminal),
      witness: flags.witness ?? false,
      onStep: (step) => terminal.voice.verbose && terminal.say(terminal.quietly(`  ${STEPS[step]}`)),
    });
    const { document, rendered, report, capture, witness } = issued;
    const file = document === null ? null : writeOut(document, flags, terminal.bytes.bind(terminal));
    terminal.json({ ...toRenderJson(file, rendered, report), transactionId: issued.source.id, capture, witness });
    if (document === null || file === null) {
      const isWitnessAlone = report.verdict === 'valid';
      const what = isWitnessAlone ? 'is not confirmed by Kravia’s own PDF' : 'does not match its session';
      terminal.insist(`${terminal.mark('fault')} ${id} gave a document that ${what}`);
      printFindings(terminal, isWitnessAlone ? (witness?.findings ?? []) : report.findings);
      terminal.insist('  Nothing was written.');
      if (isWitnessAlone) terminal.insist('  It matches its session; without --witness it is written.');
      return EXIT.findings;
    }
    const columns = [
      `${terminal.mark('ok')} ${terminal.strongly(file)}`,
      describeMoney({ minor: document.invoice.totals.payableMinor, currency: document.invoice.currency }),
      capture === 'started' ? 'captured' : 'captured before',
      `${describeCount(Object.keys(report.facts).length, 'fact')} proven`,
      describeDuration(host.clock() - started),
    ];
    if (flags.output === '-') terminal.say(columns.join('   '));
    else terminal.result(columns.join('   '));
    if (witness !== null) {
      terminal.say(`  Kravia’s own PDF agrees: ${Object.keys(witness.facts).join(', ')}`);
      if (!terminal.voice.json && !terminal.voice.quiet) printFindings(terminal, witness.findings);
    }
    return EXIT.ok;
  } finally {
    await engine.close();
  }
};
