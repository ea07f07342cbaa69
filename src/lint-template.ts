import { defineFaults, Fault, type Finding } from './base/index.ts';
import { createEngine, type Engine } from './engine.ts';
import { loadSamples, type Sample } from './samples.ts';
import { LOCALES } from './template/index.ts';

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

/**
 * Lints a template the way it will be used: every sample is rendered in every language and read back. Each different
 * fault is told once. Findings become faults, since here it is the template that is on trial.
 */
export async function lintTemplate(
  template: string,
  { brand, locale }: { readonly brand?: string | undefined; readonly locale?: string | undefined } = {},
): Promise<TemplateLint> {
  const faults = new Map<string, Fault>();
  let samples = 0;
  for (const language of locale === undefined ? LOCALES : [locale]) {
    for (const sample of loadSamples()) {
      for (const fault of await tryRender(template, sample, brand ?? sample.brand, language)) {
        faults.set(`${fault.code} ${JSON.stringify(fault.place)} ${fault.message}`, fault);
      }
      samples += 1;
    }
  }
  return { faults: [...faults.values()], samples };
}

async function tryRender(template: string, sample: Sample, brand: string, locale: string): Promise<readonly Fault[]> {
  let engine: Engine | null = null;
  try {
    engine = await createEngine({ template, brand, locale });
    const { pdf } = engine.render(sample.source);
    const { findings } = await engine.validate(pdf, sample.source, { strict: true });
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
