import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The little of pdf.js that is asked here; it comes with pdf-parse and is not a dependency of ours. */
interface PdfJs {
  getDocument(source: { data: Uint8Array; verbosity: number }): { promise: Promise<PdfJsDocument> };
}

interface PdfJsDocument {
  getPage(page: number): Promise<PdfJsPage>;
  getMetadata(): Promise<{ info: Record<string, unknown> }>;
  getAttachments(): Promise<Record<string, PdfJsAttachment> | null>;
  destroy(): Promise<void>;
}

interface PdfJsPage {
  getTextContent(options: { includeMarkedContent: true }): Promise<{ items: PdfJsItem[] }>;
  getStructTree(): Promise<unknown>;
}

type PdfJsItem = { readonly str: string } | { readonly type: string; readonly tag?: string | null };

export interface PdfJsAttachment {
  readonly content: Uint8Array;
  readonly description: string;
}

/** A stretch of text with the tags of the marked-content sequences around it, outermost first. */
export interface TaggedText {
  readonly tags: readonly string[];
  readonly text: string;
}

/** The text of one page (from 1) in the order of its content stream, with its tags. */
export async function readTags(pdf: Uint8Array, page: number): Promise<TaggedText[]> {
  return withDocument(pdf, async (document) => {
    const { items } = await (await document.getPage(page)).getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    const read: TaggedText[] = [];
    for (const item of items) {
      if ('str' in item) {
        if (item.str.trim() !== '') read.push({ tags: [...open], text: item.str });
      } else if (item.type === 'endMarkedContent') {
        open.pop();
      } else {
        open.push(item.tag ?? '');
      }
    }
    return read;
  });
}

/** The structure elements that have content on one page (from 1). */
export async function readPageStructure(pdf: Uint8Array, page: number): Promise<unknown> {
  return withDocument(pdf, async (document) => (await document.getPage(page)).getStructTree());
}

/** The Info dictionary; entries beyond the standard's stand under `Custom`. */
export async function readInfoDictionary(pdf: Uint8Array): Promise<Record<string, unknown>> {
  return withDocument(pdf, async (document) => ({ ...(await document.getMetadata()).info }));
}

/** Attached files by name. */
export async function readAttachments(pdf: Uint8Array): Promise<Record<string, PdfJsAttachment>> {
  return withDocument(pdf, async (document) => (await document.getAttachments()) ?? {});
}

async function withDocument<T>(pdf: Uint8Array, read: (document: PdfJsDocument) => Promise<T>): Promise<T> {
  const fromPdfParse = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
  const entry = fromPdfParse.resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const pdfjs: PdfJs = await import(pathToFileURL(entry).href);
  // pdf.js takes the bytes for itself, so it gets a copy.
  const document = await pdfjs.getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  try {
    return await read(document);
  } finally {
    await document.destroy();
  }
}
