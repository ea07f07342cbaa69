import type { ComputedStyle, RowPages, StyledElement } from '../../document/index.ts';
import { layoutFaults } from '../faults.ts';
import type { FlowBox, TableBox, TableCell, TableRow } from './box.ts';
import { collapseBorders } from './collapse-borders.ts';
import { enterElement, type Generation, type Scope, sourceOf, toArtifact, toSpan } from './generation.ts';
import { divideRows, NO_BREAKS, standsInFlow, toBreaks } from './table-breaks.ts';
import { elementsOf, misplaced, type RowGroup, refuseBackground, refusePosition, toGroups } from './table-parts.ts';

/** The box of a table: captions, columns, and rows with every cell given its column (HTML §4.9.12, CSS 2.2 §17). */
export function generateTable(generation: Generation, styled: StyledElement, outer: Scope): TableBox {
  const scope = enterElement(generation, styled, outer, 'Div');
  const { order, tag, place, style, link } = sourceOf(generation, styled, scope);
  const captions: FlowBox[] = [];
  const columns: (ComputedStyle | null)[] = [];
  const rows: TableRow[] = [];
  for (const group of toGroups(styled)) {
    switch (group.kind) {
      case 'caption':
        captions.push(toFlow(generation.toBox(group.element, scope), group.element));
        break;
      case 'columns':
        columns.push(...toColumns(group.element));
        break;
      case 'rows':
        if (group.element) refusePosition(group.element);
        rows.push(...generateGroup(generation, group, scope, rows.length));
        break;
      default:
        group satisfies never;
    }
  }
  const sections = divideRows(rows);
  const ordered = [...sections.header.flow, ...sections.body.flow, ...sections.footer.flow];
  const table: TableBox = {
    kind: 'table',
    order,
    tag,
    place,
    style,
    link,
    captions,
    columns,
    rows: ordered,
    columnCount: countColumns(ordered, columns),
    borders: null,
    breaks: NO_BREAKS,
  };
  const grid = styled.style.borderCollapse === 'collapse' ? collapseBorders(table) : table;
  return { ...grid, breaks: toBreaks(table, sections) };
}

function generateGroup(generation: Generation, group: RowGroup, outer: Scope, id: number): TableRow[] {
  const entered = group.element ? enterElement(generation, group.element, outer, 'Div') : outer;
  const scope = { ...entered, inTableHeader: group.section === 'header' };
  const occupied: number[] = [];
  const flow = group.rows.filter((row) => standsInFlow(pagesOf(row, group)));
  let rowsLeft = flow.length;
  return group.rows.map((row, index) => {
    refusePosition(row);
    const pages = pagesOf(row, group);
    const isFlow = standsInFlow(pages);
    const rowScope = enterElement(generation, row, isFlow ? scope : ofBreak(scope, pages), 'Div');
    const { order, tag, place, style, link } = sourceOf(generation, row, rowScope);
    if (index === 0) nameStrings(generation, group.element, order);
    return {
      order,
      tag,
      place,
      style,
      link,
      pages,
      section: group.section,
      group: id,
      groupStyle: group.element?.style ?? null,
      isFirstOfGroup: row === flow[0],
      isLastOfGroup: row === flow.at(-1),
      cells: isFlow
        ? generateCells(generation, row, rowScope, occupied, rowsLeft--)
        : generateCells(generation, row, rowScope, [], 1),
    };
  });
}

/** Rows that only breaks show differ from page to page, and say again what the table says: they are no content. */
function ofBreak(scope: Scope, pages: RowPages): Scope {
  const artifact = scope.artifact ?? toArtifact('Pagination', pages === 'after-break' ? 'Header' : 'Footer');
  return { ...scope, artifact, variesByPage: true };
}

/** A row group has no box; its first row stands for it. */
function nameStrings(generation: Generation, group: StyledElement | null, order: number): void {
  for (const { name, value } of group?.strings ?? []) generation.strings.push({ order, name, value });
}

const PAGES_OF_SECTION = {
  header: ['always', 'at-start', 'after-break'],
  body: ['always', 'after-break', 'before-break'],
  footer: ['always', 'at-end', 'before-break'],
} as const satisfies Record<TableRow['section'], readonly RowPages[]>;

/** A row says for itself where it stands, or its group for it. */
function pagesOf(row: StyledElement, { element, section }: RowGroup): RowPages {
  const own = row.style.rowPages;
  const pages = own === 'always' && element ? element.style.rowPages : own;
  const known: readonly RowPages[] = PAGES_OF_SECTION[section];
  if (known.includes(pages)) return pages;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected -fp-show: ${pages} on a ${section} row, expected ${known.join(' or ')}`,
    place: row.element.place,
  });
}

/** `occupied[c]` says for how many further rows column c is taken by a cell above. */
function generateCells(
  generation: Generation,
  row: StyledElement,
  scope: Scope,
  occupied: number[],
  rowsLeft: number,
): TableCell[] {
  const cells: TableCell[] = [];
  const taken = [...occupied];
  let column = 0;
  for (const child of elementsOf(row)) {
    if (child.style.display !== 'table-cell') throw misplaced(child, 'a table row', 'cells');
    while ((taken[column] ?? 0) > 0) column += 1;
    const columnSpan = toSpan(child.element.attributes['colspan']);
    const rowSpan = Math.min(toSpan(child.element.attributes['rowspan']), rowsLeft);
    cells.push({ column, columnSpan, rowSpan, box: toFlow(generation.toBox(child, scope), child) });
    for (let c = column; c < column + columnSpan; c++) occupied[c] = rowSpan;
    column += columnSpan;
  }
  for (const [c, rows] of occupied.entries()) occupied[c] = Math.max(0, (rows ?? 0) - 1);
  return cells;
}

function toFlow(box: ReturnType<Generation['toBox']>, styled: StyledElement): FlowBox {
  if (box.kind === 'flow') return box;
  throw misplaced(styled, 'a table', 'a cell or caption');
}

function toColumns(element: StyledElement): (ComputedStyle | null)[] {
  const span = toSpan(element.element.attributes['span']);
  const inner = elementsOf(element);
  if (inner.length > 0) return inner.flatMap(toColumns);
  refuseBackground(element);
  return Array.from({ length: span }, () => element.style);
}

function countColumns(rows: readonly TableRow[], columns: readonly unknown[]): number {
  let count = columns.length;
  for (const row of rows) {
    for (const cell of row.cells) count = Math.max(count, cell.column + cell.columnSpan);
  }
  return count;
}
