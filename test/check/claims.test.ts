import { describe, expect, it } from 'vitest';
import { findClaims } from '#dist/check/claims/index.js';
import { makeOther, type Put } from './other-page.ts';

/** Claims as one reads them: field, text, and a mark of doubt where the label may name something else. */
const claimsOf = (...puts: readonly Put[]) =>
  findClaims(makeOther(puts)).map(({ field, text, sure }) => `${field} ${text}${sure ? '' : ' ?'}`);

describe('a value is found', () => {
  it.each<[string, readonly Put[], readonly string[]]>([
    ['after its label', [[50, 50, 'KID: 300000019497814']], ['kid 300000019497814']],
    ['after its label without a space', [[50, 50, 'KID:300000019497814']], ['kid 300000019497814']],
    [
      'in the next column',
      [
        [50, 50, 'Forfallsdato'],
        [300, 50, '7.12.2026'],
      ],
      ['dueDate 7.12.2026'],
    ],
    [
      'beneath',
      [
        [50, 50, 'Fakturanummer', 8],
        [200, 50, 'Förfallodatum', 8],
        [50, 62, '1042'],
        [200, 62, '2026-12-07'],
      ],
      ['invoiceNumber 1042', 'dueDate 2026-12-07'],
    ],
    [
      'beneath a heading that is wider, and centred',
      [
        [50, 50, 'Betalningsreferens'],
        [70, 64, '771003010226', 9],
      ],
      ['kid 771003010226'],
    ],
    [
      'in a sentence of several',
      [[50, 50, 'Betales innen 07.12.2026 til konto 1506 30 92174. Oppgi KID 300000019497814 ved betaling.']],
      ['dueDate 07.12.2026', 'bban 1506 30 92174.', 'kid 300000019497814'],
    ],
    [
      'though each glyph is a run of its own',
      [...'KID 300000019497814']
        .map((text, index): Put => [50 + index * 5, 50, text])
        .filter(([, , text]) => text !== ' '),
      ['kid 300000019497814'],
    ],
    [
      'in columns that spaces make',
      [
        [50, 50, 'Fakturanr           Forfall            Å betale'],
        [50, 64, '16788-000018        07.12.2026         1 250,00'],
      ],
      ['invoiceNumber 16788-000018', 'dueDate 07.12.2026', 'payable 1 250,00'],
    ],
    ['with its currency before it', [[50, 50, 'Å betale NOK 1 250,00']], ['payable NOK 1 250,00']],
    ['with its currency after it', [[50, 50, 'Att betala: 1 250,00 kr']], ['payable 1 250,00 kr']],
    ['with a currency as a column', [[50, 50, 'Amount due EUR 1,250.00']], ['payable EUR 1,250.00']],
    ['in groups', [[50, 50, 'Viitenumero 12345 67890 12']], ['kid 12345 67890 12']],
    ['up to the next label', [[50, 50, 'IBAN FI50 5000 1520 0114 43 BIC OKOYFIHH']], ['iban FI50 5000 1520 0114 43']],
    ['up to where an IBAN ends', [[50, 50, 'Konto NO02 1506 3092 174 DNBANOKK']], ['iban NO02 1506 3092 174']],
    ['without a label, where it is an IBAN', [[50, 50, 'Kravia AS, NO02 1506 3092 174']], ['iban NO02 1506 3092 174']],
    ['in doubt under a word that names many things', [[50, 50, 'Beløp 560,00']], ['payable 560,00 ?']],
    ['in doubt beside the name of the document', [[50, 50, 'Faktura 16788-000018']], ['invoiceNumber 16788-000018 ?']],
  ])('%s', (_, puts, claims) => {
    expect(claimsOf(...puts)).toEqual(claims);
  });
});

describe('no value is made of', () => {
  it.each<[string, readonly Put[]]>([
    ['a term in days', [[50, 50, 'Betales innen 14 dager']]],
    ['words', [[50, 50, 'Husk å oppgi KID ved betaling']]],
    [
      'what stands beneath a label within a sentence',
      [
        [50, 50, 'Husk å oppgi KID ved betaling'],
        [50, 64, '1506 30 92174 er kontoen'],
      ],
    ],
    [
      'what stands far beneath',
      [
        [50, 50, 'KID'],
        [50, 120, '300000019497814'],
      ],
    ],
    [
      'what stands beneath another column',
      [
        [50, 50, 'KID'],
        [300, 62, '300000019497814'],
      ],
    ],
    ['the reference of somebody else', [[50, 50, 'Deres referanse 4410']]],
    ['a date where a number is named', [[50, 50, 'Fakturanummer 07.12.2026']]],
    ['a month above twelve', [[50, 50, 'Due date 12/13/2026']]],
  ])('%s', (_, puts) => {
    expect(claimsOf(...puts)).toEqual([]);
  });
});

it('reads days first where figures alone stand, and years of two figures', () => {
  const datesOf = (text: string) =>
    findClaims(makeOther([[50, 50, `Due date ${text}`]])).flatMap(({ values }) =>
      values.map((value) => (value.kind === 'date' ? value.date : null)),
    );
  for (const text of ['07/12/2026', '7.12.26', '07-12-2026', '2026-12-07', '7. desember 2026', '7 December 2026']) {
    expect(datesOf(text), text).toEqual(['2026-12-07']);
  }
});
