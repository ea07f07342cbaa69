import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#dist/base/index.js';
import {
  CONVENTIONS,
  formatDate,
  formatDecimal,
  formatMoney,
  formatRate,
  LOCALES,
  parseLocale,
} from '#dist/template/index.js';

const NBSP = '\u00a0';
const MINUS = '\u2212';

describe('money', () => {
  test.each([
    ['nb', 0, '0,00', `0,00${NBSP}NOK`],
    ['nb', 5, '0,05', `0,05${NBSP}NOK`],
    ['nb', 99_999, '999,99', `999,99${NBSP}NOK`],
    ['nb', 100_000, `1${NBSP}000,00`, `1${NBSP}000,00${NBSP}NOK`],
    ['nb', 1_708_650, `17${NBSP}086,50`, `17${NBSP}086,50${NBSP}NOK`],
    ['nb', -1_234_567_890, `${MINUS}12${NBSP}345${NBSP}678,90`, `${MINUS}12${NBSP}345${NBSP}678,90${NBSP}NOK`],
    ['nn', 1_708_650, `17${NBSP}086,50`, `17${NBSP}086,50${NBSP}NOK`],
    ['sv', 1_708_650, `17${NBSP}086,50`, `17${NBSP}086,50${NBSP}NOK`],
    ['fi', -5, `${MINUS}0,05`, `${MINUS}0,05${NBSP}NOK`],
    ['da', 1_708_650, '17.086,50', `17.086,50${NBSP}NOK`],
    ['en', 1_708_650, '17,086.50', `NOK${NBSP}17,086.50`],
    ['en', -100, `${MINUS}1.00`, `NOK${NBSP}${MINUS}1.00`],
  ] as const)('%s %d øre', (locale, minor, bare, coded) => {
    expect(formatMoney({ minor, currency: 'NOK' }, locale)).toBe(bare);
    expect(formatMoney({ minor, currency: 'NOK' }, locale, 'code')).toBe(coded);
  });

  test('reads back to the same amount in every language', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...LOCALES), (minor, locale) => {
        const printed = formatMoney({ minor, currency: 'SEK' }, locale);
        const { groupSeparator, decimalSeparator } = CONVENTIONS[locale];
        const plain = printed.replaceAll(groupSeparator, '').replace(decimalSeparator, '').replace(MINUS, '-');
        expect(plain).toMatch(/^-?\d{3,}$/);
        expect(BigInt(plain)).toBe(BigInt(minor));
        expect(printed).not.toMatch(/[ -]/);
      }),
    );
  });
});

describe('decimals', () => {
  test.each([
    [{ units: 24, scale: 0 }, 0, '24'],
    [{ units: 15, scale: 1 }, 0, '1,5'],
    [{ units: 1500, scale: 3 }, 0, '1,5'],
    [{ units: 1500, scale: 3 }, 2, '1,50'],
    [{ units: 333333, scale: 4 }, 2, '33,3333'],
    [{ units: 1, scale: 6 }, 0, '0,000001'],
    [{ units: -25, scale: 1 }, 0, `${MINUS}2,5`],
    [{ units: 0, scale: 2 }, 0, '0'],
    [{ units: 10_000, scale: 0 }, 0, `10${NBSP}000`],
  ])('%o with at least %d decimals', (decimal, least, expected) => {
    expect(formatDecimal(decimal, 'nb', least)).toBe(expected);
  });

  test.each([
    { units: 1.5, scale: 0 },
    { units: Number.NaN, scale: 0 },
    { units: 1, scale: -1 },
  ])('%o is refused', (decimal) => {
    expect(() => formatDecimal(decimal, 'nb')).toThrow(RangeError);
  });
});

test.each([
  ['nb', 2500, `25${NBSP}%`],
  ['fi', 2550, `25,5${NBSP}%`],
  ['nb', 1111, `11,11${NBSP}%`],
  ['nb', 0, `0${NBSP}%`],
  ['en', 2550, '25.5%'],
  ['da', 2500, `25${NBSP}%`],
] as const)('rate in %s: %d basis points', (locale, bps, expected) => {
  expect(formatRate(bps, locale)).toBe(expected);
});

test.each([
  ['nb', '7.12.2026', `7.${NBSP}desember${NBSP}2026`],
  ['nn', '7.12.2026', `7.${NBSP}desember${NBSP}2026`],
  ['sv', '2026-12-07', `7${NBSP}december${NBSP}2026`],
  ['fi', '7.12.2026', `7.${NBSP}joulukuuta${NBSP}2026`],
  ['da', '7.12.2026', `7.${NBSP}december${NBSP}2026`],
  ['en', `7${NBSP}Dec${NBSP}2026`, `7${NBSP}December${NBSP}2026`],
] as const)('dates in %s', (locale, short, long) => {
  expect(formatDate('2026-12-07' as CalendarDate, locale)).toBe(short);
  expect(formatDate('2026-12-07' as CalendarDate, locale, 'long')).toBe(long);
});

test('every language has twelve months', () => {
  for (const locale of LOCALES) expect(new Set(CONVENTIONS[locale].months).size, locale).toBe(12);
});

test.each([
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['EN', 'en'],
  ['sv-FI', 'sv'],
  ['de', null],
  ['', null],
])('the tag %j means %j', (tag, locale) => {
  expect(parseLocale(tag)).toBe(locale);
});
