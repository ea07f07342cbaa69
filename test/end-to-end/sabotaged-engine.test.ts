import { existsSync, readdirSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { sabotageEngines } from '../support/mutants/sabotage-engines.ts';
import { createStudio } from '../support/mutants/subject.ts';

const studio = createStudio();
afterAll(() => studio.close());

/*
 * Engines that err in one place of their own code: what a bug of ours would do. One of each kind here; `npm run mutants`
 * tries all of them.
 */
it('an engine that errs refuses its own documents', { timeout: 120_000 }, async () => {
  const kinds = new Set<string>();
  const isFirstOfItsKind = ({ kind }: { readonly kind: string }) => !kinds.has(kind) && kinds.add(kind).size > 0;
  const outcomes: string[] = [];
  for await (const { sabotage, note, found, named } of sabotageEngines(studio, 20261123, 1, isFirstOfItsKind)) {
    outcomes.push(sabotage.kind);
    expect({ note, found, named }).toEqual({ note, found: true, named: true });
  }
  expect(outcomes).toEqual(['formatter', 'view', 'loop', 'totals', 'template'].map((kind) => `sabotage: ${kind}`));
  expect(existsSync('.tsbuild') && readdirSync('.tsbuild').filter((name) => name.startsWith('sabotage-'))).toEqual([]);
});
