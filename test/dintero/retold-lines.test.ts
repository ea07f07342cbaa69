import { expect, test } from 'vitest';
import { toInvoice } from '#dist/dintero/index.js';
import { copySource, readBrand } from './fixtures.ts';

/** Doubts about lines of a source whose transaction tells its first line otherwise. */
function doubts(change: Readonly<Record<string, unknown>>) {
  const source = copySource('classic-comp');
  const [own] = source.transaction.items ?? [];
  if (own === undefined) throw new Error('the fixture has lines');
  Object.assign(own, change);
  return toInvoice(source, readBrand('classic-comp'))
    .warnings.filter(({ ruleId }) => ruleId === 'source-line-differs')
    .map(({ field, expected, found }) => [field, expected, found]);
}

test.each<[Readonly<Record<string, unknown>>, unknown[]]>([
  [{}, []],
  [{ vat: 25 }, [['transaction.items[0].vat', '15 %', '25 %']]],
  [{ vat: undefined, description: undefined }, []],
  [{ description: 'Espresso  Fjord, hele bønner 1\u00a0kg' }, []],
  [
    { description: 'Espresso' },
    [['transaction.items[0].description', String.raw`"Espresso Fjord, hele b\u{F8}nner 1 kg"`, '"Espresso"']],
  ],
  [{ quantity: 25, vat: 25 }, [['transaction.items[0].vat', '15 %', '25 %']]],
])('a line that the transaction tells with %j is a doubt where it contradicts', (change, expected) => {
  expect(doubts(change)).toEqual(expected);
});
