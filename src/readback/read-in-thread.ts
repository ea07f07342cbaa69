import { createRasterizer, type Rasterizer } from '../raster/index.ts';
import { comparePictures } from './compare-pictures.ts';
import { findStrangeParts } from './find-strange-parts.ts';
import { readGlyphs } from './glyphs/read-glyphs.ts';
import { MAX_PAGES } from './limits.ts';
import { countDamagedStreams } from './objects/count-damaged-streams.ts';
import { openObjects } from './objects/open-objects.ts';
import { loadPdfJs, type PdfDocument, type PdfJs, type PdfPage } from './pdf-js.ts';
import { readAttachments } from './read-attachments.ts';
import type { Reading, ReadStructure, StructureNode, UnreadableReason } from './read-document.ts';
import { readFileTraits } from './read-file-traits.ts';
import { readMetadata } from './read-metadata.ts';
import { type PageAnswer, type PageQuestions, readPage } from './read-page.ts';
import { readStructure } from './read-structure.ts';
import { FontUse } from './sight/font-use.ts';
import { SymbolReader } from './symbols/symbol-reader.ts';

/** One file, and what is asked of it. */
export interface ReadingJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sights: boolean;
  /** Another file whose pages it is to look like; null where nobody asks. */
  readonly against: Uint8Array | null;
}

/** What reading takes, loaded once a thread. */
export interface ReadingTools {
  readonly pdfJs: PdfJs;
  readonly symbolReader: SymbolReader;
  /** Loaded when it is first needed. */
  readonly rasterizer: () => Promise<Rasterizer>;
}

export async function loadReadingTools(): Promise<ReadingTools> {
  let loading: Promise<Rasterizer> | null = null;
  const rasterizer = () => {
    loading ??= createRasterizer();
    return loading;
  };
  return { pdfJs: await loadPdfJs(), symbolReader: new SymbolReader(rasterizer), rasterizer };
}

/**
 * Reads a file in the calling thread, which stands still while pdf.js works and may stand still for ever if the file is
 * hostile. Only the reading thread calls this; others go through a `Reader`. Detaches `bytes`.
 */
export async function readInThread(tools: ReadingTools, job: ReadingJob): Promise<Reading> {
  const { bytes, sights: withSights, against } = job;
  // pdf.js takes the bytes for itself; what is not its to read, reads a copy.
  const own = bytes.slice();
  const objects = openObjects(own);
  const structure = readStructure(objects);
  const attachments = readAttachments(objects);
  const { file = null } = objects;
  const traits = readFileTraits(own, file);
  const fonts = withSights ? new FontUse() : null;
  try {
    return await tools.pdfJs.withPdf(bytes, async (pdf) => {
      const { encrypted, ...ofPdfJs } = await readMetadata(pdf);
      // Where objects cannot be read by the letter, pdf.js mends what it can and tells less.
      const metadata = attachments === null ? ofPdfJs : { ...ofPdfJs, attachments };
      if (encrypted) return unreadable('encrypted', 'the file is encrypted');
      if (pdf.numPages < 1) return unreadable('empty', 'the file has no pages');
      if (pdf.numPages > MAX_PAGES) return unreadable('too-many-pages', `the file has ${pdf.numPages} pages`);
      const answers = await readPages(pdf, fonts, whereToLook(structure, withSights));
      const pages = answers.map((answer) => answer.page);
      const regions = answers.flatMap(({ region }) => region ?? []);
      const symbols = regions.length === 0 ? [] : await tools.symbolReader.read(own, regions);
      const glyphs = fonts === null ? {} : { fonts: readGlyphs(objects, fonts.list()) };
      const pictures =
        against === null ? {} : { pictures: await comparePictures(await tools.rasterizer(), own, against) };
      const damage = withSights ? { damagedStreams: countDamagedStreams(own) } : {};
      const strange = file === null ? {} : { strangeParts: findStrangeParts(file, withSights) };
      const told = { ...traits, ...damage, ...strange };
      return { kind: 'read', document: { pages, structure, metadata, file: told, symbols, ...glyphs, ...pictures } };
    });
  } catch (error) {
    return toUnreadable(error);
  }
}

/**
 * Where barcodes may be. Those of a tagged document are figures of it, and only strict reading looks for others; in a
 * stranger's document anything may be one.
 */
function whereToLook({ root }: ReadStructure, strictly: boolean): (page: PdfPage) => PageQuestions['symbols'] {
  if (root === null) return () => (strictly ? 'anywhere' : 'drawn');
  if (strictly) return () => 'drawn';
  const illustrated = listIllustrated(root);
  return (page) => (page.ref === null || illustrated.has(page.ref.num) ? 'drawn' : 'nowhere');
}

/** Object numbers of the pages that have something of a figure on them. */
function listIllustrated(root: StructureNode): ReadonlySet<number> {
  const pages = new Set<number>();
  const walk = ({ role, children }: StructureNode, inFigure: boolean) => {
    for (const child of children) {
      if (child.kind === 'element') walk(child, inFigure || role === 'Figure');
      else if (inFigure || role === 'Figure') pages.add(Number(/^p(\d+)R/.exec(child.id)?.[1]));
    }
  };
  walk(root, false);
  return pages;
}

async function readPages(
  pdf: PdfDocument,
  fonts: FontUse | null,
  where: (page: PdfPage) => PageQuestions['symbols'],
): Promise<PageAnswer[]> {
  const pages: PageAnswer[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await readPage(page, number, { fonts, symbols: where(page) }));
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
