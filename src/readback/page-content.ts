import { type Box, roundPoints } from '../base/index.ts';
import type { Matrix } from './pdf-js.ts';
import type { ReadPage, TextSight } from './read-document.ts';
import type { FontUse } from './sight/font-use.ts';
import type { Painted } from './sight/painted.ts';
import { measureSights } from './sight/read-sights.ts';
import { type Bounds, toPoint } from './sight/shape.ts';
import { findCandidates, type PictureSource } from './symbols/find-candidates.ts';
import type { Region } from './symbols/symbol-reader.ts';

/** What a reader of files has found on a page, whichever reader it was. */
export interface PageContent extends Omit<ReadPage, 'sights'>, PictureSource {
  /** The number of the page's object; null where it has none. */
  readonly object: number | null;
  readonly toViewport: Matrix;
  /** Nothing where nobody asked. */
  readonly painted: readonly Painted[];
  /** The name that the file has for a font of runs. */
  fontNameOf(font: string): string;
}

/** What is asked of a page beside its text. */
export interface PageQuestions {
  /** How text comes to the eye, and which fonts it is set in, which are gathered here; null where nobody asks. */
  readonly fonts: FontUse | null;
  /** `drawn`: whatever might be a barcode; `anywhere`: all of the page; `nowhere`: no page has one. */
  readonly symbols: 'drawn' | 'anywhere' | 'nowhere';
}

/** A page, and where barcodes are to be looked for on it. */
export interface PageAnswer {
  readonly page: ReadPage;
  readonly region: Region | null;
}

/** Answers what is asked of a page. */
export function answerPage(content: PageContent, { fonts, symbols }: PageQuestions): PageAnswer {
  const { number, width, height, rotation, runs, annotations, links, painted, toViewport } = content;
  const sights = fonts === null ? {} : { sights: readSights(content) };
  fonts?.add(painted, (font) => content.fontNameOf(font));
  const candidates = symbols === 'drawn' ? findCandidates(painted, content) : null;
  const everywhere = { box: { x: 0, y: 0, width, height }, fingerprint: null };
  const drawn = candidates && { ...candidates, box: toViewBox(candidates.bounds, toViewport) };
  const region = symbols === 'anywhere' ? everywhere : drawn;
  return {
    page: {
      number,
      width: roundPoints(width),
      height: roundPoints(height),
      rotation,
      runs,
      annotations,
      ...(links === undefined ? {} : { links }),
      ...sights,
    },
    region: region && { page: number, box: region.box, fingerprint: region.fingerprint },
  };
}

function readSights({ painted, view, toViewport }: PageContent): TextSight[] {
  return measureSights(painted, view).map(({ bounds, ...sight }) => ({ ...sight, box: toViewBox(bounds, toViewport) }));
}

/** A box of the page's own space as the viewer sees it. */
export function toViewBox({ left, right, bottom, top }: Bounds, toViewport: Matrix): Box {
  const [x0, y0] = toPoint(toViewport, left, top);
  const [x1, y1] = toPoint(toViewport, right, bottom);
  return {
    x: roundPoints(Math.min(x0, x1)),
    y: roundPoints(Math.min(y0, y1)),
    width: roundPoints(Math.abs(x1 - x0)),
    height: roundPoints(Math.abs(y1 - y0)),
  };
}
