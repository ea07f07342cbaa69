import type { ComputedStyle, RowPages, StyledElement, StyledNode } from '../../document/index.ts';
import { layoutFaults } from '../faults.ts';
import type { FlowBox, TableBox, TableCell, TableRow } from './box.ts';
import { collapseBorders } from './collapse-borders.ts';
import { enterElement, type Generation, type Scope, sourceOf, toArtifact, toSpan } from './generation.ts';
import { divideRows, NO_BREAKS, standsInFlow, toBreaks } from './table-breaks.ts';

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

interface RowGroup {
  readonly kind: 'rows';
  readonly section: TableRow['section'];
  /** Null where rows stand directly in the table. */
  readonly element: StyledElement | null;
  readonly rows: readonly StyledElement[];
}

type TablePart = RowGroup | { readonly kind: 'caption' | 'columns'; readonly element: StyledElement };

function toGroups(table: StyledElement): TablePart[] {
  const parts: TablePart[] = [];
  let loose: StyledElement[] = [];
  const endLoose = () => {
    if (loose.length > 0) parts.push({ kind: 'rows', section: 'body', element: null, rows: loose });
    loose = [];
  };
  for (const child of elementsOf(table)) {
    const display = child.style.display;
    if (display === 'table-row') {
      loose.push(child);
      continue;
    }
    endLoose();
    if (display === 'table-caption') parts.push({ kind: 'caption', element: child });
    else if (display === 'table-column-group' || display === 'table-column') {
      parts.push({ kind: 'columns', element: child });
    } else parts.push({ kind: 'rows', section: toSection(child), element: child, rows: rowsOf(child) });
  }
  endLoose();
  return parts;
}

function toSection(group: StyledElement): TableRow['section'] {
  switch (group.style.display) {
    case 'table-header-group':
      return 'header';
    case 'table-row-group':
      return 'body';
    case 'table-footer-group':
      return 'footer';
    default:
      throw misplaced(group, 'a table', 'rows, row groups, columns or captions');
  }
}

function rowsOf(group: StyledElement): StyledElement[] {
  const rows = elementsOf(group);
  for (const row of rows) if (row.style.display !== 'table-row') throw misplaced(row, 'a row group', 'rows');
  return rows;
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

/** Only cells and the table itself are boxes that could move. */
function refusePosition({ style: { position }, element: { tag, place } }: StyledElement): void {
  if (position.kind === 'static') return;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected position: ${position.kind} on <${tag}> in a table, expected static`,
    place,
    hint: 'Position the table, or an element in a cell that has position: relative.',
  });
}

function refuseBackground({ style, element: { tag, place } }: StyledElement): void {
  if ((style.backgroundColor?.alpha ?? 0) === 0) return;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected background-color on <${tag}>, expected it on cells`,
    place,
    hint: 'Give the cells of the column a class, or select them with :nth-child().',
  });
}

function countColumns(rows: readonly TableRow[], columns: readonly unknown[]): number {
  let count = columns.length;
  for (const row of rows) {
    for (const cell of row.cells) count = Math.max(count, cell.column + cell.columnSpan);
  }
  return count;
}

function elementsOf(styled: StyledElement): StyledElement[] {
  return styled.children.filter((child): child is StyledElement => {
    if (child.kind === 'text' && /\S/.test(child.text)) {
      throw layoutFaults.LAYOUT_UNSUPPORTED({
        message: `Unexpected text "${child.text.trim()}" directly in <${styled.element.tag}>, expected it in a cell`,
        place: styled.element.place,
      });
    }
    return isElement(child);
  });
}

function isElement(node: StyledNode): node is StyledElement {
  return node.kind === 'element' && node.pseudo === null;
}

function misplaced(styled: StyledElement, where: string, expected: string) {
  return layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected display ${styled.style.display} in ${where}, expected ${expected}`,
    place: styled.element.place,
  });
}
