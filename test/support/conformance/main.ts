// npm run conformance: makes documents of every kind and has each judged by programs that we did not write. With --part a
// part of everything, for continuous integration. The whole run writes its summary into docs/conformance.md. Exit 1 where
// any judge finds anything. With --only TEXT, only what has that in its name, for whoever looks into a failure.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasMustang } from '../judges/mustang.ts';
import { listCases, PART, WHOLE } from './cases.ts';
import { judgeFacturX, judgePdfs, judgeSyntax, judgeXml } from './judge-documents.ts';
import { makeDocuments } from './make-documents.ts';
import { toLines, toTable } from './report.ts';

const PAGE = 'docs/conformance.md';

const { values } = parseArgs({ options: { part: { type: 'boolean', default: false }, only: { type: 'string' } } });
const isWhole = !values.part;
const tell = (line: string) => process.stderr.write(`${line}\n`);
if (isWhole && !hasMustang()) throw new Error('The whole run needs Mustang: npm run judges:install:long');

const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
try {
  const cases = listCases(isWhole ? WHOLE : PART).filter(({ name }) => name.includes(values.only ?? ''));
  const making = await makeDocuments(cases, folder, tell);
  const { made, refused, breaches } = making;
  const judgements = [
    ...(await judgePdfs(made, tell)),
    ...(await judgeSyntax(made, tell)),
    ...(await judgeXml(made)),
    ...(isWhole ? [await judgeFacturX(made, tell)] : []),
  ];
  const unmade = breaches.map((breach) => `not made: ${breach}`);
  const refusals = [...refused].map(([reason, names]) => `refused as e-invoice: ${reason} ${names.length} files`);
  process.stdout.write(
    `${[`${made.length} documents made`, ...unmade, ...refusals, ...toLines(judgements)].join('\n')}\n`,
  );
  const isClean = breaches.length === 0 && judgements.every((judgement) => judgement.breaches.length === 0);
  if (isWhole && isClean && values.only === undefined) await writeSummary(toTable(making, judgements));
  process.exitCode = isClean ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function writeSummary(table: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const written = page.replace(/(<!-- BEGIN summary -->\n)[\s\S]*(<!-- END summary -->)/, `$1\n${table}\n\n$2`);
  await writeFile(PAGE, written);
}
