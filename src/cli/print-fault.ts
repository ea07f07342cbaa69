import { existsSync, readFileSync } from 'node:fs';
import type { Fault, Place } from '../base/index.ts';
import type { Terminal } from './terminal.ts';

/** Codes after which the same source may well become an invoice later. */
const NOT_YET = new Set(['NOT_CAPTURED', 'PAYMENT_DETAILS_MISSING', 'TRANSACTION_ON_HOLD']);

/**
 * Prints a fault: one line of what and where with its code, the excerpt of the file where there is a place, and what to
 * do next. `subject` is the input the command was working on.
 */
export function printFault(terminal: Terminal, fault: Fault, subject: string): void {
  terminal.json(fault);
  if (terminal.voice.json) return;
  const code = terminal.quietly(`(${fault.code})`);
  const mark = terminal.mark('fault');
  if (fault.place !== undefined) {
    const { file, line, column } = fault.place;
    terminal.insist(`${mark} ${terminal.strongly(`${file}:${line}:${column}`)}  ${fault.message} ${code}`);
    printExcerpt(terminal, fault.place);
  } else if (fault.kind === 'input') {
    const verdict = NOT_YET.has(fault.code) ? 'cannot become an invoice yet' : 'cannot become an invoice';
    terminal.insist(`${mark} ${terminal.strongly(subject)} ${verdict} ${code}`);
    terminal.insist('');
    terminal.insist(`  ${fault.message}`);
    if (fault.path !== undefined) terminal.insist(`  at  ${fault.path}`);
  } else {
    terminal.insist(`${mark} ${fault.message} ${code}`);
    if (fault.path !== undefined) terminal.insist(`  at  ${fault.path}`);
  }
  terminal.insist(`  ${fault.hint}`);
  if (terminal.voice.verbose && fault.cause instanceof Error)
    terminal.insist(terminal.quietly(`  ${fault.cause.stack ?? ''}`));
}

/** The line before, the line itself and a caret under the column. */
function printExcerpt(terminal: Terminal, place: Place): void {
  if (!existsSync(place.file)) return;
  const lines = readFileSync(place.file, 'utf8').split('\n');
  const first = Math.max(1, place.line - 1);
  const gutter = String(place.line).length;
  terminal.insist('');
  for (let number = first; number <= place.line; number += 1) {
    terminal.insist(`  ${terminal.quietly(`${String(number).padStart(gutter)} │`)} ${lines[number - 1] ?? ''}`);
  }
  const word = /^[\w-]+/.exec((lines[place.line - 1] ?? '').slice(place.column - 1))?.[0] ?? ' ';
  const indent = ' '.repeat(Math.max(0, place.column - 1));
  terminal.insist(
    `  ${terminal.quietly(`${' '.repeat(gutter)} │`)} ${indent}${terminal.caution('^'.repeat(word.length))}`,
  );
}
