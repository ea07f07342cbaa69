import { readCode } from '../codes/index.ts';
import { discover, type Rule } from '../rule.ts';

export const barcodeUnexplained: Rule = {
  id: 'barcode-unexplained',
  channel: 'barcode',
  severity: 'error',
  why: 'A code that follows no standard of payment, or stands where nothing is to be paid, leads whoever scans it somewhere that the session knows nothing of.',
  passes: ['revisions 1'],
  fails: ['code https://pay.example/1'],
  find: ({ read, invoice, unmarked }) =>
    read.symbols
      .filter(({ text }) => readCode(text, invoice) === null)
      .map((symbol) => {
        const expected = 'a payment code of the session, or none';
        const saying = { found: `${symbol.format} "${symbol.text}"`, expected };
        const discovery = discover({ found: symbol.text, expected, at: symbol, saying });
        // Others have codes of their own, for parcels and for their books.
        return unmarked === null ? discovery : { ...discovery, severity: 'warning' as const };
      }),
};
