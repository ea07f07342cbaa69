import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isPerfect, writeProof } from './report.ts';
import { runInWorkers } from './run-in-workers.ts';
import type { Extent } from './run-mutants.ts';

/** What `npm run mutants` does, and what continuous integration has the time for. */
const EXTENTS = {
  full: { mutants: 27_000, fileMutants: 3_500, sabotages: 20, invoices: 10_000 },
  quick: { mutants: 1_750, fileMutants: 250, sabotages: 2, invoices: 500 },
} as const;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261123' },
    mutants: { type: 'string' },
    files: { type: 'string' },
    sabotages: { type: 'string' },
    invoices: { type: 'string' },
    jobs: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    fresh: { type: 'boolean', default: false },
  },
});
const extent = values.quick ? EXTENTS.quick : EXTENTS.full;
const own: Extent = {
  seed: Number(values.seed),
  mutants: Number(values.mutants ?? extent.mutants),
  fileMutants: Number(values.files ?? extent.fileMutants),
  sabotages: Number(values.sabotages ?? extent.sabotages),
  invoices: Number(values.invoices ?? extent.invoices),
};
const journal = `.tsbuild/mutants-${Object.values(own).join('-')}.jsonl`;
if (values.fresh || values.quick) rmSync(journal, { force: true });
const score = await runInWorkers(own, { jobs: Number(values.jobs), journal }, (line) => {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
});
const proof = writeProof(own, score);
process.stdout.write(`${proof}\n`);
// Only the whole run is worth a page.
if (!values.quick) writeFileSync('docs/proof.md', proof);
process.exitCode = isPerfect(score) ? 0 : 1;
