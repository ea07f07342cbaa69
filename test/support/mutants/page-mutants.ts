import { toFacts } from '#dist/invoice/index.js';
import type { TextRun } from '#dist/readback/index.js';
import type { Mutant } from './mutant.ts';
import type { Random } from './random.ts';
import type { Subject } from './subject.ts';
import { listRuns, withRuns } from './text-mutants.ts';

/** Forgeries of what stands on a page and where: lines, totals, marks, labels. Done to what was read of it. */
export function* mutatePages(subject: Subject, random: Random): Generator<Mutant> {
  yield* mutateLines(subject, random);
  yield* addFigures(subject, random);
  yield* swapTexts(subject, random);
  yield* swapLabels(subject);
}

function* mutateLines({ read, invoice }: Subject, random: Random): Generator<Mutant> {
  for (const { position } of invoice.lines) {
    const isOwn = (run: TextRun) => run.fact?.startsWith(`line.${position}.`) ?? false;
    const own = listRuns(read).filter(isOwn);
    const page = own[0]?.page ?? 1;
    // A line that is cut by a page's end is two lines to this forger.
    if (own.some((run) => run.page !== page)) continue;
    const fields = ['description', 'quantity', 'unitPrice', 'amount'].map((part) => `line.${position}.${part}`);
    const names = { fields: [`line.${position}`, ...fields] };
    yield {
      kind: 'line dropped',
      note: `line ${position}`,
      names,
      forged: withRuns(read, page, (runs) => runs.filter((run) => !isOwn(run))),
    };
    yield {
      kind: 'line doubled',
      note: `line ${position}`,
      names,
      forged: withRuns(read, page, (runs) => {
        const last = runs.findLastIndex(isOwn);
        return [...runs.slice(0, last + 1), ...own.map((run) => moveDown(run, 12)), ...runs.slice(last + 1)];
      }),
    };
    const other = random.pick(invoice.lines).position;
    const others = listRuns(read).filter((run) => run.fact?.startsWith(`line.${other}.`) ?? false);
    if (other === position || others.some((run) => run.page !== page) || others.length !== own.length) continue;
    yield {
      kind: 'lines swapped',
      note: `lines ${position} and ${other}`,
      names: {
        fields: [...names.fields, `line.${other}`, ...fields.map((field) => field.replace(/\d+/, String(other)))],
      },
      forged: withRuns(read, page, (runs) =>
        runs.map((run) => {
          const [from, to] = [own.indexOf(run), others.indexOf(run)];
          const take = from >= 0 ? others[from] : to >= 0 ? own[to] : undefined;
          return take === undefined ? run : { ...take, box: run.box, baseline: run.baseline, contentId: run.contentId };
        }),
      ),
    };
  }
}

function moveDown(run: TextRun, by: number): TextRun {
  return { ...run, box: { ...run.box, y: run.box.y + by }, baseline: run.baseline + by };
}

/** A second total, another account, a stale day: beside, below and far from what is true. */
function* addFigures({ read, invoice }: Subject, random: Random): Generator<Mutant> {
  const amount = `${1 + random.integer(900)} ${random.digits(3)},${random.digits(2)}`;
  const additions: readonly (readonly [kind: string, before: string, figure: string])[] = [
    ['total added', 'Å betale', amount],
    ['total added', 'Totalt', `${amount} ${invoice.currency}`],
    ['total added', 'Sum', `kr ${amount}`],
    ['total added', 'Att betala', `${1 + random.integer(9)} ${random.digits(3)}:-`],
    [
      'total added',
      'Amount due',
      `${invoice.currency} ${1 + random.integer(9)},${random.digits(3)}.${random.digits(2)}`,
    ],
    ['account added', 'Kontonummer', `${random.digits(4)} ${random.digits(2)} ${random.digits(5)}`],
    ['account added', 'IBAN', `NO${random.digits(2)} ${random.digits(4)} ${random.digits(4)} ${random.digits(3)}`],
    ['account added', 'Bankgiro', `${1 + random.integer(9)}${random.digits(2)}-${random.digits(4)}`],
    ['reference added', 'KID', random.digits(15)],
    ['date added', 'Forfallsdato', `${1 + random.integer(28)}.${1 + random.integer(12)}.2031`],
    ['date added', 'Förfallodatum', `2031-0${1 + random.integer(9)}-1${random.integer(10)}`],
    ['rate added', 'Mva', `${31 + random.integer(60)} %`],
  ];
  const places = listRuns(read).filter((run) => run.fact !== null && !run.artifact);
  for (const [kind, label, figure] of additions) {
    const beside = random.pick(places);
    const text = random.oneIn(2) ? `${label} ${figure}` : figure;
    const { box } = beside;
    const run: TextRun = {
      ...beside,
      fact: null,
      text,
      box: { ...box, x: box.x + box.width + 30, width: text.length * 5 },
      ...(random.oneIn(2) ? moveBelow(beside) : {}),
    };
    yield {
      kind,
      note: `"${text}" beside "${beside.text}"`,
      names: { found: figure.replace(/ %$/, '') },
      forged: withRuns(read, beside.page, (runs) => {
        const at = runs.indexOf(beside) + 1;
        return [...runs.slice(0, at), run, ...runs.slice(at)];
      }),
    };
  }
}

function moveBelow({ box, baseline, fontSize }: TextRun): Pick<TextRun, 'box' | 'baseline'> {
  return { box: { ...box, y: box.y + fontSize * 1.2, x: box.x + 200 }, baseline: baseline + fontSize * 1.2 };
}

/** Two facts change places: each mark then says the other's text. */
function* swapTexts({ read, invoice }: Subject, random: Random): Generator<Mutant> {
  const facts = new Map(toFacts(invoice).map(({ name, value }) => [name, JSON.stringify(value)]));
  const marked = listRuns(read).filter((run) => run.fact !== null && /\d/.test(run.text));
  for (const run of marked) {
    const other = random.pick(marked.filter((each) => each.page === run.page));
    const same = facts.get(run.fact ?? '') === facts.get(other.fact ?? '') || squash(run.text) === squash(other.text);
    if (same || run.fact === other.fact) continue;
    yield {
      kind: 'facts swapped',
      note: `"${run.text}" and "${other.text}"`,
      names: { fields: [run.fact ?? '', other.fact ?? ''] },
      forged: withRuns(read, run.page, (runs) =>
        runs.map((each) => {
          if (each === run) return { ...each, text: other.text };
          return each === other ? { ...each, text: run.text } : each;
        }),
      ),
    };
  }
}

function squash(text: string): string {
  return text.replace(/\s/g, '');
}

/** What the pay slip and the totals call one thing, they call the other. */
function* swapLabels({ read, invoice }: Subject): Generator<Mutant> {
  const labels = PAIRS.map((fact) => [fact, findLabel(listRuns(read), fact)] as const);
  const values = new Map(toFacts(invoice).map(({ name, value }) => [name, JSON.stringify(value)]));
  for (const [fact, label] of labels) {
    for (const [otherFact, other] of labels) {
      if (label === null || other === null || label.text === other.text || label.page !== other.page) continue;
      // `Å betale` over a gross sum that is what is payable names the same figure.
      if (values.get(fact) === values.get(otherFact)) continue;
      yield {
        kind: 'label of another fact',
        note: `${fact} as "${other.text}"`,
        names: { fields: [fact] },
        forged: withRuns(read, label.page, (runs) =>
          runs.map((run) => (run === label ? { ...run, text: other.text } : run)),
        ),
      };
    }
  }
}

const PAIRS = [
  'kid',
  'bban',
  'iban',
  'bic',
  'payable',
  'dueDate',
  'invoiceDate',
  'netTotal',
  'vatTotal',
  'deliveryDate',
];

/** The unmarked text that stands before a fact in the order of the page. */
function findLabel(runs: readonly TextRun[], fact: string): TextRun | null {
  const at = runs.findLastIndex((run) => run.fact === fact && !run.artifact);
  const before = runs[at - 1];
  return before !== undefined && before.fact === null && /\p{L}/u.test(before.text) ? before : null;
}
