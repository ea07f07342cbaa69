// `npm run prove:designs`: every template × language × fixture, rendered, read back and held against its source. Prints
// what is found and exits with 1 where anything is. Several minutes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createEngine, listTemplates } from '../dist/index.js';
import { LOCALES } from '../dist/template/index.js';

const only = process.argv.slice(2);
const templates = listTemplates().filter((name) => only.length === 0 || only.includes(name));
const fixtures = readdirSync('fixtures').filter((name) => existsSync(`fixtures/${name}/source.json`));
let documents = 0;
let findings = 0;

for (const name of fixtures) {
  const source = readFileSync(`fixtures/${name}/source.json`);
  for (const template of templates) {
    for (const locale of LOCALES) await prove(name, source, template, locale);
  }
}
process.stdout.write(`${documents} documents, ${findings} findings\n`);
process.exitCode = findings === 0 ? 0 : 1;

async function prove(name, source, template, locale) {
  const engine = await createEngine({ template, brand: readBrand(name), locale });
  const { pdf } = engine.render(source);
  const report = await engine.validate(pdf, source, { strict: true, deadlineMs: 60_000 });
  await engine.close();
  documents += 1;
  for (const { ruleId, severity, channel, message } of report.findings) {
    // Doubts about a source are about the source.
    if (channel === 'source' || severity !== 'error') continue;
    findings += 1;
    process.stdout.write(`${template} ${locale} ${name}: ${ruleId}: ${message}\n`);
  }
}

/** Without options and logo of its own template, which are relative to its folder. */
function readBrand(name) {
  const file = `fixtures/${name}/brand.json`;
  if (!existsSync(file)) return undefined;
  const { template: _, logo: __, ...brand } = JSON.parse(readFileSync(file, 'utf8'));
  return brand;
}
