// What every peer draws: the same lines in two faces under the same logo, on A4. No tags, no PDF/A, no check.
import { readFileSync } from 'node:fs';

const path = (name) => new URL(`../../${name}`, import.meta.url);
export const FONTS = { regular: path('fonts/source-sans-3/400.ttf'), bold: path('fonts/source-sans-3/600.ttf') };
export const LOGO = path('fixtures/classic-comp/logo.png');

/** Read once, for peers that take bytes. */
export const BYTES = {
  regular: readFileSync(FONTS.regular),
  bold: readFileSync(FONTS.bold),
  logo: readFileSync(LOGO),
};

/** Cells of each line: description, quantity, unit, price, net amount, rate, amount. */
export function toRows(lines, serial) {
  return Array.from({ length: lines }, (_, line) => [
    `Espresso Fjord, hele bønner 1 kg, parti ${serial}-${line}`,
    String(1 + (line % 7)),
    'pk',
    '186,00',
    '4 464,00',
    '15 %',
    '5 133,60',
  ]);
}

/** In points: where the title stands, where lines begin, and where pages end. */
export const PLACES = { margin: 57, title: 240, first: 300, next: 60, last: 760, step: 24, logo: 60 };

/** Left edge and width of each column; all but the first are set to the right. */
export const COLUMNS = [
  [57, 200],
  [260, 45],
  [310, 45],
  [360, 45],
  [410, 45],
  [460, 30],
  [490, 50],
];
