import { findTransaction } from '../../dintero/index.ts';
import { createEngine } from '../../engine.ts';
import { proveRendered } from '../../prove-rendered.ts';
import { type DinteroFlags, toDinteroClient } from '../dintero-client.ts';
import { type EngineFlags, toEngineOptions } from '../engine-flags.ts';
import { EXIT } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import { printFindings } from '../print-findings.ts';
import type { Command } from './command.ts';
import { toRenderJson, writeOut } from './render.ts';

export interface VoidFlags extends EngineFlags, DinteroFlags {}

/**
 * `fakturapress void ID`: cancels an invoice, also one that was delivered by ourselves. With `--credit-note-number` it
 * then writes the credit note that takes the document back; without, it says how to.
 */
export const voidCommand: Command<VoidFlags> = async ({ terminal, host }, given, flags) => {
  const { creditNoteNumber } = flags;
  if (flags.output !== undefined && creditNoteNumber === undefined) {
    throw cliFaults.USAGE({ message: 'Unexpected -o without --credit-note-number: only a credit note is written.' });
  }
  if (flags.output === '-' && terminal.voice.json) {
    throw cliFaults.USAGE({ message: 'Unexpected --json beside -o -, expected one of them.' });
  }
  const client = toDinteroClient(host, flags);
  // A brand or template that is at fault shows before anything is cancelled.
  const engine =
    creditNoteNumber === undefined ? null : await createEngine(toEngineOptions({ ...flags, kind: 'credit-note' }));
  try {
    const { id } = await findTransaction(client, given);
    const { how } = await client.void(id);
    const done = how === 'already' ? 'was cancelled already' : 'is cancelled';
    if (engine === null) {
      terminal.json({ transactionId: id, voided: true, already: how === 'already', creditNote: null });
      terminal.result(`${terminal.mark('ok')} ${terminal.strongly(id)} ${done}`);
      terminal.say('  If its invoice was sent, take it back with a credit note of your own number series:');
      terminal.say(`  fakturapress void ${id} --credit-note-number NUMBER --brand FILE`);
      return EXIT.ok;
    }
    const source = await client.getTransaction(id, { includes: 'session' });
    const rendered = engine.render(source);
    const report = await proveRendered(engine, rendered, source);
    const file = report.verdict === 'valid' ? writeOut(rendered, flags, terminal.bytes.bind(terminal)) : null;
    const creditNote = toRenderJson(file, rendered, report);
    terminal.json({ transactionId: id, voided: true, already: how === 'already', creditNote });
    if (file === null) {
      terminal.insist(`${terminal.mark('fault')} ${id} ${done}, but its credit note does not match the session`);
      printFindings(terminal, report.findings);
      return EXIT.findings;
    }
    const line = `${terminal.mark('ok')} ${terminal.strongly(id)} ${done}   credit note ${file}`;
    if (flags.output === '-') terminal.say(line);
    else terminal.result(line);
    return EXIT.ok;
  } finally {
    await engine?.close();
  }
};
