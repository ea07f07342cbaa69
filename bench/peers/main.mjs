// npm run bench:peers: documents of ten and a thousand lines, by us and by what npm has for the same, block by block in one
// process, medians of three rounds, on one core where taskset is at hand. Ours has everything on: template, layout, tags,
// PDF/A-3a, PDF/UA-1, logo; the peers draw the same lines, and no more.
//
//   node bench/peers/main.mjs [--json] [--lines 10,1000]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine } from '../../dist/index.js';
import { toSource } from '../source.mjs';
import { render as renderByJsPdf } from './jspdf.mjs';
import { render as renderByPdfLib } from './pdf-lib.mjs';
import { renderNaively } from './pdfkit.mjs';
import { render as renderByPdfmake } from './pdfmake.mjs';
import { render as renderByReactPdf } from './react-pdf.mjs';

const PINNED = '--pinned';
const ROUNDS = 3;
/** A block of one round: as many documents as fit into the time, at least one. */
const BLOCK_MS = 1000;
const WARM_UP_DOCUMENTS = 300;

if (!process.argv.includes(PINNED)) {
  const own = [fileURLToPath(import.meta.url), ...process.argv.slice(2), PINNED];
  const { status, error } = spawnSync('taskset', ['-c', '1', process.execPath, ...own], { stdio: 'inherit' });
  if (error === undefined) process.exit(status ?? 1);
}

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    lines: { type: 'string', default: '10,1000' },
    pinned: { type: 'boolean', default: false },
  },
});

const engine = await createEngine({
  brand: fileURLToPath(new URL('../../fixtures/classic-comp/brand.json', import.meta.url)),
});
let serial = 1;
const RENDERERS = {
  fakturapress: (lines) => engine.render(toSource(lines, serial++)).pdf,
  'plain pdfkit': (lines) => renderNaively(lines, serial++),
  pdfmake: (lines) => renderByPdfmake(lines, serial++),
  '@react-pdf/renderer': (lines) => renderByReactPdf(lines, serial++),
  jspdf: (lines) => renderByJsPdf(lines, serial++),
  'pdf-lib': (lines) => renderByPdfLib(lines, serial++),
};

for (let n = 0; n < WARM_UP_DOCUMENTS; n += 1) RENDERERS.fakturapress(10);
for (const render of Object.values(RENDERERS)) for (let n = 0; n < 3; n += 1) await render(10);

const rows = [];
for (const lines of flags.lines.split(',').map(Number)) {
  const blocks = Object.fromEntries(Object.keys(RENDERERS).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, render] of Object.entries(RENDERERS)) blocks[name].push(await runBlock(() => render(lines)));
  }
  const own = medianOf(blocks.fakturapress);
  for (const [name, of] of Object.entries(blocks)) {
    rows.push({ lines, name, cpuMs: medianOf(of), bytes: of[0].bytes, ownIsFasterBy: medianOf(of) / own });
  }
}
await engine.close();
if (flags.json) process.stdout.write(`${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
else {
  for (const { lines, name, cpuMs, bytes, ownIsFasterBy } of rows) {
    const columns = [
      `${lines} lines`.padStart(10),
      `  ${name}`.padEnd(24),
      `${cpuMs.toFixed(1)} ms`.padStart(11),
      `${Math.round(bytes / 1000)} kB`.padStart(8),
      `${ownIsFasterBy.toFixed(2)}×`.padStart(8),
    ];
    process.stdout.write(`${columns.join(' ')}\n`);
  }
}

/** Milliseconds of processor time a document. */
async function runBlock(render) {
  const until = performance.now() + BLOCK_MS;
  const since = process.cpuUsage();
  let count = 0;
  let bytes = 0;
  do {
    bytes = (await render()).length;
    count += 1;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(since);
  return { cpuMs: (user + system) / 1000 / count, bytes };
}

function medianOf(blocks) {
  return blocks.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b)[blocks.length >> 1];
}
