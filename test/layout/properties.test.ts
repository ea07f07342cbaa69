import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpPages, type PagedDocument } from '#dist/layout/index.js';
import type { TextDrawable } from '#dist/layout/page.js';
import { faultOf, layOut } from './support.ts';

/** A random document: its words are numbered in document order, so that each can be found again. */
type Tree =
  | { readonly kind: 'text'; readonly words: number }
  | {
      readonly kind: 'list' | 'block' | 'flex' | 'grid';
      readonly style: readonly string[];
      readonly children: readonly Tree[];
    }
  | { readonly kind: 'table'; readonly head: TableHead; readonly rows: readonly (readonly Tree[])[] };

/** `carries` has rows besides that stand only where a page breaks the table. */
type TableHead = 'none' | 'plain' | 'carries';

const STYLES = ['m', 'p', 'b', 'avoid', 'first', 'w', 'right', 'rel', 'min'];

const CSS = `
  @page { size: 900pt 300pt; margin: 50pt }
  body { overflow-wrap: anywhere }
  .m { margin: 9pt 0 6pt } .p { padding: 6pt 3pt } .b { border: 1.5pt solid #000 } .avoid { break-inside: avoid }
  .first { break-before: page } .w { box-sizing: border-box; width: 80% } .right { text-align: right } .rel { position: relative }
  .min { min-height: 36pt }
  .flex { display: flex; gap: 6pt } .flex > * { flex: 1 1 0 }
  .grid { display: grid; gap: 3pt 6pt; grid-template-columns: 1fr 2fr } .grid > :nth-child(3) { grid-column: span 2 }
  .grid > :nth-child(4) { grid-row: span 2 }
  .row { string-set: sum attr(data-carried) } .from { -fp-show: after-break } .to { -fp-show: before-break }
  .from th::before { content: string(sum, entry) } .to th::before { content: string(sum, last) }
  table { border-collapse: collapse; width: 100%; table-layout: fixed } td, th { padding: 1.5pt; font-weight: 400 }
  ul { margin: 0; padding-left: 18pt; list-style-type: none }
`;

const text = fc.record({ kind: fc.constant('text' as const), words: fc.integer({ min: 1, max: 25 }) });
const style = fc.uniqueArray(fc.constantFrom(...STYLES), { maxLength: 3 });

const { tree } = fc.letrec<{ tree: Tree; box: Tree; table: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3, depthSize: 'small', withCrossShrink: true }, text, tie('box'), tie('table')),
  box: fc.record({
    kind: fc.constantFrom('block' as const, 'block' as const, 'flex' as const, 'list' as const, 'grid' as const),
    style,
    children: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
  }),
  table: fc.record({
    kind: fc.constant('table' as const),
    head: fc.constantFrom('none' as const, 'plain' as const, 'carries' as const),
    rows: fc
      .integer({ min: 1, max: 3 })
      .chain((columns) =>
        fc.array(fc.array(tie('tree'), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
      ),
  }),
}));

const documents = fc.array(tree, { minLength: 1, maxLength: 6 });

/** Milliseconds; hundreds of documents on a busy machine. */
const PATIENCE = 1_200_000;

/** `npm run properties` asks for more. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 250);

/** What a document that asks for the impossible may be refused with: nothing else, and never a loop. */
const ALLOWED_FAULTS = new Set(['TEXT_OVERFLOW', 'LAYOUT_NO_PROGRESS']);

describe('random documents', () => {
  it('lose no word, double none, and keep each page in reading order, inside the page and apart', {
    timeout: PATIENCE,
  }, () => {
    let laidOut = 0;
    fc.assert(
      fc.property(documents, (trees) => {
        const { html, count } = write(trees);
        const paged = tryLayOut(html);
        if (paged === null) return;
        laidOut += 1;
        expect(allWords(paged)).toEqual(Array.from({ length: count }, (_, i) => i));
        for (const page of paged.pages)
          checkPage(
            page.drawables.filter((d) => d.kind === 'text'),
            page,
          );
      }),
      { numRuns: RUNS },
    );
    expect(laidOut / RUNS).toBeGreaterThan(0.9);
  });

  it('come out the same every time', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(documents, (trees) => {
        const { html } = write(trees);
        const paged = tryLayOut(html);
        if (paged) expect(dumpPages(layOut(CSS, html))).toBe(dumpPages(paged));
      }),
      { numRuns: 50 },
    );
  });
});

describe('random tables', () => {
  it('print their rows in order, each row on one page if a page can hold it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 60 }), (heights) => {
        const rows = heights.map((lines, i) => `<tr><td>${Array(lines).fill(`r${i}`).join('<br>')}</td></tr>`).join('');
        const paged = layOut(CSS, `<table><thead><tr><th>h</th></tr></thead><tbody>${rows}</tbody></table>`);
        const printed = paged.pages.map(({ drawables }) =>
          drawables.flatMap((d) =>
            d.kind === 'text' && d.mark.kind === 'content' && d.run.text !== 'h' ? [d.run.text.trimEnd()] : [],
          ),
        );
        expect(printed.flat()).toEqual(heights.flatMap((lines, i) => Array(lines).fill(`r${i}`)));
        for (const [i, texts] of printed.entries()) {
          const before = printed[i - 1]?.at(-1);
          if (before !== undefined) expect(texts[0]).not.toBe(before);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function tryLayOut(html: string): PagedDocument | null {
  let paged: PagedDocument | null = null;
  const fault = faultOf(() => {
    paged = layOut(CSS, html);
  });
  if (fault) expect(ALLOWED_FAULTS).toContain(fault.code);
  return paged;
}

function write(trees: readonly Tree[]): { html: string; count: number } {
  let count = 0;
  const words = (n: number) => Array.from({ length: n }, () => `w${count++}`).join(' ');
  const writeTree = (node: Tree): string => {
    switch (node.kind) {
      case 'text':
        return `<p>${words(node.words)}</p>`;
      case 'block':
        return `<div class="${node.style.join(' ')}">${node.children.map((child) => writeTree(child)).join('')}</div>`;
      case 'flex':
      case 'grid':
        return `<div class="${node.kind} ${node.style.join(' ')}">${node.children.map((child) => writeTree(child)).join('')}</div>`;
      case 'list':
        return `<ul class="${node.style.join(' ')}">${node.children.map((child) => `<li>${writeTree(child)}</li>`).join('')}</ul>`;
      default: {
        const [head, ...body] = node.rows.map(
          (row) =>
            `<tr class="row" data-carried="${count}">${row.map((cell) => `<td>${writeTree(cell)}</td>`).join('')}</tr>`,
        );
        if (node.head === 'none') return `<table><tbody>${head}${body.join('')}</tbody></table>`;
        const columns = node.rows[0]?.length ?? 1;
        const header = `<tr>${'<th>h</th>'.repeat(columns)}</tr>`;
        const rows = `<tbody>${head}${body.join('')}</tbody>`;
        if (node.head === 'plain') return `<table><thead>${header}</thead>${rows}</table>`;
        const strip = (name: string) => `<tr class="${name}"><th colspan="${columns}"></th></tr>`;
        return `<table><thead>${header}${strip('from')}</thead>${rows}<tfoot>${strip('to')}</tfoot></table>`;
      }
    }
  };
  return { html: trees.map((tree) => writeTree(tree)).join(''), count };
}

/** The numbers of all words printed as content, in order. */
function allWords(paged: PagedDocument): number[] {
  const byLeaf = new Map<number, string>();
  for (const { drawables } of paged.pages) {
    for (const drawable of drawables) {
      if (drawable.kind !== 'text' || drawable.mark.kind !== 'content') continue;
      // A word may be split over lines, even over pages; within its paragraph the parts follow each other.
      const { leaf } = drawable.mark;
      byLeaf.set(leaf, (byLeaf.get(leaf) ?? '') + drawable.run.text);
    }
  }
  const texts = [...byLeaf.values()].join(' ');
  return [...texts.matchAll(/w(\d+)/g)].map(([, number]) => Number(number)).sort((a, b) => a - b);
}

function checkPage(texts: readonly TextDrawable[], page: { width: number; height: number }): void {
  const leaves = texts.flatMap(({ mark }) => (mark.kind === 'content' ? [mark.leaf] : []));
  expect(leaves).toEqual(leaves.toSorted((a, b) => a - b));
  const boxes = texts.map(({ x, y, run }) => ({
    left: x,
    right: x + run.width - trailing(run),
    top: y - 7,
    bottom: y + 2,
  }));
  const outside = boxes.filter((b) => b.left < 0 || b.right > page.width || b.top < 0 || b.bottom > page.height);
  expect(outside).toEqual([]);
  const overlapping = boxes.filter((a, i) => boxes.slice(i + 1).some((b) => overlap(a, b)));
  expect(overlapping).toEqual([]);
}

interface TextBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlap(a: TextBox, b: TextBox): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0.3 && height > 0.3;
}

function trailing(run: TextDrawable['run']): number {
  return run.text.endsWith(' ') ? (run.advances.at(-1) ?? 0) : 0;
}
