// `npm run prove:designs [TEMPLATE…]`: every template × language × fixture, credit notes included, rendered, read back and
// held against its source. Prints what is found, and how far it is, and exits with 1 where anything is found. An hour where
// the machine is busy. FIXTURES=one-line,sweden-b2b takes these alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createEngine, listTemplates } from '../dist/index.js';
import { createReader } from '../dist/readback/index.js';
import { LOCALES } from '../dist/template/index.js';

/** Ample: a busy machine is no fault of a document. */
const DEADLINE_MS = 20 * 60_000;

const only = process.argv.slice(2);
const templates = listTemplates().filter((name) => only.length === 0 || only.includes(name));
const fixtures = [...listFolders('fixtures'), ...listFolders('fixtures/credit-notes')];
const reader = createReader();
let documents = 0;
let findings = 0;

for (const [index, folder] of fixtures.entries()) {
  const source = readFileSync(`${folder}/source.json`);
  for (const template of templates) {
    for (const locale of LOCALES) await prove(folder, source, template, locale);
  }
  const proven = `${index + 1} of ${fixtures.length} fixtures, ${documents} documents, ${findings} findings`;
  process.stderr.write(`${new Date().toISOString()} ${proven}: ${basename(folder)}\n`);
}
await reader.close();
process.stdout.write(`${documents} documents, ${findings} findings\n`);
process.exitCode = findings === 0 && documents > 0 ? 0 : 1;

async function prove(folder, source, template, locale) {
  const kind = folder.includes('credit-notes') ? 'credit-note' : 'invoice';
  documents += 1;
  const tell = (what) => {
    findings += 1;
    process.stdout.write(`${template} ${locale} ${basename(folder)}: ${what}\n`);
  };
  try {
    const brand = existsSync(`${folder}/brand.json`) ? `${folder}/brand.json` : undefined;
    const engine = await createEngine({ template, brand, locale, kind }, reader);
    const { pdf } = engine.render(source);
    // What was rendered just now is not rendered again.
    const options = { strict: true, rerender: false, deadlineMs: DEADLINE_MS };
    const report = await engine.validate(pdf, source, options);
    await engine.close();
    for (const { ruleId, severity, channel, message } of report.findings) {
      // Doubts about a source are about the source.
      if (channel !== 'source' && severity === 'error') tell(`${ruleId}: ${message}`);
    }
  } catch (fault) {
    tell(`${fault.code ?? 'bug'}: ${fault.message}`);
  }
}

/** Long documents last, so that whatever is wrong with all of them is told soon. */
function listFolders(parent) {
  const names = readdirSync(parent).filter((name) => existsSync(`${parent}/${name}/source.json`));
  const wanted = process.env.FIXTURES?.split(',');
  const isLong = (name) => (name === 'five-hundred-lines' ? 1 : 0);
  return names
    .filter((name) => wanted === undefined || wanted.includes(name))
    .toSorted((left, right) => isLong(left) - isLong(right))
    .map((name) => `${parent}/${name}`);
}
