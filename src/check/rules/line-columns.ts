import type { StructureNode } from '../../readback/index.ts';
import { type Evidence, toLinePosition } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { findAncestor } from '../structure-map.ts';
import { listTableRows } from '../table-rows.ts';

export const lineColumns: Rule = {
  id: 'line-columns',
  channel: 'structure',
  severity: 'error',
  why: 'A table is read cell by cell under its headings, so every line has as many cells as there are headings, which say that they head columns.',
  passes: ['line.1.quantity: 3,00'],
  fails: ['drop line.2.vatAmount'],
  find: findColumnTrouble,
};

function findColumnTrouble({ prints, structure }: Evidence): Discovery[] {
  const places = prints
    .filter((print) => !print.artifact && toLinePosition(print.name) !== null)
    .map((print) => ({ print, place: structure.get(print.runs[0]?.contentId ?? '') }));
  const firstOfRow = new Map<StructureNode, (typeof places)[number]>();
  const tables = new Set<StructureNode>();
  for (const entry of places) {
    const row = findAncestor(entry.place, ['TR']);
    const table = findAncestor(entry.place, ['Table']);
    if (row === undefined || table === undefined) continue;
    if (!firstOfRow.has(row)) firstOfRow.set(row, entry);
    tables.add(table);
  }
  return [...tables].flatMap((table) => {
    const rows = listTableRows(table);
    const head = rows.find(({ cells }) => cells.length > 0 && cells.some((cell) => isColumnHeader(cell)));
    if (head === undefined) {
      const saying = { found: 'no headings', where: 'the table of lines', expected: 'a row of column headers' };
      return [discover({ field: 'line', saying })];
    }
    return rows.flatMap(({ row, columns }) => {
      const print = firstOfRow.get(row)?.print;
      if (print === undefined || columns === head.columns) return [];
      const field = `line.${toLinePosition(print.name)}`;
      const saying = { found: `${columns} columns`, where: field, expected: `${head.columns}, as the table has` };
      return [discover({ field, found: String(columns), expected: String(head.columns), at: print, saying })];
    });
  });
}

function isColumnHeader({ role, scope }: StructureNode): boolean {
  return role === 'TH' && (scope === 'Column' || scope === 'Both');
}
