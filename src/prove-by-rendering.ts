import type { Finding } from './base/index.ts';
import { compareDocuments, toOtherMaker } from './check/index.ts';
import type { ReadDocument, Reader, ReadOptions } from './readback/index.ts';

/** What the strongest proof needs: the document as its session gives it today, and what it says of its making. */
export interface RenderedAgain {
  readonly pdf: Uint8Array;
  /** Name and version of the template, as documents have it in their metadata. */
  readonly template: string;
  readonly language: string;
  /** Whoever proves asked for this very template. */
  readonly isTemplateNamed: boolean;
}

/**
 * Holds a file against the document that its source gives today: equal bytes are all that can be asked, and other bytes
 * have to say and show the same, text by text and pixel by pixel. A file that says itself that it was made by another
 * template, or in another language, cannot be rendered again here, which is a finding too.
 */
export async function proveByRendering(
  pdf: Uint8Array,
  again: RenderedAgain,
  reader: Reader,
  options: Pick<ReadOptions, 'signal' | 'deadlineMs'>,
): Promise<readonly Finding[]> {
  if (Buffer.compare(pdf, again.pdf) === 0) return [];
  const found = await reader.read(pdf, { ...options, against: again.pdf });
  const expected = await reader.read(again.pdf, options);
  // A file that cannot be read is told already, by whoever read its facts.
  if (found.kind !== 'read' || expected.kind !== 'read') return [];
  const other = findOtherMaker(found.document, again);
  return other === null ? compareDocuments(found.document, expected.document) : [other];
}

function findOtherMaker({ metadata }: ReadDocument, again: RenderedAgain): Finding | null {
  const made = metadata.xmp['fakturapress:template'] ?? 'no template of ours';
  if (made !== again.template) return toOtherMaker(made, again.template, again.isTemplateNamed);
  const language = metadata.language ?? '';
  return language.split('-')[0] === again.language ? null : toOtherMaker(language, again.language, false);
}
