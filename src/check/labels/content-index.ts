import type { Box } from '../../base/index.ts';
import type { ReadDocument, StructureNode, TextRun } from '../../readback/index.ts';
import { boxAround } from '../printed-fact.ts';
import { findAncestor, type StructureMap, type StructurePlace } from '../structure-map.ts';
import { listTableRows } from '../table-rows.ts';
import { toVisualLines, type VisualLine } from '../visual-lines.ts';

/** One piece of content in the order of the structure. */
export interface Content {
  readonly runs: readonly TextRun[];
  readonly block: StructureNode | undefined;
}

/** A document looked up by structure and by sight, as finding labels needs it; made once. */
export interface ContentIndex {
  /** In the order of the structure. */
  readonly contents: readonly Content[];
  placeOf(run: TextRun): StructurePlace | undefined;
  /** Where an element stands in its table, and the cells that head its row and its column. */
  headersOf(cell: StructureNode, table: StructureNode): CellHeaders;
  /** Unmarked text within an element; empty where any of it is marked. */
  textOf(node: StructureNode): string;
  /** Runs within an element. */
  runsOf(node: StructureNode): readonly TextRun[];
  /** The page's lines from top to bottom. */
  linesOf(page: number): readonly VisualLine[];
  /** The line that a run stands in; of itself alone where it is not upright. */
  lineOf(run: TextRun): VisualLine;
}

/** The header cells of one cell, nearest first. */
export interface CellHeaders {
  readonly row: readonly StructureNode[];
  readonly column: readonly StructureNode[];
  /** The cell before it in its row. */
  readonly before: StructureNode | null;
  /** What the cells of the heading row say, and where. */
  readonly headings: readonly Heading[];
}

/** A heading as it stands on the page. */
export interface Heading {
  readonly text: string;
  readonly box: Box;
}

const BLOCK_ROLES = [
  ...['P', 'TD', 'TH', 'LI', 'Lbl', 'LBody', 'Div', 'Sect', 'Caption'],
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6'],
];

/** Lays out a document's content for looking up. */
export function toContentIndex(read: ReadDocument, structure: StructureMap): ContentIndex {
  const runsById = new Map<string, TextRun[]>();
  for (const run of read.pages.flatMap((page) => page.runs)) {
    if (run.contentId === null) continue;
    const sharing = runsById.get(run.contentId);
    if (sharing === undefined) runsById.set(run.contentId, [run]);
    else sharing.push(run);
  }
  const contents = [...structure].map(([id, place]) => ({
    runs: runsById.get(id) ?? [],
    block: findAncestor(place, BLOCK_ROLES),
  }));
  const lines = new Map<number, readonly VisualLine[]>();
  const lineByRun = new Map<TextRun, VisualLine>();
  const linesOf = (page: number): readonly VisualLine[] => {
    const known = lines.get(page);
    if (known !== undefined) return known;
    const made = read.pages.filter(({ number }) => number === page).flatMap(toVisualLines);
    lines.set(page, made);
    for (const line of made) for (const run of line) lineByRun.set(run, line);
    return made;
  };
  const tables = new Map<StructureNode, ReadonlyMap<StructureNode, CellHeaders>>();
  const runsWithin = new Map<StructureNode, readonly TextRun[]>();
  const runsOf = (node: StructureNode): readonly TextRun[] => {
    const known =
      runsWithin.get(node) ??
      node.children.flatMap((child) => (child.kind === 'element' ? runsOf(child) : (runsById.get(child.id) ?? [])));
    runsWithin.set(node, known);
    return known;
  };
  return {
    contents,
    runsOf,
    placeOf: (run) => structure.get(run.contentId ?? ''),
    headersOf(cell, table) {
      const known = tables.get(table) ?? toHeaders(table, runsOf);
      tables.set(table, known);
      return known.get(cell) ?? { row: [], column: [], before: null, headings: [] };
    },
    textOf: (node) => toUnmarkedText(runsOf(node)),
    linesOf,
    lineOf(run) {
      linesOf(run.page);
      return lineByRun.get(run) ?? [run];
    },
  };
}

/** The unmarked ones of some runs as one text; facts among them, such as a currency, are left out. */
export function toUnmarkedText(runs: readonly TextRun[]): string {
  return runs
    .filter((run) => run.fact === null)
    .map((run) => run.text)
    .join(' ')
    .trim();
}

function toHeaders(
  table: StructureNode,
  runsOf: (node: StructureNode) => readonly TextRun[],
): Map<StructureNode, CellHeaders> {
  const headers = new Map<StructureNode, CellHeaders>();
  const above = new Map<number, StructureNode>();
  let headings: readonly Heading[] = [];
  for (const { cells, starts } of listTableRows(table)) {
    const heads = cells.every((cell) => cell.role === 'TH' || cell.children.length === 0);
    cells.forEach((cell, index) => {
      const column = above.get(starts[index] ?? -1);
      const row = cells.slice(0, index).filter(({ role }) => role === 'TH');
      if (heads) return;
      headers.set(cell, {
        row: row.reverse(),
        column: column === undefined ? [] : [column],
        before: cells[index - 1] ?? null,
        headings,
      });
    });
    if (!heads) continue;
    headings = cells.flatMap((cell) => {
      const runs = runsOf(cell);
      return runs.length === 0 ? [] : [{ text: toUnmarkedText(runs), box: boxAround(runs.map(({ box }) => box)) }];
    });
    cells.forEach((cell, index) => {
      for (let i = 0; i < cell.columnSpan; i += 1) above.set((starts[index] ?? 0) + i, cell);
    });
  }
  return headers;
}
