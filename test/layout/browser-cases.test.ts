import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCascade, parseHtml } from '#dist/document/index.js';
import { layOutDocument, type PagedDocument } from '#dist/layout/index.js';
import { compareWords, type Word, wordsOf } from './browser-words.ts';
import { context } from './support.ts';

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
    const differences = compareWords(ours, theirs, TOLERANCE).filter(({ text }) => !explained.has(text));
    expect(differences).toEqual([]);
  });
});

it('explains only differences that are there', () => {
  for (const [name, { words }] of Object.entries(EXPLAINED)) {
    const theirs = JSON.parse(readFileSync(new URL(`${name}.json`, CASES), 'utf8')) as Word[];
    const differing = compareWords(wordsOf(layOutCase(name)), theirs, TOLERANCE).map(({ text }) => text);
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
