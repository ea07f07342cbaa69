import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LABEL_KEYS, LOCALES } from '#dist/template/index.js';

const FOLDER = new URL('../../templates/labels/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

test('there are labels for the languages that documents can be printed in so far', () => {
  expect(FILES).toEqual(expect.arrayContaining(['en.json', 'nb.json']));
  for (const file of FILES) expect(LOCALES.map((locale) => `${locale}.json`)).toContain(file);
});

test.each(FILES)('%s has every label, and none that no one asks for', (file) => {
  const labels = read(file);
  const keys = Object.keys(labels).filter((key) => !key.startsWith('country.'));
  expect(keys.toSorted()).toEqual([...LABEL_KEYS].toSorted());
  expect(Object.keys(labels).filter((key) => key.startsWith('country.'))).toEqual(
    Object.keys(read('nb.json')).filter((key) => key.startsWith('country.')),
  );
});

test.each(FILES)('%s is quiet: no colons after labels of values, no capitals, nothing blank', (file) => {
  for (const [key, label] of Object.entries(read(file))) {
    expect(label.trim(), key).toBe(label);
    expect(label, key).not.toBe('');
    if (key !== 'seat') expect(label, key).not.toMatch(/:$/);
    if (label.length > 4) expect(label, key).not.toBe(label.toUpperCase());
  }
});
