import { readFileSync } from 'node:fs';
import { defineFaults, Fault, type Finding } from './base/index.ts';
import { createEngine, type Engine, type LaidOut } from './engine.ts';
import { findFaintText } from './faint-text.ts';
import { loadSamples, type Sample } from './samples.ts';
import {
  FACE_PROPERTIES,
  FACES,
  LOCALES,
  lintTemplate as lintTemplateFiles,
  loadTemplate,
  type OptionValue,
  type Template,
} from './template/index.ts';

export const lintFaults = defineFaults({
  TEMPLATE_PRINTS_WRONG: {
    kind: 'template',
    summary: 'A template prints something other than what the session says.',
    remedy: 'Print the value that the mark names, and every line once.',
  },
  TEMPLATE_CONTRAST: {
    kind: 'template',
    summary: 'A text is too faint on its ground (WCAG 2.2 §1.4.3, AA).',
    remedy: 'Darken the text or clear its ground until they reach 4.5:1, or 3:1 from 18 pt or 14 pt bold.',
  },
});

/** What was found wrong with a template; clean when there are no faults. */
export interface TemplateLint {
  readonly faults: readonly Fault[];
  /** How many sample documents were rendered and proven. */
  readonly samples: number;
}

export interface LintOptions {
  /** Path of a brand file to lint with, instead of each sample's own. */
  readonly brand?: string | undefined;
  /** One language, instead of all. */
  readonly locale?: string | undefined;
}

/** The sample that is set in every language; the others speak their own brand's. */
const EVERY_LANGUAGE = 'documentation-sample';
/** Our own documents are no strangers': reading them back may take as long as it does on a busy machine. */
const PROOF_DEADLINE_MS = 120_000;

/** Samples that between them have all that an option could show: groups, addresses, references, payment codes, pages. */
const OPTION_SAMPLES: ReadonlySet<string> = new Set(['said-by-caller', 'finland-b2b', 'forty-lines']);

interface Trial {
  readonly template: string;
  readonly sample: Sample;
  /** Path of a brand file, or its content. */
  readonly brand: string | object | undefined;
  readonly locale: string | undefined;
}

/**
 * Lints a template the way it will be used: its files are read for what can be told without printing, then every sample
 * is rendered, looked over for faint text and read back, and a few are so with each value of each option, and laid out in
 * each face that a brand may choose. Each different fault is told once. Findings become faults, since here it is the
 * template that is on trial.
 */
export async function lintTemplate(template: string, options: LintOptions = {}): Promise<TemplateLint> {
  const faults = new Map<string, Fault>();
  const tell = (fault: Fault): void => {
    faults.set(`${fault.code} ${JSON.stringify(fault.place)} ${fault.message}`, fault);
  };
  let loaded: Template;
  try {
    loaded = loadTemplate(template);
    lintTemplateFiles(loaded).forEach(tell);
  } catch (error) {
    // A template that cannot even be loaded has nothing more to tell.
    if (error instanceof Fault) return { faults: [error], samples: 0 };
    throw error;
  }
  const samples = loadSamples();
  const trials = samples.flatMap((sample) =>
    listLocales(sample, options).map((locale) => ({ template, sample, brand: options.brand ?? sample.brand, locale })),
  );
  for (const trial of trials) for (const fault of await tryRender(trial)) tell(fault);
  for (const sample of samples.filter(({ name }) => OPTION_SAMPLES.has(name))) {
    const toTrial = (look: Look): Trial => {
      return { template, sample, brand: withLook(options.brand ?? sample.brand, look), locale: options.locale };
    };
    for (const look of listChoices(loaded.manifest)) for (const fault of await tryRender(toTrial(look))) tell(fault);
    for (const look of listFaceChoices(loaded)) for (const fault of await tryLayOut(toTrial(look))) tell(fault);
  }
  return { faults: [...faults.values()], samples: trials.length };
}

/** What a brand may say of its documents' look. */
interface Look {
  readonly template?: { readonly options: Readonly<Record<string, OptionValue>> };
  readonly faces?: Readonly<Record<string, string>>;
}

/** Each value of each option that is not its default, one at a time. */
function listChoices({ options }: Template['manifest']): readonly Look[] {
  return Object.entries(options).flatMap(([name, option]) =>
    option.values
      .filter((value) => value !== option.default)
      .map((value) => ({ template: { options: { [name]: value } } })),
  );
}

/** Each face that a brand may choose, for all that the template lets it choose. */
function listFaceChoices({ styleSheets }: Template): readonly Look[] {
  const parts = Object.entries(FACE_PROPERTIES).filter(([, property]) =>
    styleSheets.some(({ source }) => source.includes(`var(${property})`)),
  );
  if (parts.length === 0) return [];
  return FACES.map((family) => ({ faces: Object.fromEntries(parts.map(([part]) => [part, family])) }));
}

/** A brand of a file with another look; without its logo, which stands in relation to the file. */
function withLook(path: string | undefined, look: Look): object | undefined {
  if (path === undefined) return undefined;
  const { logo: _, template: __, ...brand } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  return { ...brand, ...look };
}

/** Languages to set a sample in; undefined is its brand's own. */
function listLocales(sample: Sample, { locale }: LintOptions): readonly (string | undefined)[] {
  if (locale !== undefined) return [locale];
  return sample.name === EVERY_LANGUAGE ? LOCALES : [undefined];
}

/** Renders a sample and reads it back. */
function tryRender(trial: Trial): Promise<readonly Fault[]> {
  return withEngine(trial, async (engine) => {
    const { source } = trial.sample;
    const laidOut = engine.layOut(source);
    const { findings } = await engine.validate(engine.paint(laidOut).pdf, source, {
      strict: true,
      rerender: false,
      deadlineMs: PROOF_DEADLINE_MS,
    });
    const errors = findings.filter((finding) => finding.severity === 'error');
    return [...errors.map((finding) => toFault(finding, trial.sample)), ...findFaint(laidOut)];
  });
}

/** Only lays a sample out: what faces change is found there, and the rest has been read back already. */
function tryLayOut(trial: Trial): Promise<readonly Fault[]> {
  return withEngine(trial, (engine) => Promise.resolve(findFaint(engine.layOut(trial.sample.source))));
}

async function withEngine(
  { template, sample, brand, locale }: Trial,
  use: (engine: Engine) => Promise<readonly Fault[]>,
): Promise<readonly Fault[]> {
  let engine: Engine | null = null;
  try {
    engine = await createEngine({ template, brand, locale, kind: sample.kind });
    return await use(engine);
  } catch (error) {
    if (error instanceof Fault) return [error];
    throw error;
  } finally {
    await engine?.close();
  }
}

function findFaint({ paged }: LaidOut): readonly Fault[] {
  return findFaintText(paged).map(({ text, color, ground, contrast, place }) =>
    lintFaults.TEMPLATE_CONTRAST({
      // Many texts of one place are one fault, told by the first of them.
      message:
        place === undefined ? describeFaint(color, ground, contrast, text) : describeFaint(color, ground, contrast),
      place,
    }),
  );
}

function describeFaint(color: string, ground: string, contrast: number, text?: string): string {
  const what = text === undefined ? 'text' : `"${text}"`;
  return `Unexpected ${what} of ${color} on ${ground}, ${contrast.toFixed(1)}:1, expected at least 4.5:1, or 3:1 where it is large`;
}

function toFault(finding: Finding, sample: Sample): Fault {
  return lintFaults.TEMPLATE_PRINTS_WRONG({
    message: `${finding.message} (sample ${sample.name})`,
    path: finding.field ?? undefined,
  });
}
