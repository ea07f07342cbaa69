import { readCode } from '../codes/index.ts';
import { discover, type Rule } from '../rule.ts';

export const barcodeDiffers: Rule = {
  id: 'barcode-differs',
  channel: 'barcode',
  severity: 'error',
  why: 'Who scans a code pays what it says without reading the page, so each of its fields says what the session says.',
  passes: [
    `code ${JSON.stringify({ uqr: 1, tp: 1, nme: 'Fjord Kaffe AS', cid: '988077917 MVA', cc: 'NO', iref: '300000019497814', idt: '20261123', ddt: '20261207', due: 1250, cur: 'NOK', pt: 'BBAN', acc: '15063092174', bc: 'DNBANOKKXXX' })}`,
  ],
  fails: [
    `code ${JSON.stringify({ uqr: 1, tp: 1, nme: 'Fjord Kaffe AS', cid: '988077917 MVA', cc: 'NO', iref: '300000019497814', idt: '20261123', ddt: '20261207', due: 1250, cur: 'NOK', pt: 'BBAN', acc: '86011117947', bc: 'DNBANOKKXXX' })}`,
  ],
  find: ({ read, invoice }) =>
    read.symbols.flatMap((symbol) =>
      (readCode(symbol.text, invoice) ?? [])
        .filter((field) => !field.right)
        .map(({ field, found, expected }) =>
          discover({ field, found, expected, at: symbol, saying: { where: `${field} of the barcode` } }),
        ),
    ),
};
