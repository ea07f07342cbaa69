import type { RowPages } from '../../document/index.ts';
import { anonymousStyle } from './anonymous-style.ts';
import type { GroupBreaks, TableBox, TableBreaks, TableRow } from './box.ts';
import { collapseBorders } from './collapse-borders.ts';

/** Of a table whose header rows alone are shown again. */
export const NO_BREAKS: TableBreaks = { above: 'header', below: null, groups: [] };

/** The rows of one section: those of the unbroken table, and those that a page shows above and below a break. */
interface SectionRows {
  readonly flow: readonly TableRow[];
  readonly above: readonly TableRow[];
  readonly below: readonly TableRow[];
}

export type TableSections = Readonly<Record<TableRow['section'], SectionRows>>;

/** Whether a row is part of the unbroken table. */
export function standsInFlow(pages: RowPages): boolean {
  return pages !== 'after-break' && pages !== 'before-break';
}

/** Sorts rows by section and by where they stand (CSS 2.2 §17.2: header rows first, footer rows last). */
export function divideRows(rows: readonly TableRow[]): TableSections {
  const ofSection = (section: TableRow['section']): SectionRows => {
    const own = rows.filter((row) => row.section === section);
    const isRepeated = ({ pages }: TableRow) => section !== 'body' && pages === 'always';
    return {
      flow: own.filter(({ pages }) => standsInFlow(pages)),
      above: own.filter((row) => row.pages === 'after-break' || isRepeated(row)),
      below: own.filter((row) => row.pages === 'before-break' || isRepeated(row)),
    };
  };
  return { header: ofSection('header'), body: ofSection('body'), footer: ofSection('footer') };
}

/** What the table shows at breaks. `table` is the unbroken one, its borders not yet collapsed. */
export function toBreaks(table: TableBox, { header, body, footer }: TableSections): TableBreaks {
  const isPlain = header.above.length === header.flow.length && header.above.every((row, i) => row === header.flow[i]);
  const above = isPlain ? 'header' : toStrip(table, header.above);
  const below = toStrip(table, footer.below);
  const groups = body.above.length + body.below.length === 0 ? [] : listGroups(table, body, header.flow.length);
  if (isPlain && below === null && groups.length === 0) return NO_BREAKS;
  return { above, below, groups };
}

function listGroups(table: TableBox, body: SectionRows, firstRow: number): GroupBreaks[] {
  const groups: GroupBreaks[] = [];
  let start = firstRow;
  for (const [i, row] of body.flow.entries()) {
    const end = firstRow + i + 1;
    if (!row.isLastOfGroup) continue;
    const isOwn = (other: TableRow) => other.group === row.group;
    const above = toStrip(table, body.above.filter(isOwn));
    const below = toStrip(table, body.below.filter(isOwn));
    if (above || below) groups.push({ start, end, above, below });
    start = end;
  }
  return groups;
}

/** Rows as a table of their own, which has the columns of the whole one but neither its borders nor its padding. */
function toStrip(table: TableBox, rows: readonly TableRow[]): TableBox | null {
  if (rows.length === 0) return null;
  const { borderCollapse, borderSpacing } = table.style;
  const style = { ...anonymousStyle(table.style), borderCollapse, borderSpacing };
  const strip: TableBox = { ...table, style, captions: [], columns: [], rows, borders: null, breaks: NO_BREAKS };
  return borderCollapse === 'collapse' ? collapseBorders(strip) : strip;
}
