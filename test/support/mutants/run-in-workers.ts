import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { addScores, type Extent, listParts, type Part, type Score } from './run-mutants.ts';

/** Where a run stands: a line for each part that is done. Whoever starts the same run again goes on from there. */
interface Entry {
  readonly part: string;
  readonly score: Score;
}

/** Does all parts with as many workers as asked, and those alone that the journal does not have. */
export async function runInWorkers(
  extent: Extent,
  { jobs, journal }: { readonly jobs: number; readonly journal: string },
  tell: (line: string) => void,
): Promise<Score> {
  const parts = listParts(extent);
  const done = new Map(readJournal(journal).map(({ part, score }) => [part, score]));
  const waiting = parts.filter((part) => !done.has(nameOf(part)));
  const total = waiting.length;
  if (done.size > 0) tell(`${done.size} of ${parts.length} parts are done already`);
  const started = performance.now();
  const finish = (part: Part, score: Score) => {
    done.set(nameOf(part), score);
    appendFileSync(journal, `${JSON.stringify({ part: nameOf(part), score } satisfies Entry)}\n`);
    const own = total - (parts.length - done.size);
    const leftMinutes = ((performance.now() - started) / own) * (total - own) * (1 / 60_000);
    const passed = [...Object.values(score.survivors), ...score.falseAlarms];
    tell(`${done.size} of ${parts.length} parts, ${nameOf(part)}, some ${Math.ceil(leftMinutes)} minutes left`);
    for (const line of passed) tell(`PASSED ${line}`);
  };
  await Promise.all(Array.from({ length: jobs }, () => work(extent.sabotages, waiting, finish)));
  // In the order of the parts, whoever was quickest.
  return parts
    .map((part) => done.get(nameOf(part)))
    .reduce<Score>((sum, score) => addScores(sum, score ?? EMPTY), EMPTY);
}

const EMPTY: Score = { classes: {}, survivors: {}, invoices: 0, falseAlarms: [] };

async function work(sabotages: number, waiting: Part[], finish: (part: Part, score: Score) => void): Promise<void> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: sabotages });
  try {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const own = part;
      const score = await new Promise<Score>((resolve, reject) => {
        worker.once('message', resolve).once('error', reject);
        worker.postMessage(own);
      });
      worker.removeAllListeners('error');
      finish(own, score);
    }
  } finally {
    await worker.terminate();
  }
}

function nameOf({ kind, index }: Part): string {
  return `${kind} ${index}`;
}

/** A line that was cut short by the end of its run is done again. */
function readJournal(journal: string): Entry[] {
  if (!existsSync(journal)) return [];
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Entry);
}
