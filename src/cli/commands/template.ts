import { lintTemplate } from '../../lint-template.ts';
import { listTemplates, loadTemplate } from '../../template/index.ts';
import { describeCount } from '../amounts.ts';
import { EXIT } from '../exit-codes.ts';
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
