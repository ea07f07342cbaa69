import type { Finding, Report } from '#dist/index.js';
import { mutateData } from './data-mutants.ts';
import { mutateFile } from './file-mutants.ts';
import type { Mutant } from './mutant.ts';
import { mutatePages } from './page-mutants.ts';
import { createRandom } from './random.ts';
import { createRandomSource } from './random-source.ts';
import { sabotageEngines } from './sabotage-engines.ts';
import { listSabotages } from './sabotages.ts';
import { createStudio, type Studio, type Subject } from './subject.ts';
import { mutateText } from './text-mutants.ts';

/** How much to do. */
export interface Extent {
  /** Of all chance. */
  readonly seed: number;
  /** Forgeries of what was read, and of files. */
  readonly mutants: number;
  readonly fileMutants: number;
  /** Documents of each engine that errs. */
  readonly sabotages: number;
  /** Valid documents that no rule may find anything in. */
  readonly invoices: number;
}

/** What came of it. */
export interface Score {
  readonly classes: Readonly<Record<string, ClassScore>>;
  /** One of each class at most, for whoever looks into it; by class. */
  readonly survivors: Readonly<Record<string, string>>;
  readonly invoices: number;
  readonly falseAlarms: readonly string[];
}

export interface ClassScore {
  readonly made: number;
  /** Ended in the verdict "invalid", or damage that the bytes give away. */
  readonly found: number;
  /** By an error that names what was forged. */
  readonly named: number;
  /** Of damage: changed nothing that is shown, held or told; neither found nor missed. */
  readonly harmless: number;
}

/** A piece of the whole that has chance of its own, so that pieces may be done in any order and by anyone. */
export interface Part {
  readonly kind: 'mutants' | 'files' | 'sabotages' | 'invoices';
  readonly index: number;
  readonly seed: number;
  readonly count: number;
}

/** What one part takes is a matter of a minute or two. */
const PART_SIZES = { mutants: 900, files: 175, sabotages: 5, invoices: 200 } as const;

/** The whole in pieces; the longest kinds come first, so that workers end together. */
export function listParts({ seed, mutants, fileMutants, sabotages, invoices }: Extent): readonly Part[] {
  const cut = (kind: Part['kind'], total: number, offset: number): Part[] => {
    const size = PART_SIZES[kind];
    return Array.from({ length: Math.ceil(total / size) }, (_, index) => ({
      kind,
      index,
      seed: seed + offset + 1_000 * index,
      count: Math.min(size, total - index * size),
    }));
  };
  return [
    ...cut('files', fileMutants, 1),
    ...cut('invoices', invoices, 2),
    ...cut('sabotages', sabotages === 0 ? 0 : listSabotages(createRandom(seed)).length, 3),
    ...cut('mutants', mutants, 0),
  ];
}

const NOTHING: Score = { classes: {}, survivors: {}, invoices: 0, falseAlarms: [] };

/** Does all parts one after another in this process. */
export async function runMutants(extent: Extent): Promise<Score> {
  const studio = createStudio();
  try {
    let score = NOTHING;
    for (const part of listParts(extent)) score = addScores(score, await runPart(studio, part, extent.sabotages));
    return score;
  } finally {
    await studio.close();
  }
}

/** Does one part. */
export async function runPart(studio: Studio, part: Part, documentsEach: number): Promise<Score> {
  const classes: Record<string, ClassScore> = {};
  const survivors: Record<string, string> = {};
  const enter = (kind: string, result: { found: boolean; named: boolean; harmless: boolean }, note: string) => {
    const { made, found, named, harmless } = classes[kind] ?? { made: 0, found: 0, named: 0, harmless: 0 };
    classes[kind] = result.harmless
      ? { made, found, named, harmless: harmless + 1 }
      : { made: made + 1, found: found + Number(result.found), named: named + Number(result.named), harmless };
    if (!result.harmless && !result.named) survivors[kind] ??= `${kind}: ${note}`;
  };
  const count: Count = async (subject, mutant) => {
    const report = await judge(subject, mutant);
    const { kind, forged } = mutant;
    const mayBeHarmless = report.verdict === 'valid' && DAMAGE.has(kind) && forged.kind === 'file';
    const harmless = mayBeHarmless && (await subject.isTheSame(forged.pdf));
    const result = { found: report.verdict === 'invalid', named: isNamedBy(report, mutant), harmless };
    enter(kind, result, `${subject.name}, ${mutant.note}`);
  };
  switch (part.kind) {
    case 'mutants':
      await forgeWhatWasRead(studio, part, count);
      return { ...NOTHING, classes, survivors };
    case 'files':
      await forgeFiles(studio, part, count);
      return { ...NOTHING, classes, survivors };
    case 'sabotages': {
      const from = part.index * PART_SIZES.sabotages;
      const isOwn = (_: unknown, index: number) => from <= index && index < from + part.count;
      for await (const { sabotage, note, ...result } of sabotageEngines(studio, part.seed, documentsEach, isOwn)) {
        enter(sabotage.kind, { ...result, harmless: false }, note);
      }
      return { ...NOTHING, classes, survivors };
    }
    case 'invoices':
      return { ...NOTHING, invoices: part.count, falseAlarms: await passValidInvoices(studio, part) };
  }
}

/** Of chance, which may hit what no one sees. */
const DAMAGE: ReadonlySet<string> = new Set(['bit flipped', 'blocks swapped']);

/** Two scores as one. */
export function addScores(a: Score, b: Score): Score {
  const classes = { ...a.classes };
  for (const [kind, more] of Object.entries(b.classes)) {
    const had = classes[kind] ?? { made: 0, found: 0, named: 0, harmless: 0 };
    classes[kind] = {
      made: had.made + more.made,
      found: had.found + more.found,
      named: had.named + more.named,
      harmless: had.harmless + more.harmless,
    };
  }
  return {
    classes,
    survivors: { ...b.survivors, ...a.survivors },
    invoices: a.invoices + b.invoices,
    falseAlarms: [...a.falseAlarms, ...b.falseAlarms],
  };
}

type Count = (subject: Subject, mutant: Mutant) => Promise<void>;

async function forgeWhatWasRead(studio: Studio, { seed, count: mutants }: Part, count: Count): Promise<void> {
  const random = createRandom(seed);
  let made = 0;
  for (let n = 0; made < mutants; n += 1) {
    const source = createRandomSource(random, 1 + random.integer(12));
    const subject = await studio.toSubject(`random ${seed}.${n}`, source, n % 2 === 0 ? 'cii' : 'ubl');
    // A part of each document's, so that many documents have their turn.
    for (const mutant of [
      ...mutateText(subject, random),
      ...mutatePages(subject, random),
      ...mutateData(subject, random),
    ]) {
      if (made >= mutants || !random.oneIn(2)) continue;
      await count(subject, mutant);
      made += 1;
    }
  }
}

async function forgeFiles(studio: Studio, { seed, count: fileMutants }: Part, count: Count): Promise<void> {
  const random = createRandom(seed);
  let made = 0;
  for (let n = 0; made < fileMutants; n += 1) {
    const subject = await studio.toSubject(
      `random file ${seed}.${n}`,
      createRandomSource(random, 1 + random.integer(4)),
    );
    const whole = await subject.validate(subject.pdf);
    if (whole.findings.some(({ severity }) => severity === 'error'))
      throw new Error(`${subject.name} is not valid itself`);
    for (const mutant of mutateFile(subject, random, 10)) {
      // A part of each document's, so that each kind has its turn.
      if (made >= fileMutants || !random.oneIn(FILE_SHARE)) continue;
      await count(subject, mutant);
      made += 1;
    }
  }
}

/** One in so many forgeries of a document's file is judged. */
const FILE_SHARE = 4;

/** Strict validation draws every page twice, which takes several times as long. */
const STRICT_EACH = 5;

async function passValidInvoices(studio: Studio, { seed, index, count: invoices }: Part): Promise<string[]> {
  const random = createRandom(seed);
  const alarms: string[] = [];
  for (let n = 0; n < invoices; n += 1) {
    const source = createRandomSource(random);
    const engine = await studio.engineOf(source);
    const name = `invoice ${index}.${n} (${source.brand}, ${source.locale}, ${source.template}, ${source.lines} lines)`;
    try {
      const { pdf } = engine.render(source.json);
      const { findings } = await engine.validate(pdf, source.json, {
        strict: n % STRICT_EACH === 0,
        deadlineMs: 60_000,
      });
      // Doubts about the source are about the source.
      alarms.push(
        ...findings.filter(({ channel }) => channel !== 'source').map((finding) => `${name}: ${tellOf(finding)}`),
      );
    } catch (fault) {
      alarms.push(`${name}: refused, ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  return alarms;
}

function judge(subject: Subject, { forged }: Mutant): Report | Promise<Report> {
  return forged.kind === 'read' ? subject.check(forged.read) : subject.validate(forged.pdf);
}

function isNamedBy({ findings }: Report, { names }: Mutant): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (names === 'any') return errors.length > 0;
  return errors.some(({ field, found, ruleId }) => {
    if (names.rules?.includes(ruleId)) return true;
    if (field !== null && names.fields?.includes(field)) return true;
    return names.found !== undefined && found !== null && (found.includes(names.found) || names.found.includes(found));
  });
}

function tellOf({ ruleId, field, message }: Finding): string {
  return `${ruleId} ${field ?? ''} ${message}`;
}
