import type { StructureNode } from '../../readback/index.ts';
import { discover, type Rule } from '../rule.ts';
import { findElements } from '../structure-map.ts';

export const barcodeUnread: Rule = {
  id: 'barcode-unread',
  channel: 'barcode',
  severity: 'error',
  why: 'A figure that is called a code and cannot be scanned leaves the payer to find out, and the proof without what it says.',
  passes: ['revisions 1'],
  fails: ['figure QR-kode for betaling'],
  find: ({ read }) => {
    if (read.structure.root === null) return [];
    const announced = findElements(read.structure.root, ['Figure']).filter(isCode);
    return announced.slice(read.symbols.length).map(({ alternative }) => {
      const found = `${announced.length} figures that are called codes, and ${read.symbols.length} that can be read`;
      const expected = 'every one to be read';
      return discover({ found: alternative, expected, saying: { found, expected } });
    });
  },
};

/** What codes are called in any of the languages. */
const CODE = /\bQR\b|strekkode|streckkod|stregkode|viivakoodi|bar ?code/i;

function isCode({ alternative }: StructureNode): boolean {
  return alternative !== null && CODE.test(alternative);
}
