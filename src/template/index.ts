/**
 * with its style sheets. Never here: CSS, layout, a figure computed; disk only in functions named `load…`.
 */
export { contrastOf, LEAST_CONTRAST } from './brand/contrast.ts';
export { FACE_PROPERTIES, FACES } from './brand/faces.ts';
export { isSvg, type LoadedBrand, loadBrand, loadLogo } from './brand/load-brand.ts';
export { type Brand, type OptionValue, parseBrand } from './brand/parse-brand.ts';
export { toBrandJsonSchema } from './brand/schema.ts';
export { templateFaults } from './faults.ts';
export { CONVENTIONS, LOCALES, type Locale, localeOfCountry, parseLocale } from './format/conventions.ts';
export { formatDate } from './format/date.ts';
export { formatDecimal, formatMoney, formatRate } from './format/number.ts';
export { compileTemplate } from './handlebars/compile.ts';
export { describeHelpers } from './handlebars/helpers.ts';
export { LABEL_KEYS } from './labels.ts';
export { lintTemplate } from './lint-template.ts';
export { listTemplates, loadTemplate, type Template } from './load-template.ts';
export { toManifestJsonSchema } from './manifest.ts';
export {
  listFamilies,
  listStyleSheets,
  type PreparedTemplate,
  prepareTemplate,
  type TemplateSettings,
} from './prepare-template.ts';
export { describeValues } from './view/describe-values.ts';
export { SMALL_SELLER_LAW } from './view/to-parties.ts';
export { LOGO_RESOURCE } from './view/to-view.ts';
