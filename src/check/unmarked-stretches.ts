import type { TextRun } from '../readback/index.ts';
import { gapBetween, type VisualLine } from './visual-lines.ts';

/** A gap beyond which two words are not read as one number; columns are farther apart. */
const STRETCH_GAP = 0.6;

/** The unmarked text of a line, in pieces that a reader takes in at one go. */
export function toUnmarkedStretches(line: VisualLine): TextRun[][] {
  const stretches: TextRun[][] = [];
  let before: TextRun | null = null;
  for (const run of line) {
    const joins = before !== null && before.fact === null && gapBetween(before, run) < STRETCH_GAP;
    if (run.fact === null) {
      if (joins) stretches.at(-1)?.push(run);
      else stretches.push([run]);
    }
    before = run;
  }
  return stretches;
}
