import { findNearestName } from '../base/index.ts';
import type { Invoice } from '../invoice/index.ts';
import { toPalette } from './brand/palette.ts';
import type { Brand } from './brand/parse-brand.ts';
import { templateFaults } from './faults.ts';
import type { Locale } from './format/conventions.ts';
import type { TemplateFile } from './handlebars/template-file.ts';
import type { Labels } from './labels.ts';
import { mergeLabels } from './labels.ts';
import { labelsOf, type Template } from './load-template.ts';
import { pickOptions, resolveOptions } from './manifest.ts';
import { toView, type ViewSettings } from './view/to-view.ts';
import type { InvoiceView } from './view/view.ts';

/** A template joined with a brand and a language; ready to print any number of invoices. */
export interface PreparedTemplate {
  readonly template: Template;
  readonly locale: Locale;
  readonly labels: Labels;
  readonly toView: (invoice: Invoice) => InvoiceView;
  /** HTML whose `data-at` marks point into `files`. Pure. */
  readonly toHtml: (view: InvoiceView) => string;
  readonly files: readonly string[];
}

export interface TemplateSettings {
  /** Null where the seller is the order's store alone. */
  readonly brand: Brand | null;
  readonly hasLogo: boolean;
  readonly locale: Locale;
  /** Whether it is the template that the brand names. The brand's options for another one set what both have. */
  readonly isBrandsOwn?: boolean | undefined;
}

/**
 * Joins template, brand and language, and checks that they fit.
 *
 * @throws TEMPLATE_OPTION, TEMPLATE_UNKNOWN_LABEL, LABELS_UNREADABLE
 */
export function prepareTemplate(
  template: Template,
  { brand, hasLogo, locale, isBrandsOwn = true }: TemplateSettings,
): PreparedTemplate {
  const own = new Map(Object.entries(brand?.labels[locale] ?? {}));
  const labels = mergeLabels(labelsOf(template, locale), own);
  checkLabels(template, labels);
  const set = brand?.template.options ?? {};
  const options = resolveOptions(template.manifest, isBrandsOwn ? set : pickOptions(template.manifest, set));
  const settings: ViewSettings = { brand, hasLogo, locale, labels, options };
  return {
    template,
    locale,
    labels,
    toView: (invoice) => toView(invoice, settings),
    toHtml: (view) => template.compiled.print(view, { locale, labels }),
    files: template.compiled.files,
  };
}

/** A template's style sheets with the brand's look, in the order they apply. */
export function listStyleSheets(template: Template, brand: Brand | null): readonly TemplateFile[] {
  const own = toBrandStyleSheet(brand);
  return own === null ? template.styleSheets : [...template.styleSheets, own];
}

/** The brand's look as custom properties, over the template's own. */
function toBrandStyleSheet(brand: Brand | null): TemplateFile | null {
  if (brand === null || brand.accent === null) return null;
  const { accent, tint, accentOnTint, ruleOnTint, onAccentQuiet } = toPalette(brand.accent, brand.tint);
  const source = `:root { --accent: ${accent}; --tint: ${tint}; --accent-on-tint: ${accentOnTint}; --rule-on-tint: ${ruleOnTint}; --on-accent-quiet: ${onAccentQuiet} }`;
  return { name: 'brand', source };
}

function checkLabels({ compiled }: Template, labels: Labels): void {
  const unknown = compiled.labels.find(({ key }) => !labels.has(key));
  if (unknown === undefined) return;
  const nearest = findNearestName(unknown.key, labels.keys());
  throw templateFaults.TEMPLATE_UNKNOWN_LABEL({
    message: `no label "${unknown.key}"`,
    place: unknown.place,
    hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
  });
}
