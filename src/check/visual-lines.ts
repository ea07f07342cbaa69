import type { ReadPage, TextRun } from '../readback/index.ts';

/** Runs that share a line of sight, from left to right, whatever order they were drawn in. */
export type VisualLine = readonly TextRun[];

/** Baselines that are nearer than this share of the type size are one line to the eye. */
const SAME_BASELINE = 0.35;

/** A page's upright text as a person sees it, from top to bottom. */
export function toVisualLines(page: ReadPage): readonly VisualLine[] {
  const upright = page.runs.filter((run) => run.angle === 0);
  const lines: TextRun[][] = [];
  for (const run of upright.toSorted((a, b) => a.baseline - b.baseline || a.box.x - b.box.x)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line === undefined || first === undefined || run.baseline - first.baseline > SAME_BASELINE * run.fontSize) {
      lines.push([run]);
    } else {
      line.push(run);
    }
  }
  return lines.map((line) => line.toSorted((a, b) => a.box.x - b.box.x));
}

/** The gap between two neighbours of a line, in ems of the larger; negative where they overlap. */
export function gapBetween(left: TextRun, right: TextRun): number {
  return (right.box.x - (left.box.x + left.box.width)) / Math.max(left.fontSize, right.fontSize);
}
