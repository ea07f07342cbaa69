import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { toWriteFault } from '../../files/index.ts';
import { lintTemplate } from '../../lint-template.ts';
import { listTemplates, loadTemplate } from '../../template/index.ts';
import { describeCount } from '../amounts.ts';
import { EXIT } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import { printFault } from '../print-fault.ts';
import { alignColumns } from '../terminal.ts';
import type { Command } from './command.ts';

/** `fakturapress template list`: the templates that come with the package. */
export const templateListCommand: Command<object> = async ({ terminal }) => {
  const templates = listTemplates().map((name) => {
    const { version, manifest } = loadTemplate(name);
    return { name, version, description: manifest.description };
  });
  terminal.json(templates);
  const rows = templates.map(({ name, version, description }) => [terminal.strongly(name), version, description]);
  for (const line of alignColumns(rows)) terminal.result(line);
  return EXIT.ok;
};

export interface TemplateNewFlags {
  readonly from: string;
}

/** Where editors find the schema of `template.json`, seen from a folder beside `node_modules`. */
const SCHEMA = '../node_modules/fakturapress/templates/template.schema.json';

/** `fakturapress template new NAME --from classic`: a working folder to change, named and numbered anew. */
export const templateNewCommand: Command<TemplateNewFlags> = async ({ terminal }, name, { from }) => {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) {
    throw cliFaults.USAGE({ message: `Unexpected name ${name}, expected small letters, figures and hyphens.` });
  }
  const { directory, manifest } = loadTemplate(from);
  const json = JSON.stringify({ ...manifest, $schema: SCHEMA, name, version: '1.0.0' }, null, 2);
  try {
    mkdirSync(name);
    cpSync(directory, name, { recursive: true, filter: (path) => basename(path) !== 'preview' });
    writeFileSync(join(name, 'template.json'), `${json}\n`);
  } catch (error) {
    throw toWriteFault(error, name);
  }
  terminal.json({ name, directory: resolve(name), from });
  terminal.result(`${terminal.mark('ok')} ${terminal.strongly(`${name}/`)} is a copy of ${from}`);
  terminal.say(`  fakturapress preview ${name}/`);
  return EXIT.ok;
};

export interface TemplateLintFlags {
  readonly brand?: string;
  readonly locale?: string;
}

/** `fakturapress template lint NAME|DIR`: everything that is wrong with a template, not only the first thing. */
export const templateLintCommand: Command<TemplateLintFlags> = async ({ terminal }, template, flags) => {
  const lint = await lintTemplate(template, flags);
  terminal.json({ template, faults: lint.faults, samples: lint.samples });
  if (lint.faults.length === 0) {
    terminal.result(
      `${terminal.mark('ok')} ${terminal.strongly(template)} is clean: ${describeCount(lint.samples, 'sample document')} rendered and proven`,
    );
    return EXIT.ok;
  }
  if (!terminal.voice.json) for (const fault of lint.faults) printFault(terminal, fault, template);
  return EXIT.template;
};
