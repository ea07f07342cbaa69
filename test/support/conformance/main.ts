// npm run conformance: makes documents of every kind and has each judged by programs that we did not write. With --part a
// part of everything, for continuous integration. Exit 1 where any judge finds anything.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine, Fault } from '#dist/index.js';
import { findHybridBreaches, hasMustang } from '../judges/mustang.ts';
import { findXmlBreaches, type JudgedXml } from '../judges/phive.ts';
import { findSyntaxErrors } from '../judges/qpdf.ts';
import { judgeConformance, type Verdict } from '../judges/verapdf.ts';
import { type Case, listFixtureCases, listFixtureEInvoiceCases, listRandomCases, PART, WHOLE } from './cases.ts';

/** veraPDF keeps what it has read, so it gets files in portions. */
const PORTION = 250;
/** Mustang takes seconds a file. */
const HYBRIDS = 12;

interface Made {
  readonly name: string;
  readonly file: string;
  readonly xml: JudgedXml | null;
}

interface Row {
  readonly judge: string;
  readonly files: number;
  readonly breaches: readonly string[];
}

const extent = process.argv.includes('--part') ? PART : WHOLE;
const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
try {
  const { made, row } = await makeAll([
    ...listFixtureCases(extent),
    ...listFixtureEInvoiceCases(extent),
    ...listRandomCases(extent),
  ]);
  const rows = [row, ...(await judgePdfs(made)), ...(await judgeXml(made)), ...(await judgeHybrids(made))];
  for (const { judge, files, breaches } of rows) {
    process.stdout.write(`${judge.padEnd(40)} ${String(files).padStart(5)} files   ${breaches.length} breaches\n`);
    for (const breach of breaches.slice(0, 20)) process.stdout.write(`  ${breach}\n`);
  }
  process.exitCode = rows.some(({ breaches }) => breaches.length > 0) ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What Peppol cannot carry is refused by name, and counted; any other document that cannot be made is a breach. */
async function makeAll(cases: readonly Case[]): Promise<{ readonly made: Made[]; readonly row: Row }> {
  const made: Made[] = [];
  const breaches: string[] = [];
  const refused = new Map<string, number>();
  for (const each of cases) {
    const engine = await createEngine(each.options);
    try {
      made.push(await make(engine, each));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (!error.code.startsWith('EINVOICE_')) {
        breaches.push(
          `${each.name}: ${error.code} ${error.message} (${error.place?.file ?? ''}:${error.place?.line ?? ''})`,
        );
        continue;
      }
      refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
    } finally {
      await engine.close();
    }
  }
  for (const [code, count] of refused) process.stdout.write(`refused as e-invoice: ${code} ${count}\n`);
  return { made, row: { judge: 'rendered', files: made.length, breaches } };
}

async function make(engine: Engine, { name, source, options }: Case): Promise<Made> {
  const { pdf, eInvoice } = engine.render(source);
  const file = join(folder, `${name}.pdf`);
  await writeFile(file, pdf);
  const rules = options.eInvoice === 'cii' ? 'cii' : (options.kind ?? 'invoice');
  return { name, file, xml: eInvoice === null ? null : { name, rules, bytes: eInvoice.bytes } };
}

async function judgePdfs(made: readonly Made[]): Promise<Row[]> {
  const files = made.map(({ file }) => file);
  const verdicts: Verdict[] = [];
  for (let at = 0; at < files.length; at += PORTION)
    verdicts.push(...(await judgeConformance(files.slice(at, at + PORTION))));
  const breaches: string[] = [];
  for (const file of files) {
    const errors = await findSyntaxErrors(file);
    if (errors !== '') breaches.push(`${file}: ${errors.trim()}`);
  }
  const of = (flavour: string) => verdicts.filter((verdict) => verdict.flavour === flavour);
  const toRow = (judge: string, flavour: string): Row => ({
    judge,
    files: of(flavour).length,
    breaches: of(flavour)
      .filter(({ passed }) => !passed)
      .map(({ file, broken }) => `${file}: ${broken.join(', ')}`),
  });
  return [
    toRow('veraPDF 1.28.2, PDF/A-3a', '3a'),
    toRow('veraPDF 1.28.2, PDF/UA-1', 'ua1'),
    { judge: 'qpdf --check', files: files.length, breaches },
  ];
}

async function judgeXml(made: readonly Made[]): Promise<Row[]> {
  const names = {
    invoice: 'phive, Peppol BIS Billing 3 invoice',
    'credit-note': 'phive, Peppol BIS Billing 3 credit note',
    cii: 'phive, EN 16931 CII',
  };
  const rows: Row[] = [];
  for (const [rules, judge] of Object.entries(names)) {
    const files = made.flatMap(({ xml }) => (xml?.rules === rules ? [xml] : []));
    rows.push({ judge, files: files.length, breaches: await findXmlBreaches(files) });
  }
  return rows;
}

async function judgeHybrids(made: readonly Made[]): Promise<Row[]> {
  const hybrids = made.filter(({ xml }) => xml?.rules === 'cii').slice(0, extent === WHOLE ? HYBRIDS : 0);
  if (hybrids.length === 0 || !hasMustang()) return [];
  const breaches = await findHybridBreaches(hybrids.map(({ file }) => file));
  return [{ judge: 'Mustang 2.26.0, Factur-X', files: hybrids.length, breaches }];
}
