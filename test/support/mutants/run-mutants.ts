import type { Finding, Report } from '#dist/index.js';
import { mutateData } from './data-mutants.ts';
import { mutateFile } from './file-mutants.ts';
import type { Mutant } from './mutant.ts';
import { mutatePages } from './page-mutants.ts';
import { createRandom } from './random.ts';
import { createRandomSource } from './random-source.ts';
import { createStudio, type Studio, type Subject } from './subject.ts';
import { mutateText } from './text-mutants.ts';

/** How much to do. */
export interface Extent {
  /** Of all chance. */
  readonly seed: number;
  /** At least so many forgeries of what was read, and of files. */
  readonly mutants: number;
  readonly fileMutants: number;
  /** Valid documents that no rule may find anything in. */
  readonly invoices: number;
}

/** What came of it. */
export interface Score {
  readonly classes: ReadonlyMap<string, ClassScore>;
  /** One of each class at most, for whoever looks into it. */
  readonly survivors: readonly string[];
  readonly invoices: number;
  readonly falseAlarms: readonly string[];
}

export interface ClassScore {
  made: number;
  /** Ended in the verdict "invalid", or damage that the bytes give away. */
  found: number;
  /** By an error that names what was forged. */
  named: number;
  /** Of flipped bits: changed nothing that is shown, held or told; neither found nor missed. */
  harmless: number;
}

/** Forges right documents until there are enough, then lets valid ones pass. `tell` is told how far it is. */
export async function runMutants(extent: Extent, tell: (line: string) => void = () => undefined): Promise<Score> {
  const studio = createStudio();
  const classes = new Map<string, ClassScore>();
  const survivors = new Map<string, string>();
  const count = async (subject: Subject, mutant: Mutant) => {
    const report = await judge(subject, mutant);
    const score = classes.get(mutant.kind) ?? { made: 0, found: 0, named: 0, harmless: 0 };
    classes.set(mutant.kind, score);
    const { forged } = mutant;
    if (report.verdict === 'valid' && mutant.kind === 'bit flipped' && forged.kind === 'file') {
      if (await subject.isTheSame(forged.pdf)) {
        score.harmless += 1;
        return;
      }
    }
    score.made += 1;
    if (report.verdict === 'invalid') score.found += 1;
    const isNamed = isNamedBy(report, mutant);
    if (isNamed) score.named += 1;
    else if (!survivors.has(mutant.kind)) survivors.set(mutant.kind, `${mutant.kind}: ${subject.name}, ${mutant.note}`);
  };
  try {
    await forgeWhatWasRead(studio, extent, count, tell);
    await forgeFiles(studio, extent, count, tell);
    const falseAlarms = await passValidInvoices(studio, extent, tell);
    return { classes, survivors: [...survivors.values()], invoices: extent.invoices, falseAlarms };
  } finally {
    await studio.close();
  }
}

type Count = (subject: Subject, mutant: Mutant) => Promise<void>;
type Tell = (line: string) => void;

async function forgeWhatWasRead(studio: Studio, { seed, mutants }: Extent, count: Count, tell: Tell): Promise<void> {
  const random = createRandom(seed);
  let made = 0;
  for (let n = 0; made < mutants; n += 1) {
    const source = createRandomSource(random, 1 + random.integer(12));
    const subject = await studio.toSubject(`random ${n}`, source, n % 2 === 0 ? 'cii' : 'ubl');
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
    tell(`${made} of ${mutants} forgeries of what was read`);
  }
}

async function forgeFiles(studio: Studio, { seed, fileMutants }: Extent, count: Count, tell: Tell): Promise<void> {
  const random = createRandom(seed + 1);
  let made = 0;
  for (let n = 0; made < fileMutants; n += 1) {
    const subject = await studio.toSubject(`random file ${n}`, createRandomSource(random, 1 + random.integer(4)));
    const whole = await subject.validate(subject.pdf);
    if (whole.findings.some(({ severity }) => severity === 'error'))
      throw new Error(`${subject.name} is not valid itself`);
    for (const mutant of mutateFile(subject, random, 10)) {
      if (made >= fileMutants) break;
      await count(subject, mutant);
      made += 1;
    }
    tell(`${made} of ${fileMutants} forged files`);
  }
}

/** Strict validation draws every page twice, which takes several times as long. */
const STRICT_EACH = 5;

async function passValidInvoices(studio: Studio, { seed, invoices }: Extent, tell: Tell): Promise<string[]> {
  const random = createRandom(seed + 2);
  const alarms: string[] = [];
  for (let n = 0; n < invoices; n += 1) {
    const source = createRandomSource(random);
    const engine = await studio.engineOf(source);
    const name = `invoice ${n} (${source.brand}, ${source.locale}, ${source.template}, ${source.lines} lines)`;
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
    if (n % 100 === 99) tell(`${n + 1} of ${invoices} valid invoices, ${alarms.length} false alarms`);
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
