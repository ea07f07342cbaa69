import type { Color } from '#dist/document/index.js';
import type { PagedDocument } from '#dist/layout/index.js';

/** A word: page, x and baseline in points, text, colour. `browser/record.mjs` wrote Chromium's. */
export type Word = readonly [page: number, x: number, y: number, text: string, color?: string];

/** Points that letters of one word may be apart, or over each other. */
export interface WordGap {
  readonly apart: number;
  readonly over: number;
}

/** Words as the recorder cuts them: at spaces, at another font, and at gaps. */
export function wordsOf(paged: PagedDocument, gap: WordGap = { apart: 0.7, over: 0.7 }): Word[] {
  const words: [page: number, x: number, y: number, text: string, color: string][] = [];
  for (const [index, page] of paged.pages.entries()) {
    let end = Number.NaN;
    let baseline = Number.NaN;
    let font = '';
    for (const drawable of page.drawables) {
      if (drawable.kind !== 'text') continue;
      const { run, y } = drawable;
      const face = `${run.font.face.id} ${run.font.size}`;
      let { x } = drawable;
      for (const [i, codePoints] of run.codePoints.entries()) {
        const text = String.fromCodePoint(...codePoints);
        const isSpace = text.trim() === '';
        const joins = face === font && x - end < gap.apart && end - x < gap.over && Math.abs(y - baseline) < 0.01;
        const last = words.at(-1);
        if (!isSpace && joins && last) last[3] += text;
        else if (!isSpace) words.push([index + 1, x, y, text, toHex(drawable.color)]);
        x += run.advances[i] ?? 0;
        end = isSpace ? Number.NaN : x;
        baseline = y;
        font = face;
      }
    }
  }
  return words;
}

export interface WordDifference {
  readonly text: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Pairs each word with the nearest of the same text; what has no partner within the tolerance (points) or, where both
 * know it, in the same colour is a difference.
 */
export function compareWords(ours: readonly Word[], theirs: readonly Word[], tolerance: number): WordDifference[] {
  const byText = new Map<string, Word[]>();
  for (const word of theirs) byText.set(word[3], [...(byText.get(word[3]) ?? []), word]);
  const differences = ours.flatMap((word) => {
    const candidates = byText.get(word[3]) ?? [];
    const nearest = candidates.toSorted((a, b) => distance(a, word) - distance(b, word))[0];
    if (nearest) candidates.splice(candidates.indexOf(nearest), 1);
    if (nearest && isNear(nearest, word, tolerance)) return [];
    return [{ text: word[3], ours: place(word), theirs: nearest ? place(nearest) : 'nowhere' }];
  });
  const left = [...byText.values()].flat();
  return [...differences, ...left.map((word) => ({ text: word[3], ours: 'nowhere', theirs: place(word) }))];
}

function distance(a: Word, b: Word): number {
  return Math.abs(a[0] - b[0]) * 10_000 + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
}

function isNear(a: Word, b: Word, tolerance: number): boolean {
  const [, , , , color] = a;
  if (color !== undefined && b[4] !== undefined && !isSameColor(color, b[4])) return false;
  return a[0] === b[0] && Math.abs(a[1] - b[1]) <= tolerance && Math.abs(a[2] - b[2]) <= tolerance;
}

/** mutool cuts channels off where they should be rounded. */
function isSameColor(a: string, b: string): boolean {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [1, 3, 5].every((at) => Math.abs(channel(a, at) - channel(b, at)) <= 1);
}

function place([page, x, y, , color]: Word): string {
  return `page ${page} at ${x.toFixed(2)}, ${y.toFixed(2)}${color === undefined ? '' : ` in ${color}`}`;
}

function toHex({ red, green, blue }: Color): string {
  return `#${[red, green, blue]
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
