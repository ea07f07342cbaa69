// npm run bench:readers: what it costs to read a document back, by the small reader and by pdf.js, in the calling thread and
// in a thread of its own, and what a document costs that is rendered and proven; beside plain pdfkit's rendering alone.
// Interleaved in one process, medians, the processor's time; pin it to one core (taskset -c 1).
//
//   node bench/readers.mjs [--json] [--lines 10] [--rounds 5] [--documents 40]
import { parseArgs } from 'node:util';
import { createEngine } from '../dist/index.js';
import { createDirectReader, createReader } from '../dist/readback/index.js';
import { renderNaively } from './naive-pdfkit.mjs';
import { toSource } from './source.mjs';

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lines: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    documents: { type: 'string', default: '40' },
  },
});
const [LINES, ROUNDS, DOCUMENTS] = [flags.lines, flags.rounds, flags.documents].map(Number);
const WARM_UP_DOCUMENTS = LINES > 100 ? 10 : 300;
/** A long document is no stranger's. */
const deadlineMs = 120_000;

const direct = createDirectReader();
const inThread = createReader({ deadlineMs });
const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json' }, direct);
let serial = 1;
const make = () => {
  const source = toSource(LINES, serial++);
  return { source, pdf: engine.render(source).pdf };
};
const prove = async ({ pdf, source }, readers) => {
  const { verdict } = await engine.validate(pdf, source, { strict: true, rerender: false, readers });
  if (verdict !== 'valid') throw new Error('Unproven');
};

/** Each is done to one document of a set that is made anew for every round. */
const WORK = {
  render: () => make(),
  'read, small reader': ({ pdf }) => direct.read(pdf, { sights: true }),
  'read, small reader in a thread': ({ pdf }) => inThread.read(pdf, { sights: true }),
  'read, pdf.js': ({ pdf }) => direct.read(pdf, { sights: true, by: 'pdf.js' }),
  'read, pdf.js in a thread': ({ pdf }) => inThread.read(pdf, { sights: true, by: 'pdf.js' }),
  'read, both': ({ pdf }) => direct.read(pdf, { sights: true, by: 'both' }),
  'render and prove, small reader': () => prove(make(), 'own'),
  'render and prove, both': () => prove(make(), 'both'),
  'plain pdfkit, rendering alone': () => renderNaively(toSource(LINES, serial++)),
};

for (let n = 0; n < WARM_UP_DOCUMENTS; n += 1) await prove(make(), n % 6 === 0 ? 'both' : 'own');
for (let n = 0; n < WARM_UP_DOCUMENTS / 10; n += 1) await inThread.read(make().pdf, { sights: true });

const spent = Object.fromEntries(Object.keys(WORK).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  const documents = Array.from({ length: DOCUMENTS }, make);
  for (const [name, work] of Object.entries(WORK)) {
    const since = process.cpuUsage();
    for (const document of documents) await work(document);
    const { user, system } = process.cpuUsage(since);
    spent[name].push((user + system) / 1000 / DOCUMENTS);
  }
}
await engine.close();
await inThread.close();

const medians = Object.entries(spent).map(([name, ms]) => ({ name, ms: ms.sort((a, b) => a - b)[ROUNDS >> 1] }));
const naive = medians.at(-1).ms;
if (flags.json) process.stdout.write(`${JSON.stringify({ node: process.version, lines: LINES, medians }, null, 2)}\n`);
else {
  process.stdout.write(`${LINES} lines, milliseconds of processor time a document; plain pdfkit's time by it\n`);
  for (const { name, ms } of medians) {
    process.stdout.write(`${name.padEnd(34)} ${ms.toFixed(2).padStart(9)}  ${(naive / ms).toFixed(2).padStart(6)}×\n`);
  }
}
