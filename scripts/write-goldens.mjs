// Writes the goldens of every fixture: the model as JSON and the pages as text. Read the difference before committing it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createEngine } from '../dist/index.js';
import { dumpPages } from '../dist/layout/index.js';

for (const folder of [...foldersOf('fixtures'), ...foldersOf('fixtures/credit-notes')]) {
  const kind = folder.startsWith('fixtures/credit-notes/') ? 'credit-note' : 'invoice';
  const brand = existsSync(`${folder}/brand.json`) ? { brand: `${folder}/brand.json` } : {};
  const engine = await createEngine({ ...brand, kind });
  const { invoice, paged } = engine.layOut(readFileSync(`${folder}/source.json`));
  writeFileSync(`${folder}/model.json`, `${JSON.stringify(invoice, null, 2)}\n`);
  writeFileSync(`${folder}/pages.txt`, dumpPages(paged));
  await engine.close();
}

function foldersOf(folder) {
  return readdirSync(folder)
    .toSorted()
    .map((name) => `${folder}/${name}`)
    .filter((path) => existsSync(`${path}/source.json`));
}
