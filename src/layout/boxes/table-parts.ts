import type { StyledElement, StyledNode } from '../../document/index.ts';
import { layoutFaults } from '../faults.ts';
import type { TableRow } from './box.ts';

/** Rows that stand together. */
export interface RowGroup {
  readonly kind: 'rows';
  readonly section: TableRow['section'];
  /** Null where rows stand directly in the table. */
  readonly element: StyledElement | null;
  readonly rows: readonly StyledElement[];
}

/** What a table holds, in order. */
export type TablePart = RowGroup | { readonly kind: 'caption' | 'columns'; readonly element: StyledElement };

/** A table's children by what they are to it; rows without a group make one. LAYOUT_UNSUPPORTED for anything else. */
export function toGroups(table: StyledElement): TablePart[] {
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

/** An element's children without the white space between them. */
export function elementsOf(styled: StyledElement): StyledElement[] {
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

/** The fault for an element that has no place there. */
export function misplaced(styled: StyledElement, where: string, expected: string) {
  return layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected display ${styled.style.display} in ${where}, expected ${expected}`,
    place: styled.element.place,
  });
}

/** Only cells and the table itself are boxes that could move. */
export function refusePosition({ style: { position }, element: { tag, place } }: StyledElement): void {
  if (position.kind === 'static') return;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected position: ${position.kind} on <${tag}> in a table, expected static`,
    place,
    hint: 'Position the table, or an element in a cell that has position: relative.',
  });
}

/** Columns give their width alone. */
export function refuseBackground({ style, element: { tag, place } }: StyledElement): void {
  if ((style.backgroundColor?.alpha ?? 0) === 0) return;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected background-color on <${tag}>, expected it on cells`,
    place,
    hint: 'Give the cells of the column a class, or select them with :nth-child().',
  });
}
