import type { Judgement } from './judge-documents.ts';
import type { Making } from './make-documents.ts';

/** The judgements as lines for a terminal, with what was broken, the first of each kind. */
export function toLines(judgements: readonly Judgement[]): string[] {
  return judgements.flatMap(({ judge, profile, files, asked, breaches, warnings }) => [
    `${judge}, ${profile}: ${files} files, ${asked}, ${breaches.length} failures${toWarnings(warnings, ', warnings: ')}`,
    ...breaches.slice(0, 20).map((breach) => `  ${breach}`),
  ]);
}

/** The judgements as the table of `docs/conformance.md`. */
export function toTable({ made, refused }: Making, judgements: readonly Judgement[]): string {
  const rows = judgements.map(
    ({ judge, profile, files, asked, breaches, warnings }) =>
      `| ${judge} | ${profile} | ${files.toLocaleString('en-US')} | ${asked} | ${breaches.length} | ${toWarnings(warnings, '') || '–'} |`,
  );
  const refusals = [...refused].map(
    ([reason, names]) => `- \`${reason}\`: ${names.length} documents (${toSources(names).join(', ')})`,
  );
  return `${made.length.toLocaleString('en-US')} documents.

| judge | profile or rules | files | asked | failures | warnings |
|---|---|---:|---|---:|---|
${rows.join('\n')}

Refused as e-invoices, each by the fault that names the field and whose it is:

${refusals.join('\n')}`;
}

/** Fixtures by their names without syntax and kind, and random orders as a number. */
function toSources(names: readonly string[]): string[] {
  const sources = [...new Set(names.map((name) => name.replace(/-(?:ubl|cii)(?:-credit)?$/, '')))];
  const fixtures = sources.filter((name) => !name.startsWith('random-'));
  const randomCount = sources.length - fixtures.length;
  return randomCount === 0 ? fixtures : [...fixtures, `and ${randomCount} random orders`];
}

function toWarnings(warnings: ReadonlyMap<string, number>, before: string): string {
  const counts = [...warnings].map(([rule, count]) => `${rule} ×${count}`);
  return counts.length === 0 ? '' : before + counts.join(', ');
}
