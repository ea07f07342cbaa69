import { z } from 'zod';
import type { MinorUnits } from '../../base/index.ts';
import type { dinteroFaults } from '../faults.ts';
import { quoteText } from '../quote.ts';

/** Codes that a schema can raise; any other zod issue becomes SOURCE_INVALID. */
type WireFaultCode = keyof typeof dinteroFaults;

/** What a refused value looks like to the fault that reports it; see `toWireFault`. */
export interface WireIssue {
  readonly code: WireFaultCode;
  /** The value as it may be shown, or its kind where it may be personal. */
  readonly found: string;
  readonly expected: string;
}

/** Longest texts by field, in UTF-16 units. Nothing is cut; what is longer is refused. */
export const MAX_NAME_LENGTH = 300;
export const MAX_REFERENCE_LENGTH = 255;
export const MAX_DESCRIPTION_LENGTH = 2000;

/** Longest lists. */
export const MAX_LINES = 20_000;
export const MAX_EVENTS = 10_000;

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const FORBIDDEN_CHARACTER = /\0|\p{Surrogate}/u;
const MAX_QUANTITY_DECIMALS = 6;

/** Money: a JSON integer in minor units. Refuses floats, numeric strings, NaN, −0, null and unsafe integers. */
export const amount = z.custom<MinorUnits>().superRefine((value, context) => {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return;
  const expected = 'an integer in minor units';
  refuse(context, { code: value === undefined ? 'SOURCE_INVALID' : 'AMOUNT_INVALID', found: show(value), expected });
});

/** A VAT rate in percent, as a shop sends it: usually 25 or 25.5, sometimes wrong; see `repairRate`. */
export const percent = z.custom<number>().superRefine((value, context) => {
  if (typeof value === 'number' && value >= 0 && value <= 100) return;
  refuse(context, { code: 'RATE_INVALID', found: show(value), expected: 'a percentage from 0 to 100' });
});

/** How many; may be decimal, such as 2.5 hours. */
export const quantity = z.custom<number>().superRefine((value, context) => {
  if (typeof value === 'number' && value > 0 && hasFewDecimals(value)) return;
  const expected = `a positive number with at most ${MAX_QUANTITY_DECIMALS} decimals`;
  refuse(context, { code: 'QUANTITY_INVALID', found: show(value), expected });
});

/** An id as Dintero gives it. It ends up in addresses and file names, so its characters are few. */
export const id = z.custom<string>().superRefine((value, context) => {
  if (typeof value === 'string' && ID.test(value)) return;
  const found = typeof value === 'string' ? 'a text of another form' : kindOf(value);
  const code = value === undefined ? 'SOURCE_INVALID' : 'ID_INVALID';
  refuse(context, { code, found, expected: `an id that matches ${ID.source}` });
});

/** A text of limited length without NUL or unpaired surrogates. Its value never shows in a message. */
export function text(maxLength: number) {
  return z.string().superRefine((value, context) => {
    if (value.length > maxLength) {
      const found = `${value.length} characters`;
      refuse(context, { code: 'TEXT_TOO_LONG', found, expected: `at most ${maxLength}` });
    } else if (FORBIDDEN_CHARACTER.test(value)) {
      const expected = 'characters that a document can carry';
      refuse(context, { code: 'TEXT_INVALID', found: 'NUL or an unpaired surrogate', expected });
    }
  });
}

/** A text that may be absent or null, which mean the same. */
export function optionalText(maxLength: number) {
  return text(maxLength).nullish();
}

/** The kind of a JSON value in a word, for messages about values that may be personal. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function hasFewDecimals(value: number): boolean {
  const scaled = value * 10 ** MAX_QUANTITY_DECIMALS;
  return scaled <= Number.MAX_SAFE_INTEGER && Number(value.toFixed(MAX_QUANTITY_DECIMALS)) === value;
}

function refuse(context: z.RefinementCtx, issue: WireIssue): void {
  context.addIssue({ code: 'custom', params: { wire: issue }, message: issue.expected });
}

function show(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return kindOf(value);
  return quoteText(value);
}
