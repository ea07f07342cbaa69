// npm run bench: documents a second on one thread, stage by stage, everything on: template, layout, tags, PDF/A-3a,
// PDF/UA-1, logo; every document different. Beside it, block by block in the same run, the same page as plain pdfkit
// draws it. Medians of three rounds, in wall time and in the processor's: on a machine with other work the wall says
// little, and even then the ratio is the figure to trust. Ends within two minutes on a machine of its own.
//
//   node bench/render.mjs [--json] [--lines 1,10,100,1000,10000] [--skip-cold-start]
import { parseArgs } from 'node:util';
import { createEngine, toStageTimings } from '../dist/index.js';
import { measureColdStarts } from './cold-start.mjs';
import { renderNaively } from './naive-pdfkit.mjs';
import { toSource } from './source.mjs';
import { weigh } from './weigh.mjs';

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lines: { type: 'string', default: '1,10,100,1000,10000' },
    'skip-cold-start': { type: 'boolean', default: false },
  },
});

const ROUNDS = 3;
/** A block of one round: as many documents as fit into the time, at least one. */
const BLOCK_MS = 1500;
const NAIVE_BLOCK_MS = 600;
/** The compiler needs hundreds of documents until code runs as fast as it will. */
const WARM_UP_DOCUMENTS = 600;
/** Longer ones are proven by the tests: reading ten thousand lines back takes minutes. */
const MOST_PROVEN_LINES = 1000;

const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json' });
let serial = 1;
while (serial <= WARM_UP_DOCUMENTS) engine.render(toSource(10, serial++));
await runBlock(NAIVE_BLOCK_MS, () => renderNaively(toSource(10, serial++)));

const rows = [];
for (const lines of flags.lines.split(',').map(Number)) rows.push(await measure(lines));
await engine.close();
const coldStarts = flags['skip-cold-start'] ? [] : measureColdStarts(ROUNDS);
process.stdout.write(flags.json ? toJson() : toTable());

async function measure(lines) {
  const own = [];
  const naive = [];
  const timings = toStageTimings(() => performance.now());
  let documents = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await runBlock(BLOCK_MS, () => engine.render(toSource(lines, serial++), { timings })));
    naive.push(await runBlock(NAIVE_BLOCK_MS, () => renderNaively(toSource(lines, serial++))));
    documents += own.at(-1).count;
  }
  const source = toSource(lines, serial++);
  const { pdf, pageCount } = engine.render(source);
  return {
    lines,
    pages: pageCount,
    bytes: pdf.length,
    weights: weigh(pdf),
    renderMs: medianOf(own, 'wallMs'),
    renderCpuMs: medianOf(own, 'cpuMs'),
    naiveMs: medianOf(naive, 'wallMs'),
    naiveCpuMs: medianOf(naive, 'cpuMs'),
    proveMs: lines <= MOST_PROVEN_LINES ? await prove(pdf, source) : null,
    stages: Object.fromEntries(timings.entries().map(([stage, ms]) => [stage, ms / documents])),
  };
}

/** Milliseconds a piece of work, of the wall's clock and of the processor's; the source is made inside, for both alike. */
async function runBlock(blockMs, work) {
  const since = performance.now();
  const cpuSince = process.cpuUsage();
  let count = 0;
  do {
    await work();
    count += 1;
  } while (performance.now() - since < blockMs);
  const { user, system } = process.cpuUsage(cpuSince);
  return { count, wallMs: (performance.now() - since) / count, cpuMs: (user + system) / 1000 / count };
}

function medianOf(blocks, key) {
  return blocks.map((block) => block[key]).sort((a, b) => a - b)[Math.floor(blocks.length / 2)];
}

async function prove(pdf, source) {
  const since = performance.now();
  const { verdict, findings } = await engine.validate(pdf, source, { strict: true, deadlineMs: 120_000 });
  if (verdict !== 'valid') throw new Error(`Unproven: ${JSON.stringify(findings.slice(0, 3))}`);
  return performance.now() - since;
}

function toJson() {
  return `${JSON.stringify({ node: process.version, rows, coldStarts }, null, 2)}\n`;
}

function toTable() {
  const head =
    ' lines pages    kB   wall ms    cpu ms  docs/s  µs/line naive ms   cpu ms  ratio (cpu)  prove ms   stages, ms a document';
  const lines = rows.map((row) =>
    [
      String(row.lines).padStart(6),
      String(row.pages).padStart(5),
      String(Math.round(row.bytes / 1000)).padStart(5),
      row.renderMs.toFixed(2).padStart(9),
      row.renderCpuMs.toFixed(2).padStart(9),
      (1000 / row.renderMs).toFixed(1).padStart(7),
      ((1000 * row.renderCpuMs) / row.lines).toFixed(0).padStart(8),
      row.naiveMs.toFixed(1).padStart(8),
      row.naiveCpuMs.toFixed(1).padStart(8),
      `${(row.naiveCpuMs / row.renderCpuMs).toFixed(1)}×`.padStart(12),
      (row.proveMs === null ? '–' : row.proveMs.toFixed(1)).padStart(9),
      `  ${Object.entries(row.stages)
        .map(([stage, ms]) => `${stage} ${ms.toFixed(2)}`)
        .join('  ')}`,
    ].join(' '),
  );
  const weights = rows
    .filter((row) => row.lines === 10)
    .map(
      (row) =>
        `bytes of ten lines: ${Object.entries(row.weights)
          .map(([part, bytes]) => `${part} ${bytes}`)
          .join(', ')}`,
    );
  const starts = coldStarts.map(({ name, ms }) => `cold start, ${name}: ${ms.toFixed(0)} ms to the first file on disk`);
  return `${[head, ...lines, ...weights, ...starts].join('\n')}\n`;
}
