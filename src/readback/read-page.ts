import { type Box, roundPoints } from '../base/index.ts';
import { toFactName } from './fact-tag.ts';
import { type Matrix, multiply, type PdfAnnotation, type PdfPage, type PdfTextItem } from './pdf-js.ts';
import type { ReadPage, TextRun, TextSight } from './read-document.ts';
import type { FontUse } from './sight/font-use.ts';
import type { Painted } from './sight/painted.ts';
import { readPaint } from './sight/read-paint.ts';
import { measureSights } from './sight/read-sights.ts';
import { type Bounds, toPoint } from './sight/shape.ts';
import { findCandidates } from './symbols/find-candidates.ts';
import type { Region } from './symbols/symbol-reader.ts';

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

/** Reads one page: its text with positions and marks, and what else is asked. */
export async function readPage(page: PdfPage, number: number, questions: PageQuestions): Promise<PageAnswer> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const annotations = await page.getAnnotations();
  const runs = toRuns(items, styles, viewport.transform, number);
  const { fonts, symbols } = questions;
  const asksPaint = fonts !== null || symbols === 'drawn';
  const painted = asksPaint ? readPaint(await page.getOperatorList()) : [];
  const sights = fonts === null ? {} : { sights: readSights(painted, page, viewport.transform) };
  fonts?.add(painted, page);
  const candidates = symbols === 'drawn' ? findCandidates(painted, page) : null;
  const everywhere = { box: { x: 0, y: 0, width: viewport.width, height: viewport.height }, fingerprint: null };
  const drawn = candidates && { ...candidates, box: toViewBox(candidates.bounds, viewport.transform) };
  const region = symbols === 'anywhere' ? everywhere : drawn;
  page.cleanup();
  return {
    page: {
      number,
      width: roundPoints(viewport.width),
      height: roundPoints(viewport.height),
      rotation: page.rotate,
      runs,
      annotations: annotations.map((annotation) => annotation.subtype ?? ''),
      ...readLinks(annotations, viewport.transform),
      ...sights,
    },
    region: region && { page: number, box: region.box, fingerprint: region.fingerprint },
  };
}

function readLinks(annotations: readonly PdfAnnotation[], toViewport: Matrix): Pick<ReadPage, 'links'> {
  const links = annotations.filter(({ subtype }) => subtype === 'Link');
  if (links.length === 0) return {};
  return {
    links: links.map(({ unsafeUrl, contentsObj, rect: [left = 0, bottom = 0, right = 0, top = 0] = [] }) => ({
      target: unsafeUrl ?? null,
      contents: contentsObj?.str ?? '',
      box: toViewBox({ left, bottom, right, top }, toViewport),
    })),
  };
}

function readSights(painted: readonly Painted[], page: PdfPage, toViewport: Matrix): TextSight[] {
  const [left, bottom, right, top] = page.view;
  const measured = measureSights(painted, { left, bottom, right, top });
  return measured.map(({ bounds, ...sight }) => ({ ...sight, box: toViewBox(bounds, toViewport) }));
}

function toViewBox({ left, right, bottom, top }: Bounds, toViewport: Matrix): Box {
  const [x0, y0] = toPoint(toViewport, left, top);
  const [x1, y1] = toPoint(toViewport, right, bottom);
  return {
    x: roundPoints(Math.min(x0, x1)),
    y: roundPoints(Math.min(y0, y1)),
    width: roundPoints(Math.abs(x1 - x0)),
    height: roundPoints(Math.abs(y1 - y0)),
  };
}

/** One open marked-content sequence. */
interface OpenMark {
  readonly tag: string | null;
  readonly id: string | null;
}

function toRuns(
  items: readonly PdfTextItem[],
  styles: Readonly<Record<string, { readonly ascent: number; readonly descent: number }>>,
  toViewport: Matrix,
  page: number,
): TextRun[] {
  const runs: TextRun[] = [];
  const open: OpenMark[] = [];
  for (const item of items) {
    if (item.type === 'endMarkedContent') {
      open.pop();
    } else if (item.type !== undefined) {
      open.push({ tag: item.tag, id: item.id ?? null });
    } else if (item.str !== '' && item.str !== ' ') {
      // Lone spaces are pdf.js's own guesses at gaps; boxes say it better.
      runs.push({
        page,
        index: runs.length,
        text: item.str,
        ...toPosition(item, styles[item.fontName], toViewport),
        font: item.fontName,
        ...toMark(open),
      });
    }
  }
  return runs;
}

function toPosition(
  item: { readonly transform: Matrix; readonly width: number },
  style: { readonly ascent: number; readonly descent: number } | undefined,
  toViewport: Matrix,
): Pick<TextRun, 'box' | 'baseline' | 'fontSize' | 'angle'> {
  const [a, b, c, d, x, y] = multiply(toViewport, item.transform);
  const fontSize = Math.hypot(c, d);
  const ascent = finiteOr(style?.ascent, 0.8) * fontSize;
  const descent = finiteOr(style?.descent, -0.2) * fontSize;
  return {
    box: {
      x: roundPoints(x),
      y: roundPoints(y - ascent),
      width: roundPoints(item.width),
      height: roundPoints(ascent - descent),
    },
    baseline: roundPoints(y),
    fontSize: roundPoints(fontSize),
    angle: Math.round((Math.atan2(b, a) * 180) / Math.PI) + 0,
  };
}

/** The innermost fact and content id, and whether any sequence around is an artifact. */
function toMark(open: readonly OpenMark[]): Pick<TextRun, 'fact' | 'contentId' | 'artifact'> {
  return {
    fact: toFactName(open.findLast((mark) => toFactName(mark.tag) !== null)?.tag ?? null),
    contentId: open.findLast((mark) => mark.id !== null)?.id ?? null,
    artifact: open.some((mark) => mark.tag === 'Artifact'),
  };
}

function finiteOr(value: number | undefined, fallback: number): number {
  return value !== undefined && Number.isFinite(value) && value !== 0 ? value : fallback;
}
