// `npm run soak:batch`: the long form of the batch's tests. First every error at every call of the disk, then 300 runs of 500
// records, each killed with SIGKILL at a random moment and resumed, in parts of ten with a seed each. Takes hours; says how it
// stands after every part. `--from N` goes on with part N and `--to N` ends with it: a round keeps hardly more than one core
// busy, so two cores take two halves side by side, each in a clone of its own.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const PARTS = 30;
const { values } = parseArgs({
  options: { from: { type: 'string', default: '0' }, to: { type: 'string', default: `${PARTS}` } },
});
const [from, to] = [Number(values.from), Number(values.to)];
if (!(from >= 0 && from <= to && to <= PARTS)) throw new RangeError(`Unexpected parts ${values.from} to ${values.to}`);

for (let part = from; part <= to; part += 1) {
  const file = part === 0 ? 'test/batch/disk-failures.test.ts' : 'test/batch/kill.test.ts';
  const env = { ...process.env, BATCH_SOAK: '1', BATCH_SEED: String(part) };
  const words = ['node_modules/vitest/vitest.mjs', 'run', file];
  const started = performance.now();
  const { status } = spawnSync(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'], env });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`part ${part} of ${PARTS}: ${status === 0 ? 'right' : 'WRONG'}, ${seconds} s\n`);
  if (status !== 0) process.exit(1);
}
