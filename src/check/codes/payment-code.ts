import type { Invoice } from '../../invoice/index.ts';

/** One field of a barcode's payload, held against the session. */
export interface CodeField {
  /** The fact that it says. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly right: boolean;
}

/** What a payload says by one standard; null where it is no payload of that standard. */
export type ParseCode = (payload: string, invoice: Invoice) => readonly CodeField[] | null;

/** A field that has to be there letter by letter. */
export function compareText(field: string, found: string, expected: string): CodeField {
  return { field, found, expected, right: found === expected };
}

/** A field that no invoice of ours has: whatever it says, the session does not. */
export function unexpected(field: string, found: string): CodeField[] {
  return found === '' ? [] : [{ field, found, expected: '', right: false }];
}

/** An amount with a decimal point, in hundredths; null for anything else. */
function parseHundredths(text: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

export function compareAmount(text: string, { totals, currency }: Invoice): CodeField {
  const expected = `${(totals.payableMinor / 100).toFixed(2)} ${currency}`;
  return { field: 'payable', found: text, expected, right: parseHundredths(text) === totals.payableMinor };
}

/** Eight or eleven characters name the same head office. */
export function compareBic(found: string, expected: string): CodeField {
  const toOffice = (bic: string) => bic.replace(/XXX$/, '');
  return { field: 'bic', found, expected, right: toOffice(found) === toOffice(expected) };
}

/**
 * Names lose their accents and more on the way to a bank, so every letter beyond the plain ones may have become one or two
 * others; the plain ones, which are most, must be there.
 */
export function compareName(field: string, found: string, expected: string): CodeField {
  const pattern = Array.from(expected.normalize('NFC'), (letter) => {
    if (/[A-Za-z0-9 ]/.test(letter)) return letter;
    return /\p{L}/u.test(letter) ? '(?:\\p{L}{1,2}|[.])' : '.{1,2}';
  }).join('');
  return { field, found, expected, right: new RegExp(`^${pattern}$`, 'u').test(found.normalize('NFC')) };
}
