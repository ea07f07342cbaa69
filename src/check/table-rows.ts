import type { StructureNode } from '../readback/index.ts';
import { findElements } from './structure-map.ts';

/** A row of a table with its cells, and how many columns it takes up, spans from rows above included. */
export interface TableRow {
  readonly row: StructureNode;
  readonly cells: readonly StructureNode[];
  /** By cell: its first column, from 0. */
  readonly starts: readonly number[];
  readonly columns: number;
}

/** All rows of a table in order, head and foot included. */
export function listTableRows(table: StructureNode): readonly TableRow[] {
  /** By column: for how many rows more a cell from above reaches down. */
  let reaching: number[] = [];
  return findElements(table, ['TR']).map((row) => {
    const cells = findElements(row, ['TD', 'TH']);
    const next: number[] = [];
    const starts: number[] = [];
    let column = 0;
    const passReaching = () => {
      while ((reaching[column] ?? 0) > 0) {
        next[column] = (reaching[column] ?? 0) - 1;
        column += 1;
      }
    };
    for (const cell of cells) {
      passReaching();
      starts.push(column);
      for (let i = 0; i < cell.columnSpan; i += 1) next[column + i] = cell.rowSpan - 1;
      column += cell.columnSpan;
    }
    passReaching();
    reaching = next;
    return { row, cells, starts, columns: column };
  });
}
