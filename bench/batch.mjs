// Measures a batch: its pace with one worker and with two, what bad records cost, and how memory grows.
// node bench/batch.mjs [records per pace run, default 1000] [records of the memory run, default 10000]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBatch } from '../dist/index.js';

const PACE_RECORDS = Number(process.argv[2] ?? 1000);
const MEMORY_RECORDS = Number(process.argv[3] ?? 10_000);
const fixture = (name) => new URL(`../fixtures/${name}`, import.meta.url);
const source = readFileSync(fixture('one-line/source.json'), 'utf8').replace(/\n\s*/g, ' ');
const brand = fixture('one-line/brand.json').pathname;

function* makeRecords(count, poison = 0) {
  for (let n = 1; n <= count; n += 1)
    yield n % 100 < poison ? '{"poison"' : source.replaceAll('16788-000040', `B-${n}`);
}

/** Runs to the end; pace counts from the first record, so that starting the workers is not in it. */
async function measure(sources, jobs, onRecord = () => undefined) {
  const out = mkdtempSync(join(tmpdir(), 'bench-batch-'));
  try {
    let first = 0;
    let count = 0;
    for await (const _ of runBatch({ engine: { brand }, sources, out, jobs })) {
      count += 1;
      if (count === 64) first = performance.now();
      onRecord(count);
    }
    return ((count - 64) / (performance.now() - first)) * 1000;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const say = (line) => process.stdout.write(`${line}\n`);
const one = await measure(makeRecords(PACE_RECORDS), 1);
const two = await measure(makeRecords(PACE_RECORDS), 2);
const poisoned = await measure(makeRecords(PACE_RECORDS, 1), 2);
say(`one worker     ${one.toFixed(1)}/s`);
say(`two workers    ${two.toFixed(1)}/s   ${(two / one).toFixed(2)} times one (target 1.7)`);
say(
  `1 % bad        ${poisoned.toFixed(1)}/s   ${(two / poisoned).toFixed(2)} times the time of a clean run (limit 1.2)`,
);

const samples = [];
const every = Math.max(100, Math.floor(MEMORY_RECORDS / 100));
await measure(makeRecords(MEMORY_RECORDS), 2, (count) => {
  if (count % every === 0) samples.push([count, process.memoryUsage.rss() / 1e6]);
});
const warm = samples.filter(([count]) => count > MEMORY_RECORDS / 4);
say(`memory         ${Math.max(...samples.map(([, mb]) => mb)).toFixed(0)} MB at most, two workers and the rest`);
say(`memory slope   ${(fitSlope(warm) * 10_000).toFixed(2)} MB per 10,000 records after the first quarter (limit 1)`);

/** Least squares. */
function fitSlope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((p) => p[0]), mean((p) => p[1])];
  return mean((p) => (p[0] - x) * (p[1] - y)) / mean((p) => (p[0] - x) ** 2);
}
