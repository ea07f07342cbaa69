import { describe, expect, test } from 'vitest';
import { checkDocument } from '#dist/check/index.js';
import type { ReadDocument, TextRun } from '#dist/readback/index.js';
import { INVOICE, makeSpecimen } from './specimen.ts';

const SPECIMEN = makeSpecimen();
const MARKED = SPECIMEN.pages.flatMap((page) => page.runs).filter((run) => run.fact !== null);

/** The specimen with the text of one run changed. */
function withText(run: TextRun, text: string): ReadDocument {
  const pages = SPECIMEN.pages.map((page) => ({
    ...page,
    runs: page.runs.map((other) => (other === run ? { ...other, text } : other)),
  }));
  return { ...SPECIMEN, pages };
}

describe('a forged specimen', () => {
  test('is found out for every digit of every fact, with the fact named', () => {
    let mutants = 0;
    for (const run of MARKED) {
      for (const { index, 0: digit } of run.text.matchAll(/\d/g)) {
        for (const other of '0123456789'.replace(digit, '')) {
          const text = run.text.slice(0, index) + other + run.text.slice(index + 1);
          const { findings, verdict, facts } = checkDocument(withText(run, text), INVOICE);
          expect({ text, verdict, fields: findings.map((finding) => finding.field) }).toEqual({
            text,
            verdict: 'invalid',
            fields: [run.fact],
          });
          expect(facts).not.toHaveProperty(run.fact ?? '');
          mutants += 1;
        }
      }
    }
    expect(mutants).toBeGreaterThan(1_500);
  });

  test('is found out for every character that is left out, doubled or changed in kind', () => {
    for (const run of MARKED) {
      for (let at = 0; at < run.text.length; at += 1) {
        const character = run.text[at] ?? '';
        const before = run.text.slice(0, at);
        const after = run.text.slice(at + 1);
        const mutants = [`${before}${after}`, `${before}${character}${character}${after}`];
        if (character === ',') mutants.push(`${before}.${after}`, `${before} ${after}`);
        for (const text of mutants) {
          const { findings } = checkDocument(withText(run, text), INVOICE);
          if (saysTheSame(run, text)) continue;
          expect({ text, fields: findings.map((finding) => finding.field) }).toEqual({ text, fields: [run.fact] });
        }
      }
    }
  });

  test('is found out for signs, currencies and the kind of document', () => {
    const forgeries: readonly (readonly [fact: string, text: string])[] = [
      ['payable', '−1 250,00'],
      ['payable', '1 250,00 SEK'],
      ['payable', '€ 1 250,00'],
      ['payable', '1 250,00 NOK inkl. mva'],
      ['currency', 'SEK'],
      ['currency', 'EUR'],
      ['kind', 'Kreditnota'],
      ['kind', 'Kvittering'],
      ['kid', '30000001949781Ч'],
      ['kid', '3000000194978 14 '],
      ['iban', 'NO02 1506 3092 174 9'],
      ['seller.organizationNumber', '988 077 917'],
      ['buyer.organizationNumber', '927 500 116 MVA'],
      ['buyer.name', 'Havnegata Bakeri og Каfé AS'],
      ['buyer.address', '5003 Bergen, Havnegata 14'],
    ];
    for (const [fact, text] of forgeries) {
      const run = MARKED.find((marked) => marked.fact === fact);
      if (run === undefined) throw new Error(`No ${fact} in the specimen`);
      const { findings } = checkDocument(withText(run, text), INVOICE);
      const expected = saysTheSame(run, text) ? [] : [fact];
      expect({ text, fields: findings.map((finding) => finding.field) }).toEqual({ text, fields: expected });
    }
  });
});

/** What is looks alone: gaps in figures and references, how wide a space is, and commas in an address. */
function saysTheSame(run: TextRun, text: string): boolean {
  const isWords = /\p{L}{4}/u.test(run.text);
  const bare = (of: string) => {
    const folded = of.replace(/\s+/g, ' ').trim();
    if (run.fact?.endsWith('.address')) return folded.replace(/,(?= |$)/g, '');
    return isWords ? folded : folded.replace(/ /g, '');
  };
  return bare(text) === bare(run.text);
}

describe('a right document in another dress', () => {
  test.each([
    ['payable', '1250,00'],
    ['payable', '1.250,00'],
    ['payable', 'NOK 1 250,00'],
    ['dueDate', '07.12.2026'],
    ['dueDate', '7. desember 2026'],
    ['dueDate', '2026-12-07'],
    ['bban', '1506 30 92174'],
    ['bban', '1506.30.92174'],
    ['iban', 'NO02 1506 3092 174'],
    ['seller.organizationNumber', 'Org.nr. 988 077 917 MVA'],
    ['line.2.discount', '−50,00'],
    ['line.2.discount', '10 % rabatt'],
    ['line.1.quantity', '3 pk'],
    ['line.1.vatRate', '15 % mva'],
    ['buyer.address', 'Havnegata 14, 5003 Bergen, Norge'],
    ['buyer.address', 'Havnegata 14, NO-5003 Bergen'],
    ['kind', 'FAKTURA'],
  ])('%s as %s', (fact, text) => {
    const run = MARKED.find((marked) => marked.fact === fact);
    if (run === undefined) throw new Error(`No ${fact} in the specimen`);
    expect(checkDocument(withText(run, text), INVOICE).findings).toEqual([]);
  });

  test('has all its prices with VAT or all without', () => {
    const gross = ['line.1.unitPrice: 230,00', 'line.2.unitPrice: 250,00', 'line.3.unitPrice: 110,00'];
    expect(checkDocument(makeSpecimen(gross), INVOICE).findings).toEqual([]);
    const mixed = checkDocument(makeSpecimen(gross.slice(0, 2)), INVOICE).findings;
    expect(mixed).toMatchObject([{ field: 'line.3.unitPrice', expected: '110,00', found: '88,00' }]);
  });
});
