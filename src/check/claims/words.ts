import type { Box } from '../../base/index.ts';
import type { ReadPage, TextRun } from '../../readback/index.ts';
import { toVisualLines } from '../visual-lines.ts';

/** A word as it stands on a page, of however many runs it was drawn. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  readonly baseline: number;
  readonly fontSize: number;
  /** Whether it follows the word before it as words of a sentence do; false for the first of a line or of a column. */
  readonly joined: boolean;
}

/** Gaps, in ems: below the one, two runs are one word; from the other on, two words belong to different columns. */
const WORD_GAP = 0.12;
const COLUMN_GAP = 0.9;

/** A page's lines from top to bottom, as words from left to right. Colons part words, as spaces do. */
export function toWordLines(page: ReadPage): readonly (readonly Word[])[] {
  return toVisualLines(page)
    .map((line) => joinPieces(line.flatMap(splitRun)))
    .filter((line) => line.length > 0);
}

/** Words that follow one another as in a sentence. */
export function toStretches(line: readonly Word[]): readonly (readonly Word[])[] {
  const stretches: Word[][] = [];
  for (const word of line) {
    if (word.joined) stretches.at(-1)?.push(word);
    else stretches.push([word]);
  }
  return stretches;
}

interface Piece extends Omit<Word, 'joined'> {
  /** A space or a colon stands before it in its own run. */
  readonly parted: boolean;
}

/** The words of a run, each with its share of the run's width. */
function splitRun({ text, box, baseline, fontSize }: TextRun): Piece[] {
  const share = box.width / Math.max(1, text.length);
  return [...text.matchAll(/[^\s:]+/gu)].map((found) => ({
    text: found[0],
    box: { ...box, x: box.x + found.index * share, width: found[0].length * share },
    baseline,
    fontSize,
    parted: found.index > 0,
  }));
}

function joinPieces(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  for (const { parted, ...piece } of pieces) {
    const before = words.at(-1);
    const gap = before === undefined ? 0 : (piece.box.x - before.box.x - before.box.width) / piece.fontSize;
    if (before !== undefined && !parted && Math.abs(gap) < WORD_GAP) {
      const width = piece.box.x + piece.box.width - before.box.x;
      words[words.length - 1] = { ...before, text: before.text + piece.text, box: { ...before.box, width } };
    } else {
      words.push({ ...piece, joined: before !== undefined && gap < COLUMN_GAP });
    }
  }
  return words;
}
