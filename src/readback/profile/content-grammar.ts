import type { PdfObject } from '../objects/object.ts';
import { OutsideProfile } from './outside-profile.ts';

/** Operators that take numbers alone, with how many. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['rg', 3],
  ['RG', 3],
  ['w', 1],
  ['J', 1],
  ['j', 1],
  ['M', 1],
  ['Tc', 1],
  ['Ts', 1],
  ['Td', 2],
  ['m', 2],
  ['l', 2],
  ['c', 6],
  ['re', 4],
  ['cm', 6],
]);

/** Operators that take nothing. */
const BARE: ReadonlySet<string> = new Set(['BT', 'ET', 'f', 'f*', 'B', 'B*', 'S', 'h', 'q', 'Q', 'W', 'n', 'EMC']);

const TEXT_OPERATORS: ReadonlySet<string> = new Set(['Td', 'TJ', 'Ts', 'ET']);

const PATH_OPERATORS: ReadonlySet<string> = new Set(['m', 'l', 'c', 'h', 'f', 'f*', 'B', 'B*', 'S', 'W', 'n']);

/**
 * What may come next. Two things are drawn between saving and restoring: `q … cm /Name Do Q`, a picture, and
 * `q … re W n … f Q`, a path that is cut off at a box. Outside it is what may not come.
 */
const STEPS = {
  outside: new Set(['cm', 'Do', 'Q', 'W', 'n']),
  saved: new Set(['cm', 're']),
  placed: new Set(['Do']),
  boxed: new Set(['W']),
  bounded: new Set(['n']),
  clipped: new Set(['m', 're', 'l', 'c', 'h', 'f', 'f*', 'B', 'B*', 'S']),
  drawn: new Set(['Q']),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

/** How far a page is in what is drawn between saving and restoring. */
export type DrawingStep = keyof typeof STEPS;

/** Where in a page's content an operator stands. */
export interface OperatorPlace {
  readonly step: DrawingStep;
  readonly inText: boolean;
  readonly inPath: boolean;
}

/** Demands that an operator may stand where it does. */
export function demandPlace(operator: string, { step, inText, inPath }: OperatorPlace): void {
  if (STEPS[step].has(operator) === (step === 'outside')) throw new OutsideProfile(`${operator} between q and Q`);
  if (inText && !TEXT_OPERATORS.has(operator)) throw new OutsideProfile(`${operator} in a text object`);
  if (inPath && !PATH_OPERATORS.has(operator)) throw new OutsideProfile(`${operator} in a path`);
}

/** The numbers of an operator that takes just so many of them; null for operators that take something else. */
export function demandOperands(operator: string, operands: readonly PdfObject[]): readonly number[] | null {
  const count = BARE.has(operator) ? 0 : NUMBERS.get(operator);
  if (count === undefined) return null;
  if (operands.length !== count) throw new OutsideProfile(`${operator} with ${operands.length} operands`);
  if (!areNumbers(operands)) throw new OutsideProfile(`an operand of ${operator} that is no number`);
  return operands;
}

function areNumbers(operands: readonly PdfObject[]): operands is readonly number[] {
  return operands.every((operand) => typeof operand === 'number');
}
