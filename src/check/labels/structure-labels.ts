import type { PrintedFact } from '../printed-fact.ts';
import { findAncestor } from '../structure-map.ts';
import { type ContentIndex, toUnmarkedText } from './content-index.ts';
import { isLabelText, type Label } from './label.ts';
import { namesOf } from './names-of.ts';

/**
 * Labels by the tagged structure: what comes before in the same block, else the headers of the cell, else the block
 * before, as a term stands before its description.
 */
export function findStructureLabels(print: PrintedFact, index: ContentIndex): readonly Label[] {
  const [first] = print.runs;
  const place = first === undefined ? undefined : index.placeOf(first);
  if (place === undefined) return [];
  const cell = findAncestor(place, ['TD', 'TH']);
  const table = findAncestor(place, ['Table']);
  const inline = readInline(place.order, index);
  // A name right before it is meant for it alone; the cell's headings are then about what comes first in the cell.
  if (isLabelText(inline) && namesOf(inline) !== null) return [{ text: inline, by: 'structure' }];
  const texts = [inline];
  if (cell !== undefined && table !== undefined) {
    const { row, column, before } = index.headersOf(cell, table);
    texts.push(...[row[0], column[0]].map((header) => (header === undefined ? '' : index.textOf(header))));
    // `5 000,00 of 20 000,00`: the cell before may say what this one is.
    if (before !== null && index.runsOf(before).every(({ fact }) => fact === null)) texts.push(index.textOf(before));
  } else if (!isLabelText(texts[0] ?? '')) {
    texts.push(readBlockBefore(place.order, index));
  }
  return texts.filter(isLabelText).map((text) => ({ text, by: 'structure' }));
}

/** Unmarked text of the same block, back to the fact before it. */
function readInline(order: number, { contents }: ContentIndex): string {
  const block = contents[order]?.block;
  const texts: string[] = [];
  for (let at = order - 1; at >= 0; at -= 1) {
    const content = contents[at];
    if (content === undefined || content.block !== block || content.runs.some((run) => run.fact !== null)) break;
    texts.unshift(toUnmarkedText(content.runs));
  }
  return texts.join(' ').trim();
}

/** The whole block before, where nothing in it is a fact. */
function readBlockBefore(order: number, { contents }: ContentIndex): string {
  const own = contents[order]?.block;
  let at = order - 1;
  while (at >= 0 && contents[at]?.block === own) at -= 1;
  const before = contents[at]?.block;
  const texts: string[] = [];
  for (; at >= 0 && contents[at]?.block === before; at -= 1) {
    const { runs = [] } = contents[at] ?? {};
    if (runs.some((run) => run.fact !== null)) return '';
    texts.unshift(toUnmarkedText(runs));
  }
  return texts.join(' ').trim();
}
