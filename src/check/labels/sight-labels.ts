import type { Box } from '../../base/index.ts';
import type { TextRun } from '../../readback/index.ts';
import { boxAround, type PrintedFact } from '../printed-fact.ts';
import { findAncestor } from '../structure-map.ts';
import { gapBetween, type VisualLine } from '../visual-lines.ts';
import { type ContentIndex, toUnmarkedText } from './content-index.ts';
import { isLabelText, type Label } from './label.ts';
import { namesOf } from './names-of.ts';

/**
 * Labels by where they stand: for a cell under headings the heading nearest by its column, for everything else the text
 * to its left on the same line, or else the text right above. A fact in between is no label, and ends the search. Rows that
 * are repeated on a page are no part of its structure, so that they have no cells to go by: what begins such a row names it
 * as well, however far it is.
 */
export function findSightLabels(print: PrintedFact, index: ContentIndex): readonly Label[] {
  const [run] = print.runs;
  if (run === undefined || run.angle !== 0) return [];
  const text =
    readWithinCell(run, index) ?? readHeadingAbove(run, index) ?? readLeft(run, index) ?? readAbove(run, index) ?? '';
  const isRepeated = index.placeOf(run) === undefined;
  const rowName = isRepeated ? (readLeft(run, index, Number.POSITIVE_INFINITY) ?? '') : '';
  return [...new Set([text, rowName])].filter(isLabelText).map((label) => ({ text: label, by: 'sight' }));
}

/** What names the run right before it in its own cell; null where nothing does, and the headings are to be asked. */
function readWithinCell(run: TextRun, index: ContentIndex): string | null {
  const cell = findAncestor(index.placeOf(run), ['TD', 'TH']);
  if (cell === undefined) return null;
  const line = index.lineOf(run);
  const own = index.runsOf(cell);
  const before = line.slice(0, line.indexOf(run));
  const words = before.slice(before.findLastIndex((other) => other.fact !== null || !own.includes(other)) + 1);
  if (words.length === 0) return null;
  const text = toUnmarkedText(words);
  return namesOf(text) === null ? null : text;
}

/** Null where the run stands in no table that has headings. */
function readHeadingAbove(run: TextRun, index: ContentIndex): string | null {
  const place = index.placeOf(run);
  const cell = findAncestor(place, ['TD', 'TH']);
  const table = findAncestor(place, ['Table']);
  if (cell === undefined || table === undefined) return null;
  const { headings } = index.headersOf(cell, table);
  if (headings.length === 0) return null;
  const own = boxAround(index.runsOf(cell).map(({ box }) => box));
  const distances = headings.map(({ box }) => distance(box, own));
  const least = Math.min(...distances);
  const near = headings.filter((_, at) => (distances[at] ?? 0) <= least + 1);
  // Where two are as near, the eye cannot tell either.
  return near.length === 1 ? (near[0]?.text ?? '') : '';
}

/** How far apart two boxes are side by side; negative by how much they overlap. */
function distance(a: Box, b: Box): number {
  return Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
}

/** A gap, in ems, beyond which text on one line belongs to another column of the page. */
const FARTHEST_LEFT = 16;

/** Null where nothing stands to the left; empty where a fact does. */
function readLeft(run: TextRun, index: ContentIndex, farthest = FARTHEST_LEFT): string | null {
  const line = index.lineOf(run);
  const texts: TextRun[] = [];
  let right = run;
  for (const left of line.slice(0, line.indexOf(run)).reverse()) {
    const limit = texts.length === 0 ? farthest : 1;
    if (gapBetween(left, right) > limit) break;
    if (left.fact !== null) {
      if (texts.length === 0 && left.fact !== run.fact) return '';
      break;
    }
    texts.unshift(left);
    right = left;
  }
  return texts.length === 0 ? null : toUnmarkedText(texts);
}

/** Farthest, in ems of the larger type, that a label stands above what it names. */
const FARTHEST_ABOVE = 2.4;

function readAbove(run: TextRun, index: ContentIndex): string | null {
  const overlaps = (other: TextRun) =>
    other.box.x < run.box.x + run.box.width && run.box.x < other.box.x + other.box.width;
  const isNear = (line: VisualLine) =>
    line.some(({ baseline, fontSize }) => {
      const rise = run.baseline - baseline;
      return rise > 0.35 * fontSize && rise < FARTHEST_ABOVE * Math.max(fontSize, run.fontSize);
    });
  const above = index
    .linesOf(run.page)
    .filter(isNear)
    .map((line) => line.filter(overlaps))
    .findLast((line) => line.length > 0);
  if (above === undefined || above.some(({ fact }) => fact !== null)) return null;
  return toUnmarkedText(above);
}
