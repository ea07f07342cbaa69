// From the start of a process to the first file on disk: ours rendered by the library, and plain pdfkit's.
//
//   node bench/cold-start.mjs own|naive FILE     what one process does
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SELF = fileURLToPath(import.meta.url);

/** Medians of `rounds` rounds, the two in turn. */
export function measureColdStarts(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  try {
    const spent = { own: [], naive: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const who of ['own', 'naive']) spent[who].push(startOnce(who, join(folder, `${who}.pdf`)));
    }
    return Object.entries(spent).map(([name, ms]) => ({ name, ms: ms.sort((a, b) => a - b)[Math.floor(rounds / 2)] }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startOnce(who, file) {
  const since = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [SELF, who, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - since;
}

if (process.argv[1] === SELF) {
  const [who, file] = process.argv.slice(2);
  await writeFile(file, who === 'own' ? await renderOwn() : await renderPlain());
}

async function renderOwn() {
  const [{ createEngine }, { toSource }] = await Promise.all([import('../dist/index.js'), import('./source.mjs')]);
  const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json' });
  const { pdf } = engine.render(toSource(10, 1));
  await engine.close();
  return pdf;
}

async function renderPlain() {
  const [{ renderNaively }, { toSource }] = await Promise.all([import('./naive-pdfkit.mjs'), import('./source.mjs')]);
  return renderNaively(toSource(10, 1));
}
