import type { FactValue } from '#dist/invoice/index.js';
import { toFacts } from '#dist/invoice/index.js';
import type { ReadDocument, TextRun } from '#dist/readback/index.js';
import type { Mutant, Names } from './mutant.ts';
import type { Random } from './random.ts';
import type { Subject } from './subject.ts';

/** Forgeries of what a page says, done to what was read of it: quick, so every figure of a document has its turn. */
export function* mutateText(subject: Subject, random: Random): Generator<Mutant> {
  const kinds = new Map(toFacts(subject.invoice).map(({ name, value }) => [name, value.kind]));
  for (const run of listRuns(subject.read)) {
    yield* mutateDigits(subject, run, random, kinds);
    const value = kinds.get(run.fact ?? '');
    if (run.fact !== null && value !== undefined) yield* mutateWriting(subject, run, run.fact, value, random);
  }
}

function* mutateDigits(
  { read }: Subject,
  run: TextRun,
  random: Random,
  kinds: ReadonlyMap<string, FactValue['kind']>,
): Generator<Mutant> {
  const kind = run.fact === null ? 'unmarked text' : (kinds.get(run.fact) ?? 'amount carried forward');
  for (const { index, 0: digit } of run.text.matchAll(/\d/g)) {
    const other = random.pick([...'0123456789'].filter((each) => each !== digit));
    const text = run.text.slice(0, index) + other + run.text.slice(index + 1);
    const names: Names = run.fact === null ? 'any' : { fields: [run.fact] };
    yield { kind: `digit: ${kind}`, note: `"${run.text}" as "${text}"`, names, forged: withText(read, run, text) };
  }
}

function* mutateWriting(
  { read }: Subject,
  run: TextRun,
  fact: string,
  value: FactValue['kind'],
  random: Random,
): Generator<Mutant> {
  const names = { fields: [fact] };
  const mutate = (kind: string, text: string): Mutant => {
    const note = `"${run.text}" as "${text}"`;
    return { kind, note, names, forged: withText(read, run, text) };
  };
  if (value === 'money' || value === 'unit-price') {
    const isNegative = /^[-\u2212]/u.test(run.text);
    yield mutate('sign', isNegative ? run.text.slice(1) : `\u2212${run.text}`);
    const mark = run.text.lastIndexOf(read.metadata.language?.startsWith('en') ? '.' : ',');
    if (mark > 0) {
      const [whole, fraction] = [run.text.slice(0, mark), run.text.slice(mark + 1)];
      const sign = run.text[mark] ?? '';
      yield mutate('separator', `${whole}${sign === ',' ? '.' : ','}${fraction}`);
      yield mutate('separator', whole + fraction);
      yield mutate('separator', `${whole.slice(0, -1)}${sign}${whole.slice(-1)}${fraction}`);
      yield mutate('separator', `${whole}${fraction.slice(0, 1)}${sign}${fraction.slice(1)}`);
    }
    const currency = /[A-Z]{3}/.exec(run.text);
    const other = random.pick(['DKK', 'USD', 'GBP']);
    yield mutate('currency', currency === null ? `${run.text} ${other}` : run.text.replace(currency[0], other));
  }
  if (value === 'currency') yield mutate('currency', random.pick(['DKK', 'USD', 'GBP']));
  if (value === 'reference') {
    const at = random.integer(run.text.length);
    const [before, after] = [run.text.slice(0, at), run.text.slice(at + 1)];
    // Gaps between groups are a matter of looks.
    if (run.text[at] !== ' ') yield mutate('reference', before + after);
    if (/[A-Z]/.test(run.text[at] ?? ''))
      yield mutate('reference', `${before}${run.text[at] === 'X' ? 'Y' : 'X'}${after}`);
    if (/\d/.test(run.text[at] ?? '')) yield mutate('reference', `${before}${run.text[at]}${run.text[at]}${after}`);
    yield mutate(
      'look-alike letters',
      run.text.replace(/[A-Z0-9]/, (sign) => LOOK_ALIKES[sign] ?? `${sign}\u200b`),
    );
  }
  if (value === 'text' && /\p{L}/u.test(run.text)) {
    yield mutate(
      'look-alike letters',
      run.text
        .replace(/[AEOaeopc]/u, (sign) => LOOK_ALIKES[sign] ?? sign)
        .replace(/^/, (at) => at || (/[AEOaeopc]/u.test(run.text) ? '' : 'х')),
    );
  }
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ A: 'А', E: 'Е', O: 'О', a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' },
  ...{ N: 'Ν', S: 'Ѕ', D: 'Ꭰ', I: 'І', '0': 'O', '1': 'l', '5': 'S', '8': 'B' },
};

/** Every stretch of text of a document. */
export function listRuns(read: ReadDocument): readonly TextRun[] {
  return read.pages.flatMap((page) => page.runs);
}

/** The document with another text in one place. */
export function withText(read: ReadDocument, run: TextRun, text: string): Mutant['forged'] {
  return withRuns(read, run.page, (runs) => runs.map((other) => (other === run ? { ...run, text } : other)));
}

/** The document with other runs on one page. */
export function withRuns(
  read: ReadDocument,
  page: number,
  change: (runs: readonly TextRun[]) => readonly TextRun[],
): Mutant['forged'] {
  const pages = read.pages.map((each) => (each.number === page ? { ...each, runs: change(each.runs) } : each));
  return { kind: 'read', read: { ...read, pages } };
}
