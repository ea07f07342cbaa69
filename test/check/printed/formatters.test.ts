import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#dist/base/index.js';
import {
  linesMatchAddress,
  parseAccount,
  parseDate,
  parseKind,
  parseMoney,
  parseNumber,
  parseOrganizationNumber,
  parsePrice,
  parseRate,
  parseReference,
  sameDecimal,
} from '#dist/check/printed/index.js';
import { toAddressLines } from '#dist/template/format/address.js';
import { groupAccount, groupIban, groupOrganizationNumber, groupReference } from '#dist/template/format/identifiers.js';
import { formatDate, formatDecimal, formatMoney, formatRate, LOCALES } from '#dist/template/index.js';
import { loadLabels } from '#dist/template/labels.js';

// Two sides that share no code: whatever the printer of templates prints, the reader of pages has to read as the same.

const locale = fc.constantFrom(...LOCALES);
const currency = fc.constantFrom('NOK' as const, 'SEK' as const, 'EUR' as const, 'DKK' as const);
const minor = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });

/** As pdf.js gives text back: every kind of space as U+0020. */
const asRead = (text: string) => text.replace(/\s/gu, ' ');

describe('what templates print is read back', () => {
  test('money, with and without its currency', () => {
    fc.assert(
      fc.property(
        locale,
        minor,
        currency,
        fc.constantFrom('none' as const, 'code' as const),
        (to, amount, of, show) => {
          const printed = asRead(formatMoney({ minor: amount, currency: of }, to, show));
          expect(parseMoney(printed, to)).toEqual({
            amount: { units: amount, scale: 2 },
            currencies: show === 'none' ? null : [of],
          });
        },
      ),
    );
  });

  test('prices with the decimals they need, and quantities with none to spare', () => {
    const units = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(locale, units, fc.nat(6), (to, value, scale) => {
        const decimal = { units: value, scale };
        const price = parsePrice(asRead(formatDecimal(decimal, to, 2)), to);
        expect(price !== null && sameDecimal(price.amount, decimal)).toBe(true);
        const quantity = parseNumber(asRead(formatDecimal(decimal, to)), to);
        expect(quantity !== null && sameDecimal(quantity, decimal)).toBe(true);
      }),
    );
  });

  test('rates', () => {
    fc.assert(
      fc.property(locale, fc.integer({ min: 0, max: 10_000 }), (to, bps) => {
        expect(parseRate(asRead(formatRate(bps, to)), to)).toBe(bps);
      }),
    );
  });

  test('every day of ten years, short and long', () => {
    for (const to of LOCALES) {
      for (let day = '2024-01-01' as CalendarDate; day < '2034-01-01'; day = addDays(day, 1)) {
        expect(parseDate(asRead(formatDate(day, to)), to)).toBe(day);
        expect(parseDate(asRead(formatDate(day, to, 'long')), to)).toBe(day);
      }
    }
  });

  test('references and accounts, however they are grouped', () => {
    const digits = fc.stringMatching(/^\d{4,25}$/);
    const kind = fc.constantFrom('kid-mod10' as const, 'ocr' as const, 'viitenumero' as const, 'rf' as const);
    fc.assert(
      fc.property(digits, kind, fc.constantFrom('', ' '), (reference, of, gap) => {
        expect(parseReference(groupReference(reference, of).join(gap))).toBe(reference);
        expect(parseReference(groupIban(`NO${reference}`).join(gap))).toBe(`NO${reference}`);
        expect(parseAccount(groupAccount(reference).join(gap))).toBe(reference);
      }),
    );
  });

  test('organisation numbers of four countries', () => {
    for (const [country, digits] of [
      ['NO', '988077917'],
      ['SE', '5566778899'],
      ['FI', '20774740'],
      ['DK', '12345674'],
    ] as const) {
      for (const vatRegistered of [true, false]) {
        const { groups, suffix } = groupOrganizationNumber({ digits, country, vatRegistered });
        expect(parseOrganizationNumber(asRead(groups.join(' ') + suffix))).toEqual({
          digits,
          mva: country === 'NO' && vatRegistered,
        });
      }
    }
  });

  test('the name of the document', () => {
    for (const to of LOCALES) {
      const labels = loadLabels(to);
      expect(parseKind(labels.get('invoice') ?? '', to)).toBe('invoice');
      expect(parseKind(labels.get('creditNote') ?? '', to)).toBe('credit-note');
    }
  });

  test('addresses, and the name of every country that labels know', () => {
    for (const to of LOCALES) {
      for (const [key, name] of loadLabels(to)) {
        const country = /^country\.(?<code>[A-Z]{2})$/.exec(key)?.groups?.['code'];
        if (country === undefined) continue;
        const address = {
          lines: ['c/o Berg', 'Storgata 1, 3. etg.'],
          postalCode: '11736',
          postalPlace: 'Stad',
          country,
        };
        const lines = toAddressLines(address, name).map(asRead);
        expect(linesMatchAddress(lines, address), `${to} ${lines.join(' / ')}`).toBe(true);
        expect(linesMatchAddress([lines.join(', ')], address)).toBe(true);
        expect(linesMatchAddress(lines, { ...address, lines: ['c/o Berg', 'Storgata 2, 3. etg.'] })).toBe(false);
      }
    }
  });
});
