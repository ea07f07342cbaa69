// npm run bench:batch: what `fakturapress batch` does in the long run: its pace with one worker and with two, what bad
// records cost, and how memory grows. Exits with 1 where a limit is passed. Needs two free cores and Linux's /proc.
//
//   node bench/batch.mjs [--warm 2000] [--records 1000] [--rounds 3] [--memory 20000]
//
// Every run is a process of its own. Its first records (--warm, for each worker) are not counted, for the compiler is at work
// on them, with threads of its own on the cores that are measured, and each worker has its own code compiled. One worker, two,
// and two with bad records take turns; medians count.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';

const LIMITS = { timesOne: 1.7, poisonTime: 1.2, workerMb: 150, restMb: 100, slopeMb: 1 };
const SAMPLE_MS = 500;

const { values } = parseArgs({
  options: {
    warm: { type: 'string', default: '2000' },
    records: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    memory: { type: 'string', default: '20000' },
  },
});
const [warm, records, rounds, memory] = [values.warm, values.records, values.rounds, values.memory].map(Number);
if (!(warm > 0)) throw new RangeError('--warm must be at least 1');
const fixture = (name) => new URL(`../fixtures/one-line/${name}`, import.meta.url).pathname;
const source = readFileSync(fixture('source.json'), 'utf8').replace(/\n\s*/g, ' ').trim();
const folder = mkdtempSync(join(tmpdir(), 'bench-batch-'));
const overLimit = [];

try {
  if (rounds > 0) await measurePace();
  if (memory > 0) await measureMemory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const line of overLimit) say(`over the limit: ${line}`);
process.exitCode = overLimit.length === 0 ? 0 : 1;

async function measurePace() {
  const most = 2 * warm + records;
  const clean = await writeOrders('clean.jsonl', most, () => false);
  const bad = await writeOrders('bad.jsonl', most, isPoisoned);
  const poison = Array.from({ length: most }, (_, index) => index + 1).filter(isPoisoned).length;
  const single = await writeOrders('single.jsonl', warm + records, () => false);
  const runs = { one: [], two: [], poisoned: [] };
  for (let round = 0; round < rounds; round += 1) {
    runs.one.push((await runBatch(single, { jobs: 1, records: warm + records })).pace);
    runs.two.push((await runBatch(clean, { jobs: 2, records: most })).pace);
    runs.poisoned.push((await runBatch(bad, { jobs: 2, records: most, failures: poison })).pace);
  }
  const [one, two, poisoned] = [runs.one, runs.two, runs.poisoned].map(median);
  say(`pace           ${records} records after ${warm} for each worker, medians of ${rounds}`);
  say(`one worker     ${one.toFixed(1)}/s   (${list(runs.one)})`);
  say(`two workers    ${two.toFixed(1)}/s   (${list(runs.two)})`);
  say(`1 % bad        ${poisoned.toFixed(1)}/s   (${list(runs.poisoned)})`);
  hold('two workers, times one', two / one, (times) => times >= LIMITS.timesOne, LIMITS.timesOne);
  hold('time with 1 % bad, times clean', two / poisoned, (times) => times <= LIMITS.poisonTime, LIMITS.poisonTime);
}

async function measureMemory() {
  const jobs = 2;
  const orders = await writeOrders('long.jsonl', memory, () => false);
  const { samples } = await runBatch(orders, { jobs, records: memory });
  const most = Math.max(...samples.map(({ mb }) => mb));
  // Behind the last record the workers are gone.
  const late = samples.filter(({ count }) => count > memory / 4 && count < memory);
  const limit = LIMITS.workerMb * jobs + LIMITS.restMb;
  say(`memory         ${memory} records, ${jobs} workers, resident size of the process every ${SAMPLE_MS} ms`);
  hold('MB at most', most, (mb) => mb <= limit, limit);
  const slope = fitSlope(late.map(({ count, mb }) => [count / 10_000, mb]));
  hold('MB per 10,000 records after the first quarter', slope, (mb) => mb < LIMITS.slopeMb, LIMITS.slopeMb);
}

/** Runs the command to its end: records a second behind the warm ones, and the process's size as it went. */
async function runBatch(orders, { jobs, records: expected, failures = 0 }) {
  const out = mkdtempSync(join(folder, 'out-'));
  const main = new URL('../dist/cli/main.js', import.meta.url).pathname;
  const words = [
    main,
    'batch',
    orders,
    '--out',
    out,
    '--brand',
    fixture('brand.json'),
    '--jobs',
    `${jobs}`,
    '--json',
    '--quiet',
  ];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ending = once(child, 'exit');
  const samples = [];
  let [count, failed, started, ended] = [0, 0, 0, 0];
  const sampling = setInterval(() => {
    const mb = readResidentMb(child.pid);
    if (mb !== null) samples.push({ count, mb });
  }, SAMPLE_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('{"type":"record"')) continue;
      count += 1;
      if (JSON.parse(line).outcome === 'failed') failed += 1;
      ended = performance.now();
      if (count === warm * jobs) started = ended;
    }
  } finally {
    clearInterval(sampling);
  }
  await ending;
  rmSync(out, { recursive: true });
  // The pace of a run that did something else says nothing.
  if (count !== expected || failed !== failures)
    throw new Error(`${count} records, ${failed} failed: not the run meant`);
  return { pace: ((count - warm * jobs) / (ended - started)) * 1000, samples };
}

/** Null where the process has just ended. */
function readResidentMb(pid) {
  try {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? null : (Number(kib) * 1024) / 1e6;
  } catch {
    return null;
  }
}

async function writeOrders(name, count, isBad) {
  const path = join(folder, name);
  const stream = createWriteStream(path);
  for (let n = 1; n <= count; n += 1) {
    const line = isBad(n) ? '{"poison"' : source.replaceAll('16788-000040', `B-${n}`);
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  return path;
}

function isPoisoned(n) {
  return n % 100 === 0;
}

function hold(what, figure, isWithin, limit) {
  const line = `${figure.toFixed(2)} ${what} (limit ${limit})`;
  say(`               ${line}`);
  // A figure that is none, as of a run too short, is within no limit.
  if (!isWithin(figure)) overLimit.push(line);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function list(figures) {
  return figures.map((figure) => figure.toFixed(1)).join(', ');
}

function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Least squares. */
function fitSlope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((p) => p[0]), mean((p) => p[1])];
  return mean((p) => (p[0] - x) * (p[1] - y)) / mean((p) => (p[0] - x) ** 2);
}
