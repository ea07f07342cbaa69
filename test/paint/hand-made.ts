import { readFile } from 'node:fs/promises';
import { parseCalendarDate } from '#dist/base/index.js';
import type { Color } from '#dist/document/index.js';
import type {
  Drawable,
  LineDrawable,
  LinkDrawable,
  Mark,
  Page,
  PagedDocument,
  RectangleDrawable,
  StructureElement,
  StructureLeaf,
  StructureRole,
  TextDrawable,
} from '#dist/layout/index.js';
import { FontSubsets, type PaintMetadata, type PaintResources } from '#dist/paint/index.js';
import { type FontBook, type FontSpec, loadBundledFonts, loadFontBook } from '#dist/text/index.js';

/** Display lists written by hand: what layout would hand over, one drawable at a time. */

const A4 = { width: 595.276, height: 841.89 };
export const BLACK: Color = { red: 0, green: 0, blue: 0, alpha: 1 };

export async function loadFonts(): Promise<FontBook> {
  const folder = new URL('../../fonts/', import.meta.url);
  return loadFontBook(await loadBundledFonts((file) => readFile(new URL(file, folder))));
}

export function content(leaf: number, fact: string | null = null): Mark {
  return { kind: 'content', leaf, fact };
}

export const BACKGROUND: Mark = { kind: 'artifact', type: 'Background', subtype: null, fact: null };

export function footer(fact: string | null = null): Mark {
  return { kind: 'artifact', type: 'Pagination', subtype: 'Footer', fact };
}

export interface TextOptions {
  readonly size?: number;
  readonly color?: Color;
  readonly family?: string;
  readonly weight?: number;
  readonly spec?: Partial<FontSpec>;
}

/** Makes text drawables in the fonts of one book. */
export function textMaker(book: FontBook) {
  return (text: string, at: { x: number; y: number }, mark: Mark, options: TextOptions = {}): TextDrawable => {
    const [face] = book.match([options.family ?? 'Source Sans 3'], options.weight ?? 400, 'normal');
    if (face === undefined) throw new Error('no such face');
    const spec: FontSpec = {
      face,
      size: options.size ?? 10,
      figureSpacing: 'normal',
      figureStyle: 'normal',
      kerning: true,
      ligatures: true,
      letterSpacing: 0,
      wordSpacing: 0,
      ...options.spec,
    };
    return { kind: 'text', ...at, run: book.shape(text, spec), color: options.color ?? BLACK, mark };
  };
}

export function rectangle(
  [x, y, width, height]: readonly [number, number, number, number],
  mark: Mark,
  options: { readonly fill?: Color; readonly radii?: RectangleDrawable['radii'] } = {},
): RectangleDrawable {
  const fill = options.fill ?? { red: 0.9, green: 0.92, blue: 0.95, alpha: 1 };
  return { kind: 'rectangle', box: { x, y, width, height }, radii: options.radii ?? [0, 0, 0, 0], fill, mark };
}

export function line(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  mark: Mark,
  dash: LineDrawable['dash'] = 'solid',
): LineDrawable {
  return { kind: 'line', x1, y1, x2, y2, width: 0.75, dash, color: BLACK, mark };
}

export function link(
  url: string,
  [x, y, width, height]: readonly [number, number, number, number],
  mark: Mark,
): LinkDrawable {
  return { kind: 'link', box: { x, y, width, height }, url, contents: `Link to ${url}`, mark };
}

export function leaf(id: number): StructureLeaf {
  return { kind: 'leaf', id };
}

export function element(
  role: StructureRole,
  children: StructureElement['children'],
  rest: Partial<StructureElement> = {},
): StructureElement {
  return {
    kind: 'structure',
    role,
    fact: null,
    alternative: null,
    language: null,
    scope: null,
    rowSpan: 1,
    columnSpan: 1,
    children,
    ...rest,
  };
}

export function page(drawables: readonly Drawable[]): Page {
  return { ...A4, drawables, outline: [] };
}

export function paged(
  pages: readonly Page[],
  children: StructureElement['children'],
  title = 'Faktura 1',
): PagedDocument {
  return { language: 'nb', title, pages, structure: element('Document', children) };
}

const DATE = parseCalendarDate('2026-11-23');
if (DATE === null) throw new Error('not a date');

export const METADATA: PaintMetadata = {
  author: 'Fjord Kaffe AS',
  subject: 'Invoice 1',
  keywords: ['invoice', '1'],
  creator: 'fakturapress 0.1.0',
  template: { name: 'classic', version: '1.0.0' },
  facturX: null,
  date: DATE,
};

export function resources(book: FontBook, rest: Partial<PaintResources> = {}): PaintResources {
  return { fonts: new FontSubsets(book.fontOf), images: new Map(), metadata: METADATA, attachments: [], ...rest };
}

/** The smallest document: one paragraph. */
export function oneParagraph(book: FontBook, text: string, title?: string): PagedDocument {
  return paged([page([textMaker(book)(text, { x: 40, y: 60 }, content(1))])], [element('P', [leaf(1)])], title);
}
