import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { createEngine, type Engine } from '#dist/index.js';

const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

const fixture = (name: string): string => new URL(`../../fixtures/${name}`, import.meta.url).pathname;
const readRecord = (name: string): string => readFileSync(fixture(`${name}/source.json`), 'utf8');

async function openEngine(): Promise<Engine> {
  const engine = await createEngine({ brand: fixture('one-line/brand.json'), channel: 'merchant' });
  engines.push(engine);
  return engine;
}

/** Records of one country that differ in length, letters, marks and rates. */
const RECORDS = ['one-line', 'forty-lines', 'awkward-names', 'four-vat-rates', 'long-descriptions'];

it('gives a record the same bytes whatever the engine has rendered before', async () => {
  const records = RECORDS.map(readRecord);
  const used = await openEngine();
  const first = records.map((record) => used.render(record).sha256);
  expect([...records].reverse().map((record) => used.render(record).sha256)).toEqual([...first].reverse());
  for (const [index, record] of records.entries()) {
    const fresh = await openEngine();
    expect(fresh.render(record).sha256, RECORDS[index]).toBe(first[index]);
  }
});
