/**
 * Floor 2: brands and templates. Comes in: `Invoice`, a brand, a template folder. Goes out: `InvoiceView` and HTML text
 * with its style sheets. Never here: CSS, layout, a figure computed; disk only in functions named `load…`.
 */
export { contrastOf, LEAST_CONTRAST } from './brand/contrast.ts';
export { type LoadedBrand, loadBrand, loadLogo, MAX_LOGO_BYTES } from './brand/load-brand.ts';
export { type Brand, type LocalizedText, type OptionValue, parseBrand } from './brand/parse-brand.ts';
export { type BrandFile, toBrandJsonSchema } from './brand/schema.ts';
export { templateFaults } from './faults.ts';
export { CONVENTIONS, type Conventions, LOCALES, type Locale, parseLocale } from './format/conventions.ts';
export { formatDate } from './format/date.ts';
export { formatDecimal, formatMoney, formatRate } from './format/number.ts';
export { type CompiledTemplate, compileTemplate, type TemplateFile } from './handlebars/compile.ts';
export type { PrintSettings } from './handlebars/helpers.ts';
export { LABEL_KEYS, type Labels, listLabelLocales, loadLabels } from './labels.ts';
export { lintTemplate } from './lint-template.ts';
export { listTemplates, loadTemplate, type Template } from './load-template.ts';
export { type TemplateManifest, toManifestJsonSchema } from './manifest.ts';
export { type PreparedTemplate, prepareTemplate, type TemplateSettings } from './prepare-template.ts';
export { LOGO_RESOURCE, toView, type ViewSettings } from './view/to-view.ts';
export type * from './view/view.ts';
