import { type CaseResult, runSnapshots, type TemplateResult, writeHtmlReport } from '../../snapshot/index.ts';
import { LOCALES, listTemplates, parseLocale } from '../../template/index.ts';
import { describeCount, describeDuration } from '../amounts.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import { writeWhole } from '../files.ts';
import { printFault } from '../print-fault.ts';
import { printFindings } from '../print-findings.ts';
import type { Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

export interface SnapshotFlags {
  readonly update?: boolean;
  readonly ci?: boolean;
  readonly fixture?: string;
  readonly locale?: string;
  readonly brand?: string;
  readonly report?: string;
  readonly unreleased?: boolean;
}

/** `fakturapress snapshot [TEMPLATE]`: what templates render, held against what was approved. */
export const snapshotCommand: Command<SnapshotFlags> = async ({ terminal, host }, template, flags) => {
  if (flags.update === true && flags.ci === true) {
    throw cliFaults.USAGE({ message: 'Unexpected --update beside --ci, expected one of them: --ci never writes.' });
  }
  const started = host.clock();
  const names = template === '' ? listTemplates() : [template];
  const results: TemplateResult[] = [];
  for (const name of names) {
    const result = await runSnapshots({
      template: name,
      brand: flags.brand,
      fixtures: parseList(flags.fixture),
      locales: parseLocales(flags.locale),
      update: flags.update,
      unreleased: flags.unreleased,
      onCase: (one) => terminal.voice.verbose && terminal.say(terminal.quietly(`  ${name} ${one.name} ${one.outcome}`)),
    });
    printResult(terminal, result, flags.update === true);
    results.push(result);
  }
  if (flags.report !== undefined) {
    writeWhole(flags.report, Buffer.from(await writeHtmlReport(results, flags.brand)), { force: true });
  }
  terminal.json({ templates: results.map(toJson) });
  const exitCode = toExit(results);
  const count = results.reduce((sum, { cases }) => sum + cases.length, 0);
  terminal.say(terminal.quietly(`  ${describeCount(count, 'document')}, ${describeDuration(host.clock() - started)}`));
  if (exitCode !== EXIT.ok && flags.report === undefined) {
    terminal.say('  See old, new and difference with --report FILE.html; approve with --update.');
  }
  return exitCode;
};

/** A document that lies is worse than one that looks different, and one that cannot be made is worse still. */
function toExit(results: readonly TemplateResult[]): ExitCode {
  const outcomes = new Set(results.flatMap(({ cases }) => cases.map(({ outcome }) => outcome)));
  if (outcomes.has('fault')) return EXIT.template;
  return results.some(({ differs }) => differs) ? EXIT.findings : EXIT.ok;
}

function printResult(terminal: Terminal, result: TemplateResult, isUpdate: boolean): void {
  if (terminal.voice.json) return;
  const { template, version, fault, isUnrecorded, cases } = result;
  const name = terminal.strongly(`${template} ${version}`);
  const differing = cases.filter(({ outcome }) => outcome !== 'same');
  if (fault !== null) printFault(terminal, fault, template);
  if (differing.length === 0 && !isUnrecorded && fault === null) {
    const verb = isUpdate ? 'approved' : 'as approved';
    terminal.result(`${terminal.mark('ok')} ${name}   ${describeCount(cases.length, 'document')} ${verb}`);
    return;
  }
  if (isUnrecorded && differing.length === 0 && fault === null) {
    terminal.insist(
      `${terminal.mark('fault')} ${name}   looks as approved, but this version is not recorded: --update`,
    );
  }
  for (const one of differing) printCase(terminal, name, one);
}

const OUTCOMES: Readonly<Record<CaseResult['outcome'], string>> = {
  same: 'as approved',
  different: 'differs',
  new: 'nothing approved yet',
  gone: 'no fixture of this name is left',
  wrong: 'does not match its session',
  fault: 'cannot be rendered',
};

function printCase(terminal: Terminal, name: string, one: CaseResult): void {
  terminal.insist(`${terminal.mark('fault')} ${name}   ${one.title}   ${OUTCOMES[one.outcome]}`);
  if (one.fault !== null) printFault(terminal, one.fault, one.name);
  printFindings(terminal, one.findings);
  for (const { title, detail } of one.differences) {
    terminal.insist(`    ${title}${detail === '' ? '' : `   ${terminal.quietly(detail)}`}`);
  }
  if (one.outcome === 'different' && one.differences.length === 0) {
    terminal.insist(`    ${describeCount(one.differingPixels ?? 0, 'pixel')} of page 1 differ`);
  }
}

function toJson({ template, version, fault, isUnrecorded, differs, cases }: TemplateResult): object {
  return {
    template,
    version,
    differs,
    recorded: !isUnrecorded,
    ...(fault === null ? {} : { fault }),
    cases: cases.map((one) => ({
      name: one.name,
      outcome: one.outcome,
      differences: one.differences,
      ...(one.differingPixels === null ? {} : { differingPixels: one.differingPixels }),
      ...(one.findings.length === 0 ? {} : { findings: one.findings }),
      ...(one.fault === null ? {} : { fault: one.fault }),
    })),
  };
}

function parseList(value: string | undefined): readonly string[] | undefined {
  return value?.split(',').map((name) => name.trim());
}

function parseLocales(value: string | undefined): readonly string[] | undefined {
  if (value === 'all') return LOCALES;
  const tags = parseList(value);
  const unknown = tags?.find((tag) => parseLocale(tag) === null);
  if (unknown === undefined) return tags;
  throw cliFaults.USAGE({ message: `Unexpected --locale ${unknown}, expected all or some of ${LOCALES.join(', ')}.` });
}
