import { type Report, toReport, type Voices } from '../../base/index.ts';
import { compareWitness } from '../../check/index.ts';
import { createEngine } from '../../engine.ts';
import { describeCount } from '../amounts.ts';
import { type EngineFlags, toEngineOptions } from '../engine-flags.ts';
import { EXIT } from '../exit-codes.ts';
import { readInput } from '../files.ts';
import { printFindings } from '../print-findings.ts';
import type { Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

export interface ValidateFlags extends EngineFlags {
  readonly source: string;
  readonly strict?: boolean;
  readonly witness?: string;
}

/** `fakturapress validate FILE.pdf --source SOURCE`: does this document say what the session says? */
export const validateCommand: Command<ValidateFlags> = async ({ terminal }, file, flags) => {
  const engine = await createEngine(toEngineOptions(flags));
  try {
    const pdf = readInput(file);
    const proof = await engine.validate(pdf, readInput(flags.source), { strict: flags.strict ?? false });
    const witness = flags.witness === undefined ? null : await compareWitness(pdf, readInput(flags.witness));
    const report = toReport([...proof.findings, ...(witness?.findings ?? [])], proof.facts, proof.channels);
    terminal.json(witness === null ? report : { ...report, witness });
    if (report.verdict === 'valid') {
      tellRight(terminal, file, report);
      if (witness !== null) terminal.say(`  ${flags.witness} agrees: ${Object.keys(witness.facts).join(', ')}`);
      if (!terminal.voice.json && !terminal.voice.quiet) printFindings(terminal, report.findings);
      return EXIT.ok;
    }
    if (!terminal.voice.json) tellWrong(terminal, file, report, proof.verdict === 'valid');
    return EXIT.findings;
  } finally {
    await engine.close();
  }
};

function tellRight(terminal: Terminal, file: string, { facts, channels }: Report): void {
  const count = describeCount(Object.keys(facts).length, 'fact');
  const subject = `${terminal.mark('ok')} ${terminal.strongly(file)} matches its session`;
  if (channels.text === 'marked') {
    terminal.result(`${subject}   ${count} proven`);
    return;
  }
  terminal.result(`${subject}   ${count} found by their labels`);
  terminal.say(`  It was not made here and marks no facts; labels are no proof. ${describeSilence(channels)}`);
}

function tellWrong(terminal: Terminal, file: string, report: Report, isWitnessAlone: boolean): void {
  const errors = report.findings.filter((finding) => finding.severity === 'error').length;
  const what = isWitnessAlone ? 'differs from its witness' : 'does not match its session';
  terminal.insist(`${terminal.mark('fault')} ${terminal.strongly(file)} ${what}: ${describeCount(errors, 'finding')}`);
  terminal.insist('');
  printFindings(terminal, report.findings);
  terminal.insist('');
  if (report.channels.text === 'labelled') terminal.insist(`  It marks no facts. ${describeSilence(report.channels)}`);
  terminal.insist(
    isWitnessAlone
      ? '  Find out which of the two is right before either is sent.'
      : '  Kravia collects by the session. Do not send this document.',
  );
}

/** What a document of another maker could not be asked. */
function describeSilence(channels: Voices): string {
  const silent = Object.entries(channels).flatMap(([channel, voice]) => (voice === 'silent' ? [channel] : []));
  return silent.length === 0 ? '' : `Silent: ${silent.join(', ')}.`;
}
