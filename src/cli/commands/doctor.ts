import { examine } from '../../examine.ts';
import { EXIT } from '../exit-codes.ts';
import { alignColumns } from '../terminal.ts';
import type { Command } from './command.ts';

/** `fakturapress doctor`: every part the package leans on, tried for real. */
export const doctorCommand: Command<object> = async ({ terminal }) => {
  const checks = await examine(process.versions.node);
  terminal.json({ healthy: checks.every((check) => check.healthy), checks });
  const rows = checks.map((check) => [
    `${terminal.mark(check.healthy ? 'ok' : 'fault')} ${check.name}`,
    check.healthy ? check.detail : terminal.caution(check.detail),
  ]);
  for (const line of alignColumns(rows)) terminal.result(line);
  return checks.every((check) => check.healthy) ? EXIT.ok : EXIT.template;
};
