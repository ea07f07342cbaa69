import type { Finding } from './base/index.ts';
import { compareDocuments, toOtherMaker, toUnreadableFinding } from './check/index.ts';
import type { ReadDocument, Reader, Reading, ReadOptions } from './readback/index.ts';

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
 * Holds what was read of a file, drawn `against` the document that its source gives today, against that document: other
 * bytes have to say and show the same, text by text and pixel by pixel. A file that says itself that it was made by
 * another template, or in another language, cannot be rendered again here, which is a finding too.
 */
export async function proveByRendering(
  reading: Reading,
  again: RenderedAgain,
  reader: Reader,
  options: Pick<ReadOptions, 'signal' | 'deadlineMs'>,
): Promise<readonly Finding[]> {
  // A file that cannot be read is told already, by whoever held its facts against the session.
  if (reading.kind !== 'read') return [];
  const other = findOtherMaker(reading.document, again);
  if (other !== null) return [other];
  const expected = await reader.read(again.pdf, options);
  // What it should be like is not known then, and so nothing is proven.
  if (expected.kind !== 'read') return [toUnreadableFinding(expected.reason, expected.detail)];
  return compareDocuments(reading.document, expected.document);
}

function findOtherMaker({ metadata }: ReadDocument, again: RenderedAgain): Finding | null {
  const made = metadata.xmp['fakturapress:template'] ?? 'no template of ours';
  if (made !== again.template) return toOtherMaker(made, again.template, again.isTemplateNamed);
  const language = metadata.language ?? '';
  return language.split('-')[0] === again.language ? null : toOtherMaker(language, again.language, false);
}
