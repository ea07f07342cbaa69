import { findNearestName } from '../base/index.ts';
import type { Invoice } from '../invoice/index.ts';
import { type BrandFaces, FACE_PROPERTIES } from './brand/faces.ts';
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

/**
 * A template's style sheets with the brand's look, in the order they apply.
 *
 * @throws TEMPLATE_FACE where the brand chooses a face that the template does not ask for
 */
export function listStyleSheets(template: Template, brand: Brand | null): readonly TemplateFile[] {
  const look = brand === null ? [] : [...listColors(brand), ...listFaces(template, brand.faces)];
  if (look.length === 0) return template.styleSheets;
  return [...template.styleSheets, { name: 'brand', source: `:root { ${look.join('; ')} }` }];
}

/** The families that a template's documents are set in, with those that the brand chose. */
export function listFamilies({ manifest }: Template, brand: Brand | null): readonly string[] {
  return [...new Set([...manifest.fonts, ...Object.values(brand?.faces ?? {}).filter((family) => family !== null)])];
}

/** The brand's colours as custom properties, over the template's own. */
function listColors({ accent: own, tint: ownTint }: Brand): readonly string[] {
  if (own === null) return [];
  const { accent, tint, accentOnTint, ruleOnTint, onAccentQuiet } = toPalette(own, ownTint);
  return [
    `--accent: ${accent}`,
    `--tint: ${tint}`,
    `--accent-on-tint: ${accentOnTint}`,
    `--rule-on-tint: ${ruleOnTint}`,
    `--on-accent-quiet: ${onAccentQuiet}`,
  ];
}

/** The brand's faces, with the template's behind them for letters that they lack. */
function listFaces({ name, manifest, styleSheets }: Template, faces: BrandFaces): readonly string[] {
  return (['text', 'title'] as const).flatMap((part) => {
    const family = faces[part];
    if (family === null) return [];
    const property = FACE_PROPERTIES[part];
    if (!styleSheets.some(({ source }) => source.includes(`var(${property})`))) {
      throw templateFaults.TEMPLATE_FACE({
        message: `template ${name} does not ask for faces.${part}: its style sheet has no var(${property})`,
        path: `faces.${part}`,
      });
    }
    const families = [family, ...manifest.fonts.filter((other) => other !== family)];
    return [`${property}: ${families.map((each) => `"${each}"`).join(', ')}`];
  });
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
