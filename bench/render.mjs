// npm run bench: documents a second on one thread, stage by stage, everything on: template, layout, tags, PDF/A-3a,
// PDF/UA-1, logo. The median of the rounds counts; every document is different. Beside it, in the same run, the same
// lines as plain pdfkit writes them: untagged, no logo, no proof. A table, or JSON with --json.
import { createEngine, toStageTimings } from '../dist/index.js';
import { renderNaively } from './naive-pdfkit.mjs';
import { toSource } from './source.mjs';

const ROUNDS = 3;
const SIZES = [
  { lines: 1, documents: 60 },
  { lines: 10, documents: 60 },
  { lines: 100, documents: 12 },
  { lines: 1000, documents: 3 },
  { lines: 10_000, documents: 1 },
];
/** Proving is timed on a few documents of each size only. */
const PROVEN_DOCUMENTS = 5;
const NAIVE_DOCUMENTS = 10;

const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json' });
let serial = 1;
const rows = [];
for (const { lines, documents } of SIZES) {
  await measure(lines, documents);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(lines, documents));
  rows.push(rounds.toSorted((a, b) => a.renderMs - b.renderMs)[Math.floor(ROUNDS / 2)]);
}
await engine.close();
process.stdout.write(process.argv.includes('--json') ? toJson() : toTable());

async function measure(lines, documents) {
  const sources = Array.from({ length: documents }, () => toSource(lines, serial++));
  const timings = toStageTimings(() => performance.now());
  const started = performance.now();
  const rendered = sources.map((source) => engine.render(source, { timings }));
  const renderMs = (performance.now() - started) / documents;

  const naiveSince = performance.now();
  const naive = Math.min(documents, NAIVE_DOCUMENTS);
  for (let at = 0; at < naive; at += 1) await renderNaively(lines, serial + at);
  const naiveMs = (performance.now() - naiveSince) / naive;

  const proven = Math.min(documents, PROVEN_DOCUMENTS);
  const since = performance.now();
  for (let at = 0; at < proven; at += 1) {
    const { verdict, findings } = await engine.validate(rendered[at].pdf, sources[at], {
      strict: true,
      deadlineMs: 120_000,
    });
    if (verdict !== 'valid') throw new Error(`Unproven: ${JSON.stringify(findings.slice(0, 3))}`);
  }
  const proveMs = (performance.now() - since) / proven;
  const stages = timings.entries().map(([stage, ms]) => [stage, ms / documents]);
  const { pdf, pageCount } = rendered[0];
  return { lines, pages: pageCount, bytes: pdf.length, renderMs, proveMs, naiveMs, stages: Object.fromEntries(stages) };
}

function toJson() {
  return `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`;
}

function toTable() {
  const lines = rows.map(({ lines, pages, bytes, renderMs, proveMs, naiveMs, stages }) =>
    [
      String(lines).padStart(6),
      String(pages).padStart(5),
      String(Math.round(bytes / 1000)).padStart(5),
      renderMs.toFixed(2).padStart(9),
      (1000 / renderMs).toFixed(1).padStart(7),
      ((1000 * renderMs) / lines).toFixed(0).padStart(8),
      proveMs.toFixed(1).padStart(8),
      naiveMs.toFixed(1).padStart(8),
      `${(naiveMs / renderMs).toFixed(1)}×`.padStart(6),
      `  ${Object.entries(stages)
        .map(([stage, ms]) => `${stage} ${ms.toFixed(2)}`)
        .join('  ')}`,
    ].join(' '),
  );
  return ` lines pages    kB render ms  docs/s  µs/line prove ms naive ms  ratio   stages, ms a document\n${lines.join('\n')}\n`;
}
