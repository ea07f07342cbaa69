import { join, resolve } from 'node:path';
import { encodeFileStem, type Report } from '../../base/index.ts';
import { createEngine, type Rendered } from '../../engine.ts';
import { proveRendered } from '../../prove-rendered.ts';
import { toStageTimings } from '../../timings.ts';
import { describeCount, describeDuration, describeMoney, describeSize } from '../amounts.ts';
import { type EngineFlags, toEngineOptions } from '../engine-flags.ts';
import { EXIT } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import { isFolder, readInput, writeWhole } from '../files.ts';
import { printFindings } from '../print-findings.ts';
import { alignColumns } from '../terminal.ts';
import type { Command } from './command.ts';

export interface RenderFlags extends EngineFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly timings?: boolean;
  readonly xml?: string;
}

/** `fakturapress render SOURCE`: one invoice, proven before a byte of it is written. */
export const renderCommand: Command<RenderFlags> = async ({ terminal, host }, source, flags) => {
  if (flags.output === '-' && terminal.voice.json) {
    throw cliFaults.USAGE({
      message: 'Unexpected --json beside -o -, expected one of them: both would go to standard output.',
    });
  }
  checkXmlFlag(flags);
  refuseOverwritingInput(flags.output, [source, flags.brand]);
  refuseOverwritingInput(flags.xml, [source, flags.brand, flags.output]);
  const started = host.clock();
  const stages = toStageTimings(host.clock);
  const engine = await createEngine(toEngineOptions(flags));
  try {
    const input = readInput(source);
    const rendered = engine.render(input, { timings: stages });
    const report = await proveRendered(engine, rendered, input, { timings: stages });
    if (report.verdict === 'valid') writeXmlAlone(rendered, flags);
    const outcome = report.verdict === 'valid' ? writeOut(rendered, flags, terminal.bytes.bind(terminal)) : null;
    terminal.json(toRenderJson(outcome, rendered, report));
    if (outcome === null) {
      terminal.insist(
        `${terminal.mark('fault')} ${source} gave a document that does not match its session: ${describeCount(report.findings.length, 'finding')}`,
      );
      terminal.insist('');
      printFindings(terminal, report.findings);
      terminal.insist('');
      terminal.insist('  Nothing was written. The template or its brand prints what the session does not say.');
      return EXIT.findings;
    }
    const proven = Object.keys(report.facts).length;
    const columns = [
      `${terminal.mark('ok')} ${terminal.strongly(outcome)}`,
      describeMoney({ minor: rendered.invoice.totals.payableMinor, currency: rendered.invoice.currency }),
      describeCount(rendered.pageCount, 'page'),
      `${describeCount(proven, 'fact')} proven`,
      describeSize(rendered.pdf.length),
      describeDuration(host.clock() - started),
    ];
    if (flags.output === '-') terminal.say(columns.join('   '));
    else terminal.result(columns.join('   '));
    if (report.findings.length > 0 && !terminal.voice.json && !terminal.voice.quiet)
      printFindings(terminal, report.findings);
    if (flags.timings === true) {
      const rows = stages.entries().map(([stage, ms]) => [`  ${stage}`, `${ms.toFixed(2)} ms`]);
      for (const line of alignColumns(rows)) terminal.say(line);
    }
    return EXIT.ok;
  } finally {
    await engine.close();
  }
};

/** `--force` replaces an older document, never what the document is made from. */
function refuseOverwritingInput(output: string | undefined, inputs: readonly (string | undefined)[]): void {
  if (output === undefined || output === '-') return;
  const taken = inputs.find((input) => input !== undefined && input !== '-' && resolve(input) === resolve(output));
  if (taken === undefined) return;
  throw cliFaults.USAGE({ message: `Unexpected -o ${output}, expected another file than ${taken}, which is read.` });
}

/** Writes the document and says where; `-` is standard output. */
export function writeOut(
  rendered: Rendered,
  flags: Pick<RenderFlags, 'output' | 'force'>,
  toStandardOutput: (bytes: Uint8Array) => void,
): string {
  if (flags.output === '-') {
    toStandardOutput(rendered.pdf);
    return '-';
  }
  const path = flags.output ?? `${encodeFileStem(rendered.invoice.number)}.pdf`;
  writeWhole(path, rendered.pdf, { force: flags.force ?? false });
  return path;
}

function checkXmlFlag({ xml, eInvoice }: RenderFlags): void {
  if (xml === undefined || eInvoice !== undefined) return;
  throw cliFaults.USAGE({ message: 'Unexpected --xml alone, expected --e-invoice beside it to say which XML.' });
}

/** `--xml FILE|DIR`: into a folder under the name of the invoice. */
function writeXmlAlone({ eInvoice, invoice }: Rendered, { xml, force }: RenderFlags): void {
  if (xml === undefined || eInvoice === null) return;
  const path = isFolder(xml) ? join(xml, `${encodeFileStem(invoice.number)}.xml`) : xml;
  writeWhole(path, eInvoice.bytes, { force: force ?? false });
}

/** What `--json` says of a document. */
export function toRenderJson(file: string | null, rendered: Rendered, report: Report): object {
  return {
    file,
    sha256: rendered.sha256,
    bytes: rendered.pdf.length,
    pages: rendered.pageCount,
    invoiceNumber: rendered.invoice.number,
    payable: { minor: rendered.invoice.totals.payableMinor, currency: rendered.invoice.currency },
    verdict: report.verdict,
    findings: report.findings,
  };
}
