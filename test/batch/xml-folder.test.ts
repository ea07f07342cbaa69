import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runBatch } from '#dist/batch/index.js';
import { makeFolder } from './harness.ts';
import { BRAND, makeRecord } from './records.ts';

const { folder, remove } = makeFolder();
afterAll(remove);

async function run(out: string, xml: string, options: { readonly resume?: boolean } = {}): Promise<string[]> {
  const engine = { brand: BRAND, eInvoice: 'cii' } as const;
  const outcomes: string[] = [];
  const records = runBatch({ engine, sources, out: join(folder, out), xml: join(folder, xml), jobs: 1, ...options });
  for await (const { outcome } of records) outcomes.push(outcome);
  return outcomes;
}

const sources = join(folder, 'orders.jsonl');
// The third has the number of the first and another content: a conflict, whose XML must not win either.
const FIRST = makeRecord(1);
const OTHER = makeRecord(77, 'B-000001');
writeFileSync(sources, [FIRST, makeRecord(2), OTHER].join('\n'));

describe('e-invoices of a batch, alone', { timeout: 120_000 }, () => {
  it('stand under the names of their documents, once each', async () => {
    expect(await run('out', 'xml')).toEqual(['written', 'written', 'failed']);
    const stems = (name: string, ending: string) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length))
        .toSorted();
    expect(readdirSync(join(folder, 'xml')).toSorted()).toEqual(stems('xml', '.xml').map((stem) => `${stem}.xml`));
    expect(stems('xml', '.xml')).toEqual(stems('out', '.pdf'));
    const texts = stems('xml', '.xml').map((stem) => readFileSync(join(folder, 'xml', `${stem}.xml`), 'utf8'));
    expect(texts.every((text) => text.includes('CrossIndustryInvoice'))).toBe(true);
    expect(texts.some((text) => text.includes('FK-77'))).toBe(false);
  });

  it('are made again where only they are missing', async () => {
    const [gone = ''] = readdirSync(join(folder, 'xml'));
    const before = readFileSync(join(folder, 'xml', gone));
    rmSync(join(folder, 'xml', gone));
    expect(await run('out', 'xml', { resume: true })).toEqual(['unchanged', 'unchanged', 'failed']);
    expect(readFileSync(join(folder, 'xml', gone))).toEqual(before);
  });
});
