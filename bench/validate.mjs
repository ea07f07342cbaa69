// npm run bench:validate: what proving a document of ten lines takes, on one core and in the processor's time: what pdf.js
// takes by itself, what the whole text-only validation takes, and strict validation in its three forms. Medians of rounds
// that go through all of them, so that what else the machine does meets each alike. `--memory 5000` validates so many
// documents instead, each another, and says how much memory the process holds on the way.
//
//   node bench/validate.mjs [--json] [--lines 10] [--rounds 9] [--memory N]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine } from '../dist/index.js';
import { createDirectReader } from '../dist/readback/index.js';
import { loadPdfJs } from '../dist/readback/pdf-js.js';
import { readMetadata } from '../dist/readback/read-metadata.js';
import { toSource } from './source.mjs';

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lines: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '9' },
    memory: { type: 'string' },
    pinned: { type: 'boolean', default: false },
  },
});
const lines = Number(flags.lines);

if (!flags.pinned && flags.memory === undefined) pinAndRun();

/** The garbage collector and the compiler would work on other cores meanwhile, and the clock would not see it. */
function pinAndRun() {
  const own = [fileURLToPath(import.meta.url), ...process.argv.slice(2), '--pinned'];
  const pinned = spawnSync('taskset', ['-c', '0', process.execPath, ...own], { stdio: 'inherit' });
  if (pinned.error === undefined) process.exit(pinned.status ?? 1);
  process.stderr.write('taskset is not there; measured without pinning\n');
}

const reader = createDirectReader();
const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json', template: 'classic' }, reader);

if (flags.memory === undefined) await measureTime();
else await measureMemory(Number(flags.memory));

async function measureTime() {
  const source = toSource(lines, 1);
  const { pdf } = engine.render(source);
  // A keyword more, as another program might save it: everything has to be compared.
  const saved = Buffer.concat([pdf.subarray(0, pdf.length - 5), Buffer.from('%%EOF\n')]);
  const pdfJs = await loadPdfJs();
  const ways = {
    'pdf.js alone': () => pdfJs.withPdf(new Uint8Array(pdf), readWithPdfJs),
    'text only': () => engine.validate(pdf, source),
    'strict, not rendered again': () => engine.validate(pdf, source, { strict: true, rerender: false }),
    strict: () => engine.validate(pdf, source, { strict: true }),
    'strict, saved again': () => engine.validate(saved, source, { strict: true }),
  };
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (const way of Object.values(ways)) for (let n = 0; n < 40; n += 1) await way();
  for (let round = 0; round < Number(flags.rounds); round += 1) {
    for (const [name, way] of Object.entries(ways)) times[name].push(await cpuMsOf(way, 10));
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, medianOf(all)]));
  const beyond = medians['text only'] - medians['pdf.js alone'];
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ lines, cpuMs: medians, beyondPdfJsMs: beyond })}\n`);
    return;
  }
  for (const [name, ms] of Object.entries(medians)) process.stdout.write(`${name.padEnd(28)} ${ms.toFixed(1)} ms\n`);
  process.stdout.write(`${'text only beyond pdf.js'.padEnd(28)} ${beyond.toFixed(1)} ms\n`);
}

/** All that text-only validation has pdf.js do. */
async function readWithPdfJs(pdf) {
  await readMetadata(pdf);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    await page.getAnnotations();
    page.cleanup();
  }
}

async function cpuMsOf(way, count) {
  const before = process.cpuUsage();
  for (let n = 0; n < count; n += 1) await way();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

async function measureMemory(count) {
  for (let n = 1; n <= count; n += 1) {
    const source = toSource(lines, n);
    const { verdict } = await engine.validate(engine.render(source).pdf, source, { strict: n % 5 === 0 });
    if (verdict !== 'valid') throw new Error(`document ${n} is ${verdict}`);
    if (n % 250 === 0) process.stdout.write(`${n} validated, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB\n`);
  }
}

function medianOf(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

await engine.close();
