import { describe, expect, it } from 'vitest';
import {
  parseBban,
  parseBic,
  parseGiro,
  parseIban,
  parseInvoiceNumber,
  parseKid,
  parseOcr,
  parseOrganizationNumber,
  parsePaymentReference,
  parseRfReference,
  parseViitenumero,
} from '#dist/invoice/index.js';
import { faultOf } from './slips.ts';

type Parser = (text: string | null | undefined, path?: string) => unknown;

/** Each parser with a reference that it accepts. */
const PARSERS: readonly (readonly [name: string, parse: Parser, good: string])[] = [
  ['KID', parseKid, '300000019497814'],
  ['OCR', parseOcr, '1023472'],
  ['viitenumero', parseViitenumero, '559582243294671'],
  ['RF', parseRfReference, 'RF601511890656'],
  ['IBAN', parseIban, 'NO0215063092174'],
  ['BBAN', (text, path) => parseBban(text, 'NO', path), '15063092174'],
  ['BIC', parseBic, 'DNBANOKKXXX'],
  ['giro', parseGiro, '5050-1055'],
  ['payment reference', (text, path) => parsePaymentReference(text, 'NO', path), '300000019497814'],
  ['organisation number', (text, path) => parseOrganizationNumber(text, 'NO', path), '988077917'],
  ['invoice number', parseInvoiceNumber, '16788-000018'],
];

/** Characters that are not what they look like, or do not look like anything. */
const FOREIGN: readonly (readonly [name: string, character: string])[] = [
  ['full-width digit', '\uFF11'],
  ['full-width letter', '\uFF2E'],
  ['Arabic digit', '\u0661'],
  ['extended Arabic digit', '\u06F1'],
  ['Devanagari digit', '\u0967'],
  ['mathematical digit', '\u{1D7CF}'],
  ['superscript digit', '\u00B9'],
  ['circled digit', '\u2460'],
  ['Cyrillic letter O', '\u041E'],
  ['Cyrillic letter N', '\u041D'],
  ['Greek letter O', '\u039F'],
  ['zero width space', '\u200B'],
  ['zero width joiner', '\u200D'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\uFEFF'],
  ['right-to-left override', '\u202E'],
  ['left-to-right isolate', '\u2066'],
  ['left-to-right mark', '\u200E'],
  ['soft hyphen', '\u00AD'],
  ['non-breaking hyphen', '\u2011'],
  ['minus sign', '\u2212'],
  ['en dash', '\u2013'],
  ['combining mark', '\u0301'],
  ['no-break space', '\u00A0'],
  ['narrow no-break space', '\u202F'],
  ['figure space', '\u2007'],
  ['tab', '\t'],
  ['line feed', '\n'],
  ['NUL', '\0'],
  ['lone surrogate', '\uD800'],
  ['Nordic letter', 'Ø'],
];

describe.each(PARSERS)('%s', (_, parse, good) => {
  it('reads its example', () => {
    expect(parse(good)).toBeTruthy();
  });

  it.each(FOREIGN)('refuses a %s anywhere, before any check digit', (_name, character) => {
    const middle = Math.floor(good.length / 2);
    const replaced = good.slice(0, middle) + character + good.slice(middle + 1);
    for (const text of [
      character + good,
      good + character,
      good.slice(0, middle) + character + good.slice(middle),
      replaced,
    ]) {
      const fault = faultOf(() => parse(text, 'a.path'));
      expect(fault).toMatchObject({ code: 'REFERENCE_CHARSET', kind: 'input', path: 'a.path' });
      // The message names the character by its number, because it may be invisible or turn the line around.
      expect(fault.message).toContain(`U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
      expect(fault.message).not.toContain(character);
    }
  });

  it.each([null, undefined, ''])('says that %j is missing', (nothing) => {
    expect(faultOf(() => parse(nothing, 'a.path'))).toMatchObject({ code: 'REFERENCE_MISSING', path: 'a.path' });
  });
});

const SPACELESS = PARSERS.filter(([name]) => name !== 'organisation number' && name !== 'invoice number');

it.each(SPACELESS)('%s has no spaces in electronic form', (_, parse, good) => {
  for (const text of [` ${good}`, `${good} `, `${good.slice(0, 4)} ${good.slice(4)}`, ' ']) {
    expect(faultOf(() => parse(text)).code).toBe('REFERENCE_CHARSET');
  }
});

it('counts characters from one', () => {
  expect(faultOf(() => parseKid('3000\u0661')).message).toBe(
    'Unexpected U+0661 at character 5 of KID, expected digits and -',
  );
});

describe('parseInvoiceNumber', () => {
  it.each(['1', '16788-000018', 'INV 2026/17', '../../etc/passwd', 'A'.repeat(100)])('prints %s as it is', (number) => {
    expect(parseInvoiceNumber(number)).toBe(number);
  });

  it.each([' 1', '1 ', 'INV  1', 'A'.repeat(101), ' '])('refuses %j', (number) => {
    expect(faultOf(() => parseInvoiceNumber(number)).code).toBe('REFERENCE_SHAPE');
  });
});
