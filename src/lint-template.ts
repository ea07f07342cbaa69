import { defineFaults, Fault, type Finding } from './base/index.ts';
import { createEngine, type Engine } from './engine.ts';
import { loadSamples, type Sample } from './samples.ts';
import { LOCALES, lintTemplate as lintTemplateFiles, loadTemplate } from './template/index.ts';

export const lintFaults = defineFaults({
  TEMPLATE_PRINTS_WRONG: {
    kind: 'template',
    summary: 'A template prints something other than what the session says.',
    remedy: 'Print the value that the mark names, and every line once.',
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

/**
 * Lints a template the way it will be used: its files are read for what can be told without printing, then every sample
 * is rendered and read back. Each different fault is told once. Findings become faults, since here it is the template
 * that is on trial.
 */
export async function lintTemplate(template: string, options: LintOptions = {}): Promise<TemplateLint> {
  const faults = new Map<string, Fault>();
  const tell = (fault: Fault): void => {
    faults.set(`${fault.code} ${JSON.stringify(fault.place)} ${fault.message}`, fault);
  };
  try {
    lintTemplateFiles(loadTemplate(template)).forEach(tell);
  } catch (error) {
    // A template that cannot even be loaded has nothing more to tell.
    if (error instanceof Fault) return { faults: [error], samples: 0 };
    throw error;
  }
  const trials = loadSamples().flatMap((sample) => listLocales(sample, options).map((locale) => ({ sample, locale })));
  for (const { sample, locale } of trials) {
    for (const fault of await tryRender(template, sample, options.brand ?? sample.brand, locale)) tell(fault);
  }
  return { faults: [...faults.values()], samples: trials.length };
}

/** Languages to set a sample in; undefined is its brand's own. */
function listLocales(sample: Sample, { locale }: LintOptions): readonly (string | undefined)[] {
  if (locale !== undefined) return [locale];
  return sample.name === EVERY_LANGUAGE ? LOCALES : [undefined];
}

async function tryRender(
  template: string,
  sample: Sample,
  brand: string | undefined,
  locale: string | undefined,
): Promise<readonly Fault[]> {
  let engine: Engine | null = null;
  try {
    engine = await createEngine({ template, brand, locale, kind: sample.kind });
    const { pdf } = engine.render(sample.source);
    const { findings } = await engine.validate(pdf, sample.source, {
      strict: true,
      rerender: false,
      deadlineMs: PROOF_DEADLINE_MS,
    });
    return findings.filter((finding) => finding.severity === 'error').map((finding) => toFault(finding, sample));
  } catch (error) {
    if (error instanceof Fault) return [error];
    throw error;
  } finally {
    await engine?.close();
  }
}

function toFault(finding: Finding, sample: Sample): Fault {
  return lintFaults.TEMPLATE_PRINTS_WRONG({
    message: `${finding.message} (sample ${sample.name})`,
    path: finding.field ?? undefined,
  });
}
