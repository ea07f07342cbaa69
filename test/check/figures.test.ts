import { describe, expect, test } from 'vitest';
import { findFigures } from '#dist/check/figures.js';

const textsOf = (text: string) => findFigures(text).map((figure) => figure.text);

describe('figures in running text', () => {
  test('are found in every form that might mislead, in the order of the text', () => {
    expect(
      findFigures(
        'kr 5 839,50, så 12,5 % den 7.12.2026 eller 07/12/26, konto 1506 30 92174 / NO02 1506 3092 174; ' +
          'tlf +47 22 00 00 00; 500,- og −20,00 NOK, 7. desember 2026, 1,234.50, 1.234,50, €99',
      ),
    ).toEqual([
      { kind: 'amount', text: 'kr 5 839,50' },
      { kind: 'share', text: '12,5 %' },
      { kind: 'date', text: '7.12.2026' },
      { kind: 'date', text: '07/12/26' },
      { kind: 'number', text: '1506 30 92174' },
      { kind: 'number', text: 'NO02 1506 3092 174' },
      { kind: 'number', text: '+47 22 00 00 00' },
      { kind: 'amount', text: '500,-' },
      { kind: 'amount', text: '−20,00 NOK' },
      { kind: 'date', text: '7. desember 2026' },
      { kind: 'amount', text: '1,234.50' },
      { kind: 'amount', text: '1.234,50' },
      { kind: 'amount', text: '€99' },
    ]);
  });

  test.each([
    'Side 1 av 2',
    'Papirfilter 110 mm, 1 000 stk',
    'bokføringsforskriften § 5-1-2',
    'Storgata 1, 0155 Oslo',
    'Kostnadssted 310',
    'Bergen 20. november.',
    'FK-20418',
    'KL-400-02',
  ])('are not seen in "%s"', (text) => expect(textsOf(text)).toEqual([]));

  test('are found whatever digit is changed in them', () => {
    for (const text of ['5 839,50', '12,5 %', '7.12.2026', '1506 30 92174', '99,00 NOK', '988 077 917']) {
      for (const { index, 0: digit } of text.matchAll(/\d/g)) {
        for (const other of '123456789'.replace(digit, '')) {
          const changed = text.slice(0, index) + other + text.slice(index + 1);
          expect(textsOf(`Sum ${changed} totalt`)).toEqual([changed]);
        }
      }
    }
  });
});
