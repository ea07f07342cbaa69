// Writes the pages of docs/ and the JSON Schemas of templates/ that come from the code. `--check` writes nothing and fails where one is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cliFaults } from '../dist/cli/faults.js';
import { faultTables } from '../dist/fault-tables.js';
import { previewFaults } from '../dist/preview/index.js';
import { toBrandJsonSchema, toManifestJsonSchema } from '../dist/template/index.js';
import { writeBrand } from './docs/write-brand.mjs';
import { writeDesigns } from './docs/write-designs.mjs';
import { writeRules } from './docs/write-rules.mjs';
import { writeTemplates } from './docs/write-templates.mjs';

const read = (path) => readFileSync(path, 'utf8');
const labels = { nb: JSON.parse(read('templates/labels/nb.json')), en: JSON.parse(read('templates/labels/en.json')) };

const pages = {
  'docs/errors.md': writeErrors(),
  'docs/rules.md': writeRules(),
  'docs/designs.md': await writeDesigns(read('docs/designs.md')),
  'docs/brand.md': writeBrand(read('docs/brand.md')),
  'docs/templates.md': writeTemplates(read('docs/templates.md'), labels),
  'templates/brand.schema.json': writeJson(toBrandJsonSchema()),
  'templates/template.schema.json': writeJson(toManifestJsonSchema()),
};
const check = process.argv.includes('--check');
const stale = Object.entries(pages).filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
if (check && stale.length > 0) {
  process.stderr.write(`Stale: ${stale.map(([path]) => path).join(', ')}. Run npm run docs.\n`);
  process.exitCode = 1;
}
if (!check) for (const [path, text] of stale) writeFileSync(path, text);

function writeErrors() {
  const exits = { usage: 2, input: 3, template: 4, network: 5, file: 6, internal: 7 };
  // The command line's table names those of files once more.
  const tables = { ...faultTables, preview: previewFaults, cli: cliFaults };
  const byCode = Object.entries(tables).flatMap(([folder, table]) =>
    Object.entries(table).map(([code, { definition }]) => [code, { folder, code, ...definition }]),
  );
  const rows = [...new Map(byCode).values()];
  const sections = Object.entries(exits).flatMap(([kind, exit]) => {
    const ofKind = rows.filter((row) => row.kind === kind).sort((a, b) => (a.code < b.code ? -1 : 1));
    if (ofKind.length === 0) return [];
    const lines = ofKind.map(({ code, summary, remedy }) => `| \`${code}\` | ${summary} | ${remedy} |`);
    return [`## ${kind} (exit ${exit})\n\n| code | what is wrong | what to do |\n|---|---|---|\n${lines.join('\n')}\n`];
  });
  return `# Errors

Every fault, in the library and in \`--json\`, is \`{ code, message, path?, place?, hint? }\`. Codes are stable. \`path\` is a
JSON path into the input, \`place\` a file with line and column. Differences between a document and its session are not
faults but findings, and make exit code 1. This page is written from the tables in the code by \`npm run docs\`.

${sections.join('\n')}`;
}

function writeJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
