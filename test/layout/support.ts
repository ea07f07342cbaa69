import { readFile } from 'node:fs/promises';
import { createCascade, parseHtml, parseStyleSheet } from '#dist/document/index.js';
import { type LayoutContext, layOutDocument, type OutlineBox, type PagedDocument } from '#dist/layout/index.js';
import type { Drawable, StructureElement, TextDrawable } from '#dist/layout/page.js';
import { loadBundledFonts, loadFontBook } from '#dist/text/index.js';

const FONTS = new URL('../../fonts/', import.meta.url);

export const fontBook = loadFontBook(await loadBundledFonts((file) => readFile(new URL(file, FONTS))));

/** A context of the real fonts, one square image of 40 pt called `logo`, and `payable` and `kid` as whole facts. */
export const context: LayoutContext = {
  fontBook,
  imageSize: (name) => (name === 'logo' ? { width: 40, height: 40 } : null),
  isWhole: (fact) => fact === 'payable' || fact === 'kid',
};

/** A page of 400 × 300 pt with margins of 50 pt, its text 10 pt on lines of 15 pt: easy to count with. */
export const BASE_CSS = `
  @page { size: 400pt 300pt; margin: 50pt }
  body { margin: 0; font: 10pt/15pt "Source Sans 3" }
  p { margin: 0 }
`;

/** Lays out a body under the base style and more. */
export function layOut(css: string, body: string, using: LayoutContext = context): PagedDocument {
  const html = `<!doctype html><html lang="en"><head><title>Test</title></head><body>${body}</body></html>`;
  return layOutHtml(html, css, using);
}

/** Lays out a whole document. */
export function layOutHtml(html: string, css: string, using: LayoutContext = context): PagedDocument {
  const sheets = [parseStyleSheet(BASE_CSS, { file: 'base.css' }), parseStyleSheet(css, { file: 'test.css' })];
  return layOutDocument(createCascade(sheets).style(parseHtml(html, { file: 'test.html' })), using);
}

/** Boxes that elements of a tag got, as [x, y, width, height]; all of a page, in document order. */
export function boxesOf(paged: PagedDocument, tag: string, page = 1): [number, number, number, number][] {
  return outlineOf(paged, page)
    .filter((outline) => outline.tag === tag)
    .map(({ box }) => [box.x, box.y, box.width, box.height]);
}

export function outlineOf(paged: PagedDocument, page = 1): readonly OutlineBox[] {
  return paged.pages[page - 1]?.outline ?? [];
}

export function drawablesOf<Kind extends Drawable['kind']>(
  paged: PagedDocument,
  kind: Kind,
  page?: number,
): Extract<Drawable, { kind: Kind }>[] {
  const pages = page === undefined ? paged.pages : paged.pages.slice(page - 1, page);
  return pages.flatMap(({ drawables }) =>
    drawables.filter((drawable): drawable is Extract<Drawable, { kind: Kind }> => drawable.kind === kind),
  );
}

export function textsOf(paged: PagedDocument, page?: number): string[] {
  return drawablesOf(paged, 'text', page).map(({ run }) => run.text);
}

/** The first text drawable with this text; without one the test is wrong. */
export function textNamed(paged: PagedDocument, text: string, page?: number): TextDrawable {
  const found = drawablesOf(paged, 'text', page).find(({ run }) => run.text.trim() === text);
  if (found === undefined) throw new Error(`No text "${text}" among ${JSON.stringify(textsOf(paged, page))}`);
  return found;
}

/** The structure tree as nested lists of roles, with facts and scopes. */
export function outlineStructure(element: StructureElement): string {
  const details = [element.fact, element.scope, element.alternative, element.language].filter((d) => d !== null);
  const name = details.length === 0 ? element.role : `${element.role}:${details.join(':')}`;
  const inner = element.children.map((child) => (child.kind === 'leaf' ? '·' : outlineStructure(child)));
  return inner.length === 0 ? name : `${name}(${inner.join(' ')})`;
}

/** The code of the fault that a function throws, or null. */
export function faultOf(run: () => unknown): { code: string; message: string; line: number | null } | null {
  try {
    run();
    return null;
  } catch (fault) {
    if (!(fault instanceof Error) || !('code' in fault)) throw fault;
    const { place } = fault as { place?: { line: number } };
    return { code: String(fault.code), message: fault.message, line: place?.line ?? null };
  }
}
