import type { Box } from '../base/index.ts';
import type { ReadDocument, TextRun } from '../readback/index.ts';

/** One stretch of text that is marked as a fact, as it stands on the page. */
export interface PrintedFact {
  /** Name from the mark, such as `line.3.amount`. */
  readonly name: string;
  readonly runs: readonly TextRun[];
  /** The text of each visual line. */
  readonly lines: readonly string[];
  /** The lines as one. */
  readonly text: string;
  /** Page of its first run, from 1. */
  readonly page: number;
  /** Around its runs on that page. */
  readonly box: Box;
  /** Printed as page furniture, outside the structure. */
  readonly artifact: boolean;
}

/**
 * The marked stretches of a document in drawing order: neighbouring runs of one mark are one print of it. Page furniture
 * stands apart, so that a running head does not cut in two what continues on the next page.
 */
export function toPrintedFacts(read: ReadDocument): readonly PrintedFact[] {
  const runs = read.pages.flatMap((page) => page.runs);
  const content = group(runs.filter((run) => !run.artifact));
  const artifacts = read.pages.flatMap((page) => group(page.runs.filter((run) => run.artifact)));
  return [...content, ...artifacts];
}

/** A print made of the given runs, which carry one mark. */
export function toPrintedFact(name: string, runs: readonly [TextRun, ...TextRun[]]): PrintedFact {
  const lines = toLines(runs);
  const { page, artifact } = runs[0];
  return {
    name,
    runs,
    lines,
    text: lines.join(' '),
    page,
    box: boxAround(runs.filter((run) => run.page === page).map((run) => run.box)),
    artifact,
  };
}

/** Runs as lines of text, by where they stand: a gap wider than a hair is a space, a new baseline a new line. */
export function toLines(runs: readonly TextRun[]): string[] {
  const lines: string[] = [];
  let before: TextRun | null = null;
  for (const run of runs) {
    if (before === null || !sharesLine(before, run)) lines.push(run.text);
    else lines.push((lines.pop() ?? '') + (isGap(before, run) ? ' ' : '') + run.text);
    before = run;
  }
  return lines;
}

export function boxAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function group(runs: readonly TextRun[]): PrintedFact[] {
  const facts: PrintedFact[] = [];
  let open: [TextRun, ...TextRun[]] | null = null;
  for (const run of [...runs, null]) {
    if (open !== null && run?.fact !== open[0].fact) {
      if (open[0].fact !== null) facts.push(toPrintedFact(open[0].fact, open));
      open = null;
    }
    if (run !== null) {
      if (open === null) open = [run];
      else open.push(run);
    }
  }
  return facts;
}

/** Half a line is farther than any superscript rises. */
const LINE_SHIFT = 0.5;

function sharesLine(before: TextRun, run: TextRun): boolean {
  const size = Math.max(before.fontSize, run.fontSize);
  const forward = run.box.x >= before.box.x + before.box.width - size;
  return before.page === run.page && forward && Math.abs(run.baseline - before.baseline) < LINE_SHIFT * size;
}

/** The narrowest gap that the eye takes for a space, as a share of the type size. */
const SPACE_GAP = 0.1;

function isGap(before: TextRun, run: TextRun): boolean {
  if (before.text.endsWith(' ') || run.text.startsWith(' ')) return false;
  return run.box.x - (before.box.x + before.box.width) > SPACE_GAP * Math.max(before.fontSize, run.fontSize);
}
