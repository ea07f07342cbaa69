import type { Box } from '../base/index.ts';
import type { StructureElement } from '../layout/index.ts';
import { unite } from './bounds.ts';
import type { WrittenPage } from './page-objects.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** An element's /A entry: scope and spans of table cells, the extent of figures (ISO 32000-1 §14.8.5). */
export function attributesOf(element: StructureElement, extent: string | null): string {
  const table = [
    element.scope === null ? '' : `/Scope/${element.scope}`,
    element.rowSpan === 1 ? '' : `/RowSpan ${element.rowSpan}`,
    element.columnSpan === 1 ? '' : `/ColSpan ${element.columnSpan}`,
  ].join('');
  const attributes = [table === '' ? '' : `<</O/Table${table}>>`, extent === null ? '' : `<</O/Layout/BBox${extent}>>`];
  const given = attributes.filter((attribute) => attribute !== '');
  if (given.length === 0) return '';
  return `/A${given.length === 1 ? given[0] : `[${given.join('')}]`}`;
}

/** Where a figure lies on its page, as a rectangle in PDF's own direction; null where it was not drawn. */
export function figureBox(figure: StructureElement, pages: readonly WrittenPage[]): string | null {
  const leaves = leavesOf(figure);
  for (const { painted } of pages) {
    const boxes = leaves.map((leaf) => painted.figureBounds.get(leaf) ?? null);
    const box = boxes.reduce<Box | null>(unite, null);
    if (box !== null) {
      const bottom = painted.height - box.y - box.height;
      return `[${[box.x, bottom, box.x + box.width, bottom + box.height].map(pdfNumber).join(' ')}]`;
    }
  }
  return null;
}

function leavesOf(element: StructureElement): number[] {
  return element.children.flatMap((child) => (child.kind === 'leaf' ? [child.id] : leavesOf(child)));
}
