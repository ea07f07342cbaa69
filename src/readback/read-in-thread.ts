import { readGlyphs } from './glyphs/read-glyphs.ts';
import { MAX_PAGES } from './limits.ts';
import type { PdfDocument, PdfJs } from './pdf-js.ts';
import type { Reading, ReadPage, UnreadableReason } from './read-document.ts';
import { readFileTraits } from './read-file-traits.ts';
import { readMetadata } from './read-metadata.ts';
import { readPage } from './read-page.ts';
import { readStructure } from './read-structure.ts';
import { FontUse } from './sight/font-use.ts';

/**
 * Reads a file in the calling thread, which stands still while pdf.js works and may stand still for ever if the file is
 * hostile. Only the reading thread calls this; others go through a `Reader`. Detaches `bytes`.
 */
export async function readInThread(pdfJs: PdfJs, bytes: Uint8Array, withSights: boolean): Promise<Reading> {
  // pdf.js takes the bytes for itself, so what they tell is read first; whether the file is linearized it says later.
  const traits = [readFileTraits(bytes, false), readFileTraits(bytes, true)] as const;
  const structure = readStructure(bytes);
  const own = withSights ? bytes.slice() : null;
  const fonts = own === null ? null : new FontUse();
  try {
    return await pdfJs.withPdf(bytes, async (pdf) => {
      const { encrypted, linearized, ...metadata } = await readMetadata(pdf);
      if (encrypted) return unreadable('encrypted', 'the file is encrypted');
      if (pdf.numPages < 1) return unreadable('empty', 'the file has no pages');
      if (pdf.numPages > MAX_PAGES) return unreadable('too-many-pages', `the file has ${pdf.numPages} pages`);
      const pages = await readPages(pdf, fonts);
      const glyphs = own === null || fonts === null ? {} : { fonts: readGlyphs(own, fonts.list()) };
      const file = linearized ? traits[1] : traits[0];
      return { kind: 'read', document: { pages, structure, metadata, file, ...glyphs } };
    });
  } catch (error) {
    return toUnreadable(error);
  }
}

async function readPages(pdf: PdfDocument, fonts: FontUse | null): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number), number, fonts));
  }
  return pages;
}

/** pdf.js throws its own exceptions for what it cannot read; whatever else it throws, the file is not readable either. */
function toUnreadable(error: unknown): Reading {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  return unreadable(name === 'PasswordException' ? 'encrypted' : 'damaged', message);
}

function unreadable(reason: UnreadableReason, detail: string): Reading {
  return { kind: 'unreadable', reason, detail };
}
