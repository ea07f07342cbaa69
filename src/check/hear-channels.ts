import type { Voices } from '../base/index.ts';
import type { Evidence } from './evidence.ts';

/** Says of each channel whether the document could speak by it at all. */
export function hearChannels({ read, unmarked, eInvoices }: Evidence): Voices {
  const heard = (speaks: boolean) => (speaks ? 'heard' : 'silent');
  const hasText = read.pages.some((page) => page.runs.length > 0);
  const { info, xmp } = read.metadata;
  return {
    text: hasText ? (unmarked === null ? 'marked' : 'labelled') : 'silent',
    structure: heard(unmarked === null && read.structure.root !== null),
    barcode: heard(read.symbols.length > 0),
    attachment: heard(eInvoices.some(({ verdict }) => verdict.kind !== 'unknown')),
    metadata: heard(unmarked === null && (info['Title'] !== undefined || xmp['dc:title'] !== undefined)),
    visual: read.pages.some((page) => page.sights !== undefined) ? 'heard' : 'unasked',
  };
}
