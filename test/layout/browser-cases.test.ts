import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCascade, parseHtml } from '#dist/document/index.js';
import type { PagedDocument } from '#dist/layout/index.js';
import { layOutDocument } from '#dist/layout/index.js';
import { context } from './support.ts';

/** A word: page, x and baseline in points, text. `record.mjs` beside the cases wrote Chromium's. */
type Word = readonly [page: number, x: number, y: number, text: string];

const CASES = new URL('browser/', import.meta.url);

/** Chromium paints baselines on whole pixels, which moves them by up to 0.375 pt; its advances are hinted by a little. */
const TOLERANCE = 0.4;

/** Words that stand elsewhere on purpose, by case. */
const EXPLAINED: Readonly<Record<string, { readonly words: readonly string[]; readonly why: string }>> = {
  'lists-and-headings': {
    words: ['•'],
    why: 'Chromium draws discs as shapes; here they are text, so that they can be read',
  },
  tables: {
    words: ['base'],
    why: 'Chromium does not align the baselines of cells when it prints; CSS 2.2 §17.5.3 does',
  },
  'white-space': {
    words: ['slash/es/are/also/breaking/', 'points', 'slash/es/are/also/breaking/points'],
    why: 'UAX #14 lets lines end after a slash (class SY); Chromium does not before a letter',
  },
  positions: {
    words: ['moved', 'ed'],
    why: 'Chromium cuts off what stands in the page margin',
  },
};

describe.each(listCases())('%s', (name) => {
  const ours = wordsOf(layOutCase(name));
  const theirs = JSON.parse(readFileSync(new URL(`${name}.json`, CASES), 'utf8')) as Word[];

  it('stands where Chromium prints it', () => {
    const explained = new Set(EXPLAINED[name]?.words);
    const differences = compare(ours, theirs).filter(({ text }) => !explained.has(text));
    expect(differences).toEqual([]);
  });
});

it('explains only differences that are there', () => {
  for (const [name, { words }] of Object.entries(EXPLAINED)) {
    const theirs = JSON.parse(readFileSync(new URL(`${name}.json`, CASES), 'utf8')) as Word[];
    const differing = compare(wordsOf(layOutCase(name)), theirs).map(({ text }) => text);
    expect(differing).toEqual(expect.arrayContaining([...words]));
  }
});

function listCases(): string[] {
  const files = readdirSync(CASES).filter((file) => file.endsWith('.html'));
  return files.map((file) => file.replace(/\.html$/, '')).sort();
}

function layOutCase(name: string): PagedDocument {
  const html = readFileSync(new URL(`${name}.html`, CASES), 'utf8');
  return layOutDocument(createCascade([]).style(parseHtml(html, { file: `${name}.html` })), context);
}

/** Words as the recorder cuts them: at spaces, at another font, and at gaps. */
function wordsOf(paged: PagedDocument): Word[] {
  const words: [number, number, number, string][] = [];
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
        const joins = face === font && Math.abs(x - end) < 0.7 && Math.abs(y - baseline) < 0.01;
        const last = words.at(-1);
        if (!isSpace && joins && last) last[3] += text;
        else if (!isSpace) words.push([index + 1, x, y, text]);
        x += run.advances[i] ?? 0;
        end = isSpace ? Number.NaN : x;
        baseline = y;
        font = face;
      }
    }
  }
  return words;
}

/** Pairs each word with the nearest of the same text; what has no partner within the tolerance is a difference. */
function compare(ours: readonly Word[], theirs: readonly Word[]): { text: string; ours: string; theirs: string }[] {
  const byText = new Map<string, Word[]>();
  for (const word of theirs) byText.set(word[3], [...(byText.get(word[3]) ?? []), word]);
  const differences = ours.flatMap((word) => {
    const candidates = byText.get(word[3]) ?? [];
    const nearest = candidates.toSorted((a, b) => distance(a, word) - distance(b, word))[0];
    if (nearest) candidates.splice(candidates.indexOf(nearest), 1);
    if (nearest && isNear(nearest, word)) return [];
    return [{ text: word[3], ours: place(word), theirs: nearest ? place(nearest) : 'nowhere' }];
  });
  const left = [...byText.values()].flat();
  return [...differences, ...left.map((word) => ({ text: word[3], ours: 'nowhere', theirs: place(word) }))];
}

function distance(a: Word, b: Word): number {
  return Math.abs(a[0] - b[0]) * 10_000 + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
}

function isNear(a: Word, b: Word): boolean {
  return a[0] === b[0] && Math.abs(a[1] - b[1]) <= TOLERANCE && Math.abs(a[2] - b[2]) <= TOLERANCE;
}

function place([page, x, y]: Word): string {
  return `page ${page} at ${x.toFixed(2)}, ${y.toFixed(2)}`;
}
