import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compactOrganizationNumber,
  LANGUAGES,
  linesMatchText,
  parseAccount,
  parseDate,
  parseKind,
  parseMoney,
  parseNumber,
  parseOrganizationNumber,
  parsePrice,
  parseRate,
  parseReference,
  toLanguage,
} from '#dist/check/printed/index.js';

describe('numbers', () => {
  test.each([
    ['nb', '17 086,50', { units: 1708650, scale: 2 }],
    ['nb', '17\u00a0086,50', { units: 1708650, scale: 2 }],
    ['nb', '17\u202f086,50', { units: 1708650, scale: 2 }],
    ['nb', '17\u2009086,50', { units: 1708650, scale: 2 }],
    ['nb', '17086,50', { units: 1708650, scale: 2 }],
    ['nb', '17.086,50', { units: 1708650, scale: 2 }],
    ['nb', '1,5', { units: 15, scale: 1 }],
    ['nb', '0,50', { units: 50, scale: 2 }],
    ['nb', '−120,00', { units: -12000, scale: 2 }],
    ['nb', '-120,00', { units: -12000, scale: 2 }],
    ['nb', '1 000', { units: 1000, scale: 0 }],
    ['da', '1.000', { units: 1000, scale: 0 }],
    ['da', '1.234.567,00', { units: 123456700, scale: 2 }],
    ['en', '1,000', { units: 1000, scale: 0 }],
    ['en', '17,086.50', { units: 1708650, scale: 2 }],
    ['en', '1.234', { units: 1234, scale: 3 }],
    ['fi', '25,5', { units: 255, scale: 1 }],
  ] as const)('%s reads %s', (language, text, expected) => {
    expect(parseNumber(text, language)).toEqual(expected);
  });

  test.each([
    ['nb', '1.234', 'which is a thousand to some and a decimal to others'],
    ['sv', '1.234', 'for the same reason'],
    ['nb', '1,234.50', 'which is English'],
    ['en', '1.234,50', 'which is Danish'],
    ['nb', '1 2345', 'whose group has four digits'],
    ['nb', '17 86,50', 'whose group has two'],
    ['nb', '1 234.567,00', 'which mixes marks'],
    ['nb', '017,00', 'which begins with a zero'],
    ['nb', '−0,00', 'a negative nothing'],
    ['nb', '1,', 'cut off'],
    ['nb', ',5', 'headless'],
    ['nb', '', 'nothing'],
    ['nb', '１２', 'full-width digits'],
    ['nb', '١٢', 'Arabic digits'],
    ['nb', '12 O00', 'a letter for a zero'],
    ['nb', '99999999999999999', 'more than is exact'],
  ] as const)('%s does not read %s, %s', (language, text, _) => {
    expect(parseNumber(text, language)).toBeNull();
  });

  test('come back as they were written, in every language, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }),
        fc.boolean(),
        (language, minor, grouped) => {
          const printed = print(minor, language === 'en' ? '.' : ',', grouped ? (language === 'en' ? ',' : ' ') : '');
          expect(parseNumber(printed, language)).toEqual({ units: minor, scale: 2 });
        },
      ),
    );
  });
});

/** A plain way to write an amount with two decimals, for the tests alone. */
function print(minor: number, decimalMark: string, groupMark: string): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, groupMark);
  return `${minor < 0 ? '\u2212' : ''}${whole}${decimalMark}${digits.slice(-2)}`;
}

describe('money', () => {
  test.each([
    ['nb', '17 086,50 NOK', ['NOK']],
    ['nb', 'NOK 17 086,50', ['NOK']],
    ['nb', 'kr 17 086,50', ['NOK', 'SEK', 'DKK']],
    ['nb', '17 086,50 kr', ['NOK', 'SEK', 'DKK']],
    ['da', '17.086,50 kr.', ['NOK', 'SEK', 'DKK']],
    ['fi', '17 086,50 €', ['EUR']],
    ['en', '€17,086.50', ['EUR']],
    ['en', 'NOK 17,086.50', ['NOK']],
    ['nb', '17 086,50', null],
    ['nb', '17 086,50 USD', ['USD']],
  ] as const)('%s reads %s with its currency', (language, text, currencies) => {
    expect(parseMoney(text, language)).toEqual({ amount: { units: 1708650, scale: 2 }, currencies });
  });

  test('keeps its sign wherever it stands', () => {
    for (const text of ['−500,00 NOK', '-500,00', 'kr −500,00', '−kr 500,00', '− 500,00 NOK']) {
      expect(parseMoney(text, 'nb')?.amount.units, text).toBe(-50000);
    }
  });

  test.each(['500,0', '500,000', 'kr 500,00 NOK', '500,00 kroner', '500,00 NOK.', 'Sum 500,00', '500,00*', '−−500,00'])(
    'does not read %s',
    (text) => expect(parseMoney(text, 'nb')).toBeNull(),
  );

  test('as a price has the decimals it needs', () => {
    expect(parsePrice('33,3333', 'nb')?.amount).toEqual({ units: 333333, scale: 4 });
  });
});

describe('rates', () => {
  test.each([
    ['nb', '25 %', 2500],
    ['nb', '25\u00a0%', 2500],
    ['en', '25%', 2500],
    ['fi', '25,5 %', 2550],
    ['en', '25.5%', 2550],
    ['nb', '11,11 %', 1111],
    ['nb', '0 %', 0],
    ['nb', '15 % mva', 1500],
    ['sv', 'Moms 25 %', 2500],
    ['fi', 'ALV 13,5 %', 1350],
  ] as const)('%s reads %s', (language, text, bps) => expect(parseRate(text, language)).toBe(bps));

  test.each(['25', '25,555 %', '−25 %', '25 ‰', '25.5 %', '25 % moms', 'mva'])('Norwegian does not read %s', (text) => {
    expect(parseRate(text, 'nb')).toBeNull();
  });
});

describe('dates', () => {
  test.each([
    ['nb', '7.12.2026'],
    ['nb', '07.12.2026'],
    ['nb', '7. desember 2026'],
    ['nn', '7. desember 2026'],
    ['sv', '2026-12-07'],
    ['sv', '7 december 2026'],
    ['fi', '7.12.2026'],
    ['fi', '7. joulukuuta 2026'],
    ['da', '7.12.2026'],
    ['da', '07-12-2026'],
    ['da', '7. december 2026'],
    ['en', '7 December 2026'],
    ['en', '7 Dec 2026'],
    ['en', '2026-12-07'],
  ] as const)('%s reads %s', (language, text) => expect(parseDate(text, language)).toBe('2026-12-07'));

  test.each([
    ['en', '07/12/2026'],
    ['en', '7.12.2026'],
    ['nb', '7/12/2026'],
    ['nb', '7.12.26'],
    ['nb', '31.2.2026'],
    ['nb', '7 desember 2026'],
    ['sv', '7. december 2026'],
    ['nb', '7. december 2026'],
    ['nb', '2026-13-01'],
    ['nb', '7.12.2026, Bergen'],
  ] as const)('%s does not read %s', (language, text) => expect(parseDate(text, language)).toBeNull());
});

describe('references', () => {
  test('lose their gaps and nothing else', () => {
    expect(parseReference('NO02 1506 3092 174')).toBe('NO0215063092174');
    expect(parseReference('RF18 5390 0754 7034')).toBe('RF18539007547034');
    expect(parseReference('1009-')).toBe('1009-');
    expect(parseReference('00012345678903')).toBe('00012345678903');
  });

  test.each(['3000000194978І4', '30000001949781\u200b4', '30000001949781４', '30.00', 'no02', ''])(
    'do not read %s',
    (text) => {
      expect(parseReference(text)).toBeNull();
    },
  );

  test('accounts lose their dots and hyphens', () => {
    expect(parseAccount('1506 30 92174')).toBe('15063092174');
    expect(parseAccount('1506.30.92174')).toBe('15063092174');
    expect(parseAccount('991-2346')).toBe('9912346');
    expect(parseAccount('1506..30')).toBeNull();
  });
});

describe('organisation numbers', () => {
  test.each([
    ['988 077 917 MVA', '988077917', true],
    ['Org.nr. 988 077 917 MVA', '988077917', true],
    ['Org.nr 988 077 917', '988077917', false],
    ['NO 988 077 917 MVA', '988077917', true],
    ['988077917', '988077917', false],
    ['556677-8899', '5566778899', false],
    ['SE556677889901', '5566778899', false],
    ['Y-tunnus 2077474-0', '20774740', false],
    ['FI20774740', '20774740', false],
  ])('%s', (text, digits, mva) => expect(parseOrganizationNumber(text)).toEqual({ digits, mva }));

  test.each(['9880779', '988 077 917 MVA og mer', 'SE556677889902', 'tlf 98807791', ''])('not %s', (text) => {
    expect(parseOrganizationNumber(text)).toBeNull();
  });

  test.each([
    ['DE 123 456 789', 'DE123456789'],
    ['HRB-1234', 'HRB1234'],
    ['VAT no. GB 123 4567 89', 'GB123456789'],
    ['FN 123456 a', 'FN123456A'],
  ])('of a country not known here, %s', (text, compact) => expect(compactOrganizationNumber(text)).toBe(compact));
});

test('the document is named in its own language', () => {
  expect(parseKind('Faktura', 'nb')).toBe('invoice');
  expect(parseKind('Kreditnota', 'nb')).toBe('credit-note');
  expect(parseKind('Lasku', 'fi')).toBe('invoice');
  expect(parseKind('Hyvityslasku', 'fi')).toBe('credit-note');
  expect(parseKind('Credit note', 'en')).toBe('credit-note');
  expect(parseKind('Invoice', 'nb')).toBeNull();
  expect(parseKind('Kvittering', 'nb')).toBeNull();
});

test('language tags lead to languages', () => {
  expect(toLanguage('nb-NO')).toBe('nb');
  expect(toLanguage('no')).toBe('nb');
  expect(toLanguage('EN')).toBe('en');
  expect(toLanguage('de')).toBeNull();
});

describe('text over several lines', () => {
  test('may break at a space, after a hyphen and inside a long word', () => {
    expect(linesMatchText(['Espresso Fjord, hele', 'bønner 1 kg'], 'Espresso Fjord, hele bønner 1 kg')).toBe(true);
    expect(linesMatchText(['Kaffe-', 'trakter'], 'Kaffe-trakter')).toBe(true);
    expect(linesMatchText(['ABCDEF', 'GHI'], 'ABCDEFGHI')).toBe(true);
  });

  test('keeps every character and every space inside a line', () => {
    expect(linesMatchText(['Espresso Fjord'], 'EspressoFjord')).toBe(false);
    expect(linesMatchText(['Espresso'], 'Espresso Fjord')).toBe(false);
    expect(linesMatchText(['Espresso Fjord', 'og mer'], 'Espresso Fjord')).toBe(false);
    expect(linesMatchText(['Kafe\u0301'], 'Kafé')).toBe(true);
    expect(linesMatchText(['Кafé'], 'Kafé')).toBe(false);
  });
});
