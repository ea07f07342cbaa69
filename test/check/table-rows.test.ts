import { expect, test } from 'vitest';
import { listTableRows } from '#dist/check/table-rows.js';
import type { StructureNode } from '#dist/readback/index.js';

function element(role: string, children: readonly StructureNode[], spans: Partial<StructureNode> = {}): StructureNode {
  return {
    kind: 'element',
    role,
    id: null,
    alternative: null,
    actualText: null,
    language: null,
    scope: null,
    rowSpan: 1,
    columnSpan: 1,
    children,
    ...spans,
  };
}

const cell = (spans: Partial<StructureNode> = {}) => element('TD', [], spans);
const row = (...cells: StructureNode[]) => element('TR', cells);

test('rows are counted in columns, whatever spans them', () => {
  const table = element('Table', [
    element('THead', [row(cell({ columnSpan: 2 }), cell())]),
    element('TBody', [
      row(cell({ rowSpan: 2 }), cell(), cell()),
      row(cell(), cell()),
      row(cell(), cell({ rowSpan: 3, columnSpan: 2 })),
      row(cell()),
      row(cell(), cell()),
    ]),
  ]);
  expect(listTableRows(table).map(({ columns }) => columns)).toEqual([3, 3, 3, 3, 3, 4]);
});

test('tables within cells are their own affair', () => {
  const inner = element('Table', [row(cell(), cell(), cell())]);
  const table = element('Table', [row(element('TD', [inner]))]);
  expect(listTableRows(table)).toMatchObject([{ columns: 1 }]);
});
