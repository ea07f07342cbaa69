import type { Box } from '../base/index.ts';
import type { StructureElement } from '../layout/index.ts';
import { unite } from './bounds.ts';
import type { WrittenPage } from './page-objects.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** An element's /A entry: scope and spans of table cells, the extent of figures (ISO 32000-1 §14.8.5). */
export function attributesOf(element: StructureElement, extent: string | null): string {
  const table = tableAttributes(element);
  if (extent === null) return table === '' ? '' : `/A${table}`;
  const layout = `<</O/Layout/BBox${extent}>>`;
  return table === '' ? `/A${layout}` : `/A[${table}${layout}]`;
}

function tableAttributes({ scope, rowSpan, columnSpan }: StructureElement): string {
  if (scope === null && rowSpan === 1 && columnSpan === 1) return '';
  const entries = [
    scope === null ? '' : `/Scope/${scope}`,
    rowSpan === 1 ? '' : `/RowSpan ${rowSpan}`,
    columnSpan === 1 ? '' : `/ColSpan ${columnSpan}`,
  ];
  return `<</O/Table${entries.join('')}>>`;
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
