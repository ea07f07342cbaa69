import type { StructureNode } from '../../readback/index.ts';
import { type Evidence, type Print, toLinePosition } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { findAncestor } from '../structure-map.ts';

export const lineRow: Rule = {
  id: 'line-row',
  channel: 'structure',
  severity: 'error',
  why: 'A line is one row of one table: whoever reads by structure hears its figures together and no others among them.',
  passes: ['line.1.quantity: 3,00'],
  fails: ['merge rows line.1 line.2'],
  find: findRowTrouble,
};

function findRowTrouble({ prints, structure }: Evidence): Discovery[] {
  const discoveries: Discovery[] = [];
  const lineOfRow = new Map<StructureNode, number>();
  const rowOfLine = new Map<number, StructureNode>();
  for (const print of prints) {
    const position = print.artifact ? null : toLinePosition(print.name);
    if (position === null) continue;
    for (const run of print.runs) {
      const place = structure.get(run.contentId ?? '');
      if (place === undefined) continue;
      const row = findAncestor(place, ['TR']);
      if (row === undefined || findAncestor(place, ['TD', 'TH']) === undefined) {
        discoveries.push(tell(print, 'place outside a table row', 'a cell of its own row'));
        break;
      }
      const other = lineOfRow.get(row);
      if (other !== undefined && other !== position) {
        discoveries.push(tell(print, `the row of line ${other}`, 'a row of its own'));
        break;
      }
      if ((rowOfLine.get(position) ?? row) !== row) {
        discoveries.push(tell(print, 'a second row', 'all of the line in one row'));
        break;
      }
      lineOfRow.set(row, position);
      rowOfLine.set(position, row);
    }
  }
  return discoveries;
}

function tell(print: Print, found: string, expected: string): Discovery {
  return discover({ field: print.name, found: print.text, at: print, saying: { found, expected } });
}
