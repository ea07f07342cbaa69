// `npm run prove:designs [TEMPLATE…]`: every template × language × fixture, credit notes included, and every value of every
// option on fixtures that have much to show, rendered, read back and held against its source. Prints what is found, and how far it is, and exits with 1 where anything is found. An hour where
// the machine is busy. FIXTURES=one-line,sweden-b2b takes these alone, and
// LANGUAGES=nb,fi or LANGUAGES=none, for the options alone, these languages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createEngine, listTemplates } from '../dist/index.js';
import { createReader } from '../dist/readback/index.js';
import { LOCALES, loadTemplate } from '../dist/template/index.js';

/** Ample: a busy machine is no fault of a document. */
const DEADLINE_MS = 20 * 60_000;

/** What options change: groups, sums over pages, addresses, references, notes, payment codes. */
const OPTION_FIXTURES = new Set(['said-by-caller', 'forty-lines', 'finland-b2b', 'sweden-bankgiro']);

const only = process.argv.slice(2);
const templates = listTemplates().filter((name) => only.length === 0 || only.includes(name));
const fixtures = [...listFolders('fixtures'), ...listFolders('fixtures/credit-notes')];
const locales = LOCALES.filter((locale) => process.env.LANGUAGES?.split(',').includes(locale) ?? true);
const reader = createReader();
let documents = 0;
let findings = 0;

for (const [index, folder] of fixtures.entries()) {
  const source = readFileSync(`${folder}/source.json`);
  for (const template of templates) {
    for (const locale of locales) await prove(folder, source, { template, locale });
    if (!OPTION_FIXTURES.has(basename(folder))) continue;
    for (const choice of listChoices(template)) await prove(folder, source, { template, choice });
  }
  const proven = `${index + 1} of ${fixtures.length} fixtures, ${documents} documents, ${findings} findings`;
  process.stderr.write(`${new Date().toISOString()} ${proven}: ${basename(folder)}\n`);
}
await reader.close();
process.stdout.write(`${documents} documents, ${findings} findings\n`);
process.exitCode = findings === 0 && documents > 0 ? 0 : 1;

/** In a language, or with an option set in the brand's own. */
async function prove(folder, source, { template, locale, choice }) {
  const kind = folder.includes('credit-notes') ? 'credit-note' : 'invoice';
  documents += 1;
  const tell = (what) => {
    findings += 1;
    process.stdout.write(`${template} ${locale ?? JSON.stringify(choice)} ${basename(folder)}: ${what}\n`);
  };
  try {
    const brand = toBrand(`${folder}/brand.json`, template, choice);
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

/** Each value of each option that is not its default, one at a time. */
function listChoices(template) {
  return Object.entries(loadTemplate(template).manifest.options).flatMap(([name, option]) =>
    option.values.filter((value) => value !== option.default).map((value) => ({ [name]: value })),
  );
}

/** With an option the brand's content, without its logo, which stands in relation to its file. */
function toBrand(file, template, choice) {
  if (!existsSync(file)) return undefined;
  if (choice === undefined) return file;
  const { logo: _, ...brand } = JSON.parse(readFileSync(file, 'utf8'));
  return { ...brand, template: { name: template, options: choice } };
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
