import { Fault, findNearestName } from '../base/index.ts';
import { findStyleFaults } from '../document/index.ts';
import { isFactName, listFactNames, listRequiredFacts, type RequiredFact } from '../invoice/index.ts';
import { templateFaults } from './faults.ts';
import type { Locale } from './format/conventions.ts';
import { listLabelLocales } from './labels.ts';
import type { Template } from './load-template.ts';
import { findNestedFacts } from './nested-facts.ts';
import { prepareTemplate } from './prepare-template.ts';
import { toProbeInvoices } from './probe-invoices.ts';

/**
 * Everything wrong with a loaded template that shows without laying it out: facts that do not exist, are nested or are
 * lacking, styles outside the subset, labels lacking in a language, values lacking when it prints. Empty where all is well. (What cannot even be
 * loaded has thrown before.)
 */
export function lintTemplate(template: Template): readonly Fault[] {
  return dropRepeated([
    ...findUnknownFacts(template),
    ...findUnprintableFacts(template),
    ...findUnusedPartials(template),
    ...template.styleSheets.flatMap(({ name, source }) => findStyleFaults(source, { file: name })),
    ...listLabelLocales().flatMap((locale) => printProbes(template, locale)),
  ]);
}

function findUnknownFacts({ compiled }: Template): readonly Fault[] {
  const known = listFactNames();
  return compiled.facts
    .filter(({ name }) => !known.includes(name) && !isFactName(name))
    .map(({ name, place }) => {
      const nearest = findNearestName(name, known);
      return templateFaults.TEMPLATE_UNKNOWN_FACT({
        message: `no fact "${name}"`,
        place,
        hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
      });
    });
}

/** What some invoice will need and no place in the template prints. */
function findUnprintableFacts(template: Template): readonly Fault[] {
  const marked = new Set(template.compiled.facts.map(({ name }) => toPattern(name)));
  const missing = new Map<string, RequiredFact>();
  for (const need of toProbeInvoices().flatMap(listRequiredFacts)) {
    const name = toPattern(need.name);
    if (!marked.has(name)) missing.set(name, { ...need, name });
  }
  return missing.size === 0 ? [] : [missingFacts(template, [...missing.values()])];
}

/** `line.3.amount` as `line.*.amount`, `vat.0-E.net` as `vat.*.net`. */
function toPattern(name: string): string {
  return name.replace(/^(line|vat|exemption|carriedForward)\.[^.]+/, '$1.*');
}

function findUnusedPartials({ compiled }: Template): readonly Fault[] {
  return compiled.unusedPartials.map((file) =>
    templateFaults.TEMPLATE_UNUSED_PARTIAL({
      message: `${file} is never included`,
      place: { file, line: 1, column: 1 },
    }),
  );
}

/** Faults of printing are the first of each document; mending it may show the next. */
function printProbes(template: Template, locale: Locale): readonly Fault[] {
  try {
    const prepared = prepareTemplate(template, { brand: null, hasLogo: true, locale });
    return toProbeInvoices().flatMap((invoice) =>
      findNestedFacts(prepared.toHtml(prepared.toView(invoice)), prepared.files),
    );
  } catch (error) {
    if (error instanceof Fault) return [error];
    throw error;
  }
}

/** Every language prints the same template, so most faults show in each. */
function dropRepeated(faults: readonly Fault[]): readonly Fault[] {
  const byText = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...byText.values()];
}

function missingFacts({ name }: Template, missing: readonly RequiredFact[]): Fault {
  const reasons = missing.map((need) => `${need.name} (${need.citation})`);
  return templateFaults.TEMPLATE_MISSING_FACT({
    message: `template ${name} does not print ${reasons.join(', ')}`,
    path: missing[0]?.name,
  });
}
