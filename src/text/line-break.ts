import LineBreaker from 'linebreak';
import { isMark } from './characters.ts';

/** A stretch of text that no line is broken within, and what may happen after it. */
export interface Segment {
  /**
   * Without the spaces and line ends after it. Soft hyphens and zero width spaces are still in it, so that positions
   * hold; shaping leaves them out.
   */
  readonly text: string;
  /** Index of `text` in the text that was segmented. */
  readonly start: number;
  /** The spaces after it, which take no room where the line breaks here. */
  readonly trailingSpace: string;
  readonly breakAfter: 'none' | 'allowed' | 'mandatory';
  /** Whether a break here must be shown by a hyphen: the segment ends in a soft hyphen. */
  readonly hyphen: boolean;
}

const SOFT_HYPHEN = '\u00ad';
/** What ends a line by itself: UAX #14 classes BK, CR, LF and NL. */
const LINE_END = /(?:\r\n|[\n\v\f\r\u0085\u2028\u2029])$/;
/** Spaces that vanish at the end of a line; never the no-break spaces U+00A0, U+2007 and U+202F. */
const TRAILING_SPACE = /^[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]$/;

/** Divides a text at its break opportunities (UAX #14). The segments, put together, are the text without its line ends. */
export function segment(text: string): readonly Segment[] {
  if (SIMPLE.test(text)) return segmentAtSpaces(text);
  const breaker = new LineBreaker(text);
  const segments: Segment[] = [];
  let start = 0;
  for (let opportunity = breaker.nextBreak(); opportunity !== null; opportunity = breaker.nextBreak()) {
    const next = toSegment(text, start, opportunity.position);
    const last = segments.at(-1);
    // A line may end between a space and a tab, but then the tab vanishes with the space.
    if (last?.breakAfter === 'allowed' && next.text === '') {
      const trailingSpace = last.trailingSpace + next.trailingSpace;
      segments[segments.length - 1] = { ...last, trailingSpace, breakAfter: next.breakAfter };
    } else segments.push(next);
    start = opportunity.position;
  }
  return segments;
}

/** Letters, figures, full stops and commas, none of these after a space: breaks are after spaces and nowhere else. */
const SIMPLE = /^(?:[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff.,\u00a0]| (?![.,]))+$/;

function segmentAtSpaces(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', start)) {
    let end = space + 1;
    while (text[end] === ' ') end++;
    segments.push(toSegment(text, start, end));
    start = end;
  }
  if (start < text.length) segments.push(toSegment(text, start, text.length));
  return segments;
}

function toSegment(text: string, start: number, end: number): Segment {
  const whole = text.slice(start, end);
  const line = whole.replace(LINE_END, '');
  const trimmed = trimTrailingSpace(line);
  const isMandatory = line.length < whole.length;
  return {
    text: trimmed,
    start,
    trailingSpace: line.slice(trimmed.length),
    breakAfter: isMandatory ? 'mandatory' : end < text.length ? 'allowed' : 'none',
    hyphen: trimmed.endsWith(SOFT_HYPHEN),
  };
}

/** From the end, character by character: a regular expression would take quadratic time over many spaces inside. */
function trimTrailingSpace(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING_SPACE.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * Whether `overflow-wrap: anywhere` may break before the character at `index`: not inside a surrogate pair, and not
 * between a base and its marks.
 */
export function canBreakAnywhere(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const unit = text.charCodeAt(index);
  const isInsidePair = unit >= 0xdc00 && unit <= 0xdfff && /[\ud800-\udbff]/.test(text.charAt(index - 1));
  return !isInsidePair && !isMark(text.codePointAt(index) ?? 0);
}
