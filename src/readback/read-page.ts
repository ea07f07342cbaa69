import { roundPoints } from '../base/index.ts';
import { toFactName } from './fact-tag.ts';
import { type PageContent, toViewBox } from './page-content.ts';
import { type Matrix, multiply, type PdfAnnotation, type PdfPage, type PdfTextItem } from './pdf-js.ts';
import type { ReadPage, TextRun } from './read-document.ts';
import { readPaint } from './sight/read-paint.ts';

/** Reads one page by pdf.js: its text with positions and marks, and where asked what it paints. */
export async function readPage(page: PdfPage, number: number, asksPaint: boolean): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const annotations = await page.getAnnotations();
  const [left, bottom, right, top] = page.view;
  return {
    number,
    object: page.ref?.num ?? null,
    width: viewport.width,
    height: viewport.height,
    rotation: page.rotate,
    view: { left, bottom, right, top },
    toViewport: viewport.transform,
    runs: toRuns(items, styles, viewport.transform, number),
    annotations: annotations.map((annotation) => annotation.subtype ?? ''),
    ...readLinks(annotations, viewport.transform),
    painted: asksPaint ? readPaint(await page.getOperatorList()) : [],
    fontNameOf: (font) => {
      const name = page.commonObjs.has(font) ? page.commonObjs.get(font).name : null;
      return typeof name === 'string' ? name : '';
    },
    looksOf: (picture) => readPixels(page, picture),
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

/** Pictures that many pages share have a store of their own. */
function readPixels(page: PdfPage, picture: string): Uint8Array | Uint8ClampedArray | null {
  const store = picture.startsWith('g_') ? page.commonObjs : page.objs;
  const pixels = store.has(picture) ? store.get(picture).data : null;
  return pixels instanceof Uint8Array || pixels instanceof Uint8ClampedArray ? pixels : null;
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
