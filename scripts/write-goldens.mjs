// Writes the goldens of every fixture: the model as JSON and the pages as text. Read the difference before committing it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createEngine } from '../dist/index.js';
import { dumpPages } from '../dist/layout/index.js';

for (const name of readdirSync('fixtures').toSorted()) {
  const folder = `fixtures/${name}`;
  if (!existsSync(`${folder}/source.json`)) continue;
  const engine = await createEngine(existsSync(`${folder}/brand.json`) ? { brand: `${folder}/brand.json` } : {});
  const { invoice, paged } = engine.layOut(readFileSync(`${folder}/source.json`));
  writeFileSync(`${folder}/model.json`, `${JSON.stringify(invoice, null, 2)}\n`);
  writeFileSync(`${folder}/pages.txt`, dumpPages(paged));
  await engine.close();
}
