import type { Extent, Score } from './run-mutants.ts';

/** Whether every forgery was found by an error that names it, and no right document was doubted. */
export function isPerfect({ classes, falseAlarms }: Score): boolean {
  return falseAlarms.length === 0 && Object.values(classes).every(({ made, named }) => made === named);
}

/** The score as a page of documentation. */
export function writeProof({ seed }: Extent, { classes, invoices, falseAlarms, survivors }: Score): string {
  const all = Object.values(classes);
  const sum = (key: 'made' | 'found' | 'named' | 'harmless') => all.reduce((total, score) => total + score[key], 0);
  const rows = Object.entries(classes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([kind, { made, found, named }]) =>
        `| ${kind} | ${count(made)} | ${share(found, made)} | ${share(named, made)} |`,
    );
  return `# Proof

How well the validator finds what is wrong, and how quiet it is about what is right. This page is written by
\`npm run mutants\`, which forges documents of random valid sources (three countries, six languages, four templates) with
seed ${seed} and fails if a forgery passes, or if a right document does not.

A forgery counts as **found** where the verdict is "invalid", and as **named** where an error names the field that was
forged, or what was put there. Classes that begin with a digit, a sign, a line, a label or something added are done to
what was read of a real document, so that every figure can have its turn; all others to the file itself, whose objects are
taken apart, changed and written again. \`sabotage\` is a bug in our own code: a copy of the package errs in one place, of
formatter, view, loop, totals or template, and must refuse its own documents as \`render\` does.

| forgeries | made | found | named |
|---|---:|---:|---:|
${rows.join('\n')}
| **all** | **${count(sum('made'))}** | **${share(sum('found'), sum('made'))}** | **${share(sum('named'), sum('made'))}** |

${count(sum('harmless'))} further flipped bits and swapped blocks changed nothing that is drawn, held or told (the number of a font's stem, a
space, a word of XMP that no rule looks at): pages, structure, outlines of glyphs, attachments and every stream's checksum
were as before. They are not counted.

**False alarms**: ${falseAlarms.length} in ${count(invoices)} valid invoices of 1 to 500 lines, each fifth validated strictly.
${list('What passed', Object.values(survivors))}${list('False alarms', falseAlarms)}`;
}

function share(part: number, whole: number): string {
  return part === whole ? '100 %' : `${((100 * part) / whole).toFixed(2)} %`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
}
