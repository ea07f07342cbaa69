import { describe, expect, test } from 'vitest';
import { listTemplates } from '#dist/index.js';
import { compareDesign, EXPLAINED } from '../../scripts/designs/compare-designs.mjs';

/**
 * Each template beside the designer's comp, on a fixture that has the comp's order: every text stands where the comp has it,
 * in its size and weight. What differs on purpose is named with the reason, here and in docs/designs.md.
 */
describe.each(listTemplates())('%s lies on its comp', async (name) => {
  const texts = await compareDesign(name);
  const explained = Object.keys(EXPLAINED[name] ?? {});
  const differing = texts.filter(({ agrees }) => !agrees);

  test('every text of the comp, in its place, size and weight', () => {
    const isExplained = ({ fact, words }: (typeof texts)[number]) => explained.includes(fact ?? words);
    expect(differing.filter((text) => !isExplained(text))).toEqual([]);
  });

  test('explains nothing that needs no explanation any more', () => {
    const needed = new Set(differing.map(({ fact, words }) => fact ?? words));
    expect(explained.filter((name) => !needed.has(name))).toEqual([]);
  });

  test('has enough of them for the comparison to say something', () => {
    expect(texts.length).toBeGreaterThan(90);
    expect(new Set(texts.map(({ fact }) => fact)).size).toBeGreaterThan(40);
  });
});
