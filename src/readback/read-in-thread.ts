import { createRasterizer, type Rasterizer } from '../raster/index.ts';
import { compareObjects } from './against/compare-objects.ts';
import { comparePictures } from './against/compare-pictures.ts';
import { FontPrograms } from './glyphs/font-programs.ts';
import { readGlyphs } from './glyphs/read-glyphs.ts';
import { MAX_PAGES } from './limits.ts';
import { countDamagedStreams } from './objects/count-damaged-streams.ts';
import { type OpenedObjects, openObjects } from './objects/open-objects.ts';
import { answerPage, type PageAnswer, type PageContent, type PageQuestions } from './page-content.ts';
import { loadPdfJs, type PdfJs } from './pdf-js.ts';
import { openByProfile, type ProfileReading } from './profile/open-by-profile.ts';
import { readAttachments } from './read-attachments.ts';
import type {
  FileTraits,
  ReadBy,
  ReadFont,
  Reading,
  ReadMetadata,
  ReadStructure,
  StructureNode,
  UnreadableReason,
} from './read-document.ts';
import { readFileTraits } from './read-file-traits.ts';
import { readMetadata } from './read-metadata.ts';
import { readPage } from './read-page.ts';
import { readStructure } from './read-structure.ts';
import { ReadingComparison } from './reading-comparison.ts';
import { FontUse } from './sight/font-use.ts';
import { findStrangeParts } from './strange/find-strange-parts.ts';
import { SymbolReader } from './symbols/symbol-reader.ts';

/** One file, and what is asked of it. */
export interface ReadingJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sights: boolean;
  /** Another file whose pages it is to look like; null where nobody asks. */
  readonly against: Uint8Array | null;
  readonly by: ReadBy;
}

/** What reading takes, loaded once a thread, each part when it is first needed. */
export interface ReadingTools {
  readonly pdfJs: () => Promise<PdfJs>;
  readonly symbolReader: SymbolReader;
  readonly programs: FontPrograms;
  readonly rasterizer: () => Promise<Rasterizer>;
}

/** `watch` hears when pdf.js begins to load, and when it has: until then no file has had its time. */
export function makeReadingTools(watch: (what: 'loading' | 'loaded') => void = () => undefined): ReadingTools {
  const rasterizer = once(createRasterizer);
  const pdfJs = once(async () => {
    watch('loading');
    const loaded = await loadPdfJs();
    watch('loaded');
    return loaded;
  });
  return { pdfJs, symbolReader: new SymbolReader(rasterizer), programs: new FontPrograms(), rasterizer };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load();
    return loading;
  };
}

/**
 * Reads a file in the calling thread, which stands still meanwhile, and where pdf.js works may stand still for ever if
 * the file is hostile. Only the reading thread and direct readers call this; others go through a `Reader`.
 */
export async function readInThread(tools: ReadingTools, job: ReadingJob): Promise<Reading> {
  try {
    const objects = openObjects(job.bytes);
    const profile = job.by === 'pdf.js' ? null : openByProfile(job.bytes, objects);
    const own = profile === null || job.by === 'both' ? null : tellByProfile(tools, job, profile);
    return own === null ? await readByPdfJs(tools, job, objects, profile) : await finish(tools, job, objects, own);
  } catch (error) {
    return toUnreadable(error);
  }
}

/** A file as a reader has it, ahead of what is worked out in the same way whoever has read. */
interface Told {
  readonly by: 'profile' | 'pdf.js' | 'both';
  readonly answers: readonly PageAnswer[];
  readonly structure: ReadStructure;
  readonly metadata: ReadMetadata;
  readonly file: FileTraits;
  /** Null where nobody asks. */
  readonly fonts: readonly ReadFont[] | null;
  /** Null where one reader alone has read. */
  readonly disagreements: readonly string[] | null;
}

/** By the small reader; null where a page is not of its profile after all. */
function tellByProfile(
  { programs }: ReadingTools,
  { bytes, sights }: ReadingJob,
  profile: ProfileReading,
): Told | null {
  const { pageCount, structure, metadata, objects } = profile;
  const asking = toAsking(structure, sights);
  const answers: PageAnswer[] = [];
  for (let number = 1; number <= pageCount; number += 1) {
    const page = profile.readPage(number);
    if (page === null) return null;
    answers.push(asking.answer(page));
  }
  return {
    by: 'profile',
    answers,
    structure,
    metadata,
    // Every stream was inflated on the way, and none was damaged.
    file: {
      ...readFileTraits(bytes, objects),
      ...(sights ? { damagedStreams: 0 } : {}),
      strangeParts: findStrangeParts(objects, sights),
    },
    fonts: asking.fonts === null ? null : readGlyphs({ file: objects }, asking.fonts.list(), programs),
    disagreements: null,
  };
}

async function readByPdfJs(
  tools: ReadingTools,
  job: ReadingJob,
  objects: OpenedObjects,
  profile: ProfileReading | null,
): Promise<Reading> {
  const { bytes, sights } = job;
  const structure = readStructure(objects);
  const attachments = readAttachments(objects);
  const { file = null } = objects;
  const pdfJs = await tools.pdfJs();
  // pdf.js takes for itself what it is given.
  return pdfJs.withPdf(bytes.slice(), async (pdf) => {
    const { encrypted, ...told } = await readMetadata(pdf);
    // Where objects cannot be read by the letter, pdf.js mends what it can and tells less.
    const metadata = attachments === null ? told : { ...told, attachments };
    if (encrypted) return unreadable('encrypted', 'the file is encrypted');
    if (pdf.numPages < 1) return unreadable('empty', 'the file has no pages');
    if (pdf.numPages > MAX_PAGES) return unreadable('too-many-pages', `the file has ${pdf.numPages} pages`);
    const asking = toAsking(structure, sights);
    const comparison = profile === null ? null : new ReadingComparison(profile, metadata);
    const answers: PageAnswer[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await readPage(page, number, comparison !== null || asking.asksPaint(page.ref?.num ?? null));
      answers.push(asking.answer(content));
      comparison?.add(content);
      page.cleanup();
    }
    const disagreements = comparison?.finish() ?? null;
    const damage = sights ? { damagedStreams: countDamagedStreams(bytes) } : {};
    const strange = file === null ? {} : { strangeParts: findStrangeParts(file, sights) };
    return finish(tools, job, objects, {
      by: disagreements === null ? 'pdf.js' : 'both',
      answers,
      structure,
      metadata,
      file: { ...readFileTraits(bytes, file), ...damage, ...strange },
      fonts: asking.fonts === null ? null : readGlyphs(objects, asking.fonts.list(), tools.programs),
      disagreements,
    });
  });
}

/** What is worked out in the same way whoever has read: barcodes, and pictures and objects beside those of another file. */
async function finish(
  tools: ReadingTools,
  { bytes, against }: ReadingJob,
  objects: OpenedObjects,
  told: Told,
): Promise<Reading> {
  const { by, answers, structure, metadata, file, fonts, disagreements } = told;
  const pages = answers.map((answer) => answer.page);
  const regions = answers.flatMap(({ region }) => region ?? []);
  const symbols = regions.length === 0 ? [] : await tools.symbolReader.read(bytes, regions);
  const glyphs = fonts === null ? {} : { fonts };
  const pictures =
    against === null
      ? {}
      : {
          pictures: await comparePictures(await tools.rasterizer(), bytes, against),
          objectDifferences: compareObjects(objects, openObjects(against)),
        };
  const differences = disagreements === null ? {} : { disagreements };
  const document = { pages, structure, metadata, file, symbols, ...glyphs, ...pictures, ...differences };
  return { kind: 'read', by, document };
}

/** What is asked of the pages of a document. */
function toAsking(structure: ReadStructure, sights: boolean) {
  const fonts = sights ? new FontUse() : null;
  const where = whereToLook(structure, sights);
  return {
    fonts,
    asksPaint: (object: number | null): boolean => sights || where(object) === 'drawn',
    answer: (page: PageContent): PageAnswer => answerPage(page, { fonts, symbols: where(page.object) }),
  };
}

/**
 * Where barcodes may be. Those of a tagged document are figures of it, and only strict reading looks for others; in a
 * stranger's document anything may be one.
 */
function whereToLook({ root }: ReadStructure, strictly: boolean): (page: number | null) => PageQuestions['symbols'] {
  if (root === null) return () => (strictly ? 'anywhere' : 'drawn');
  if (strictly) return () => 'drawn';
  const illustrated = listIllustrated(root);
  return (page) => (page === null || illustrated.has(page) ? 'drawn' : 'nowhere');
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

/** pdf.js throws its own exceptions for what it cannot read; whatever else it throws, the file is not readable either. */
function toUnreadable(error: unknown): Reading {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  return unreadable(name === 'PasswordException' ? 'encrypted' : 'damaged', message);
}

function unreadable(reason: UnreadableReason, detail: string): Reading {
  return { kind: 'unreadable', reason, detail };
}
