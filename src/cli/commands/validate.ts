import { createEngine } from '../../engine.ts';
import { describeCount } from '../amounts.ts';
import { type EngineFlags, toEngineOptions } from '../engine-flags.ts';
import { EXIT } from '../exit-codes.ts';
import { readInput } from '../files.ts';
import { printFindings } from '../print-findings.ts';
import type { Command } from './command.ts';

export interface ValidateFlags extends EngineFlags {
  readonly source: string;
  readonly strict?: boolean;
}

/** `fakturapress validate FILE.pdf --source SOURCE`: does this document say what the session says? */
export const validateCommand: Command<ValidateFlags> = async ({ terminal }, file, flags) => {
  const engine = await createEngine(toEngineOptions(flags));
  try {
    const report = await engine.validate(readInput(file), readInput(flags.source), { strict: flags.strict ?? false });
    terminal.json(report);
    if (report.verdict === 'valid') {
      const proven = describeCount(Object.keys(report.facts).length, 'fact');
      terminal.result(`${terminal.mark('ok')} ${terminal.strongly(file)} matches its session   ${proven} proven`);
      if (!terminal.voice.json && !terminal.voice.quiet) printFindings(terminal, report.findings);
      return EXIT.ok;
    }
    if (!terminal.voice.json) {
      const errors = report.findings.filter((finding) => finding.severity === 'error').length;
      terminal.insist(
        `${terminal.mark('fault')} ${terminal.strongly(file)} does not match its session: ${describeCount(errors, 'finding')}`,
      );
      terminal.insist('');
      printFindings(terminal, report.findings);
      terminal.insist('');
      terminal.insist('  Kravia collects by the session. Do not send this document.');
    }
    return EXIT.findings;
  } finally {
    await engine.close();
  }
};
