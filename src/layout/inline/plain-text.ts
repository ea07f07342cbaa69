import { segment } from '../../text/index.ts';
import type { InlineBox, InlineContent, TextItem } from '../boxes/box.ts';
import type { LineBand } from '../fragment.ts';
import { drawsItself } from '../has-ink.ts';
import type { IntrinsicSizes, Pass } from '../pass.ts';
import { hasNoEdges } from '../sizing/edges.ts';
import { alignBaselines } from './align-baselines.ts';
import { FIT_TOLERANCE } from './break-lines.ts';
import { isSpace } from './collect-units.ts';
import { mayBreak } from './find-breaks.ts';
import { type Measure, shiftFor } from './place-line.ts';
import type { ShapedText } from './shaped-text.ts';

/*
 * Most paragraphs of an invoice are one text on one line: a label, an amount, a cell. They come out here as they would
 * from units and lines, at a third of the time.
 */

/** A paragraph of one text in one face, in elements that draw nothing and take no room. */
export interface PlainText {
  readonly item: TextItem;
  readonly shaped: ShapedText;
  /** The elements around the text, from the outside in. */
  readonly boxes: readonly InlineBox[];
}

/** The paragraph as plain text, or null where it is more than that. */
export function toPlainText(pass: Pass, { items }: InlineContent): PlainText | null {
  let item: TextItem | null = null;
  for (const candidate of items) {
    if (candidate.kind === 'text') {
      if (item !== null || !isPlain(candidate)) return null;
      item = candidate;
    } else if ((candidate.kind !== 'open' && candidate.kind !== 'close') || leavesTrace(candidate.box)) return null;
  }
  if (item === null) return null;
  const texts = pass.shaped(item);
  const [shaped] = texts;
  return shaped === undefined || texts.length > 1 ? null : { item, shaped, boxes: listAround(item) };
}

const SPACE_AT_END = /[ \t]$/;
const SOFT_HYPHEN = '\u00ad';

function isPlain({ text, pageText }: TextItem): boolean {
  return pageText === null && !SPACE_AT_END.test(text) && !text.includes(SOFT_HYPHEN);
}

function leavesTrace({ style, link }: InlineBox): boolean {
  return link !== null || drawsItself(style) || !hasNoEdges(style);
}

function listAround(item: TextItem): readonly InlineBox[] {
  if (item.parent === null) return NO_BOXES;
  const boxes: InlineBox[] = [];
  for (let box: InlineBox | null = item.parent; box !== null; box = box.parent) boxes.unshift(box);
  return boxes;
}

const NO_BOXES: readonly InlineBox[] = [];

/** Its one line, or null where it takes more than one or does not fit. */
export function layOutPlainText(
  pass: Pass,
  { style }: InlineContent,
  { item, shaped, boxes }: PlainText,
  measure: Measure,
  indent: number,
  top: number,
): LineBand | null {
  const { run } = shaped;
  const spare = measure.width - indent - run.width;
  if (spare < -FIT_TOLERANCE) return null;
  const heights = alignBaselines(pass, style, boxes, []);
  const line = {
    x: measure.left + indent + shiftFor(style, spare),
    width: run.width,
    baseline: heights.baseline,
    pieces: [{ kind: 'text' as const, x: 0, width: run.width, y: heights.baselineOf(item.parent), item, run }],
    overflow: 0,
  };
  return { kind: 'line', y: top, height: heights.height, line };
}

/** Its narrowest and widest, or null where it is more than one line at its widest, or indented. */
export function measurePlainText({ item, shaped }: PlainText, indent: number): IntrinsicSizes | null {
  const { whiteSpace, overflowWrap } = item.style;
  const { width } = shaped.run;
  if (indent !== 0) return null;
  if (item.whole || whiteSpace === 'nowrap' || whiteSpace === 'pre') return { min: width, max: width };
  if (overflowWrap === 'anywhere') return { min: remember(WIDEST_CHARACTERS, shaped, widestCharacter), max: width };
  if (!mayBreak(shaped.text)) return { min: width, max: width };
  return whiteSpace === 'normal' ? { min: remember(WIDEST_WORDS, shaped, widestWord), max: width } : null;
}

/** By run, since documents share the runs of labels and units. */
type Widths = WeakMap<ShapedText['run'], number>;
const WIDEST_WORDS: Widths = new WeakMap();
const WIDEST_CHARACTERS: Widths = new WeakMap();

function remember(known: Widths, shaped: ShapedText, measure: (shaped: ShapedText) => number): number {
  const old = known.get(shaped.run);
  if (old !== undefined) return old;
  const width = measure(shaped);
  known.set(shaped.run, width);
  return width;
}

function widestCharacter({ edges }: ShapedText): number {
  let widest = 0;
  for (let i = 1; i < edges.length; i++) widest = Math.max(widest, (edges[i] ?? 0) - (edges[i - 1] ?? 0));
  return widest;
}

function widestWord(shaped: ShapedText): number {
  const { edges } = shaped;
  let widest = 0;
  let end = shaped.text.length;
  for (const { start } of segment(shaped.text).toReversed()) {
    const last = endOfWord(shaped.text, start, end);
    const kerned = last === end ? shaped.kernedAway(end) : 0;
    widest = Math.max(widest, (edges[last] ?? 0) - (edges[start] ?? 0) + kerned);
    end = start;
  }
  return widest;
}

function endOfWord(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}
