import { defineFaults } from '../base/index.ts';

/** What can be wrong with a brand, a template or its labels. */
export const templateFaults = defineFaults({
  BRAND_NOT_JSON: {
    kind: 'template',
    summary: 'The brand file is not JSON.',
    remedy: 'Mend the file where the message points; comments and trailing commas are not JSON.',
  },
  BRAND_UNKNOWN_KEY: {
    kind: 'template',
    summary: 'The brand has a key that does not exist.',
    remedy: 'Take the nearest key that the message names, or remove it; templates/brand.schema.json lists them all.',
  },
  BRAND_MISSING_KEY: {
    kind: 'template',
    summary: 'The brand lacks a key that every document needs.',
    remedy: 'Add the key; docs/brand.md shows an example of each.',
  },
  BRAND_INVALID_VALUE: {
    kind: 'template',
    summary: 'A value in the brand is of the wrong type or form.',
    remedy: 'Give the value in the form that the message names.',
  },
  BRAND_CONTRAST: {
    kind: 'template',
    summary: 'A colour of the brand cannot be read on its ground, or what is set on it cannot (WCAG 2.2 §1.4.3).',
    remedy: 'Choose a darker accent or a paler tint that reaches 4.5:1; the logo may keep its own colour.',
  },
  BRAND_LOGO: {
    kind: 'template',
    summary: 'The logo cannot be used.',
    remedy:
      'Put a PNG or JPEG of at most 2 MB, or a drawing of plain paths, beside the brand file or in a folder under it.',
  },
  TEMPLATE_NOT_FOUND: {
    kind: 'template',
    summary: 'There is no template of this name.',
    remedy: 'Run `fakturapress template list`, or give the path of a template folder.',
  },
  TEMPLATE_MANIFEST: {
    kind: 'template',
    summary: 'The template’s template.json is wrong.',
    remedy: 'Mend the key that the message names; docs/templates.md describes the file.',
  },
  TEMPLATE_OPTION: {
    kind: 'template',
    summary: 'The brand sets a template option that does not exist, or to a value it cannot have.',
    remedy: 'Take an option and a value that the template’s template.json declares.',
  },
  TEMPLATE_FACE: {
    kind: 'template',
    summary: 'The brand chooses a face that the template does not ask for.',
    remedy: 'Set text in var(--face-text) and titles in var(--face-title), or take `faces` out of the brand.',
  },
  TEMPLATE_TOO_LARGE: {
    kind: 'template',
    summary: 'The template, or what it prints, is larger than any invoice needs.',
    remedy: 'Take repetition into loops and partials; remove what does not print.',
  },
  TEMPLATE_SYNTAX: {
    kind: 'template',
    summary: 'The template cannot be parsed.',
    remedy: 'Mend the template where the message points.',
  },
  TEMPLATE_UNSUPPORTED: {
    kind: 'template',
    summary: 'The template uses a part of Handlebars that documents do without.',
    remedy: 'Write it with the helpers and blocks that docs/templates.md lists.',
  },
  TEMPLATE_UNSAFE_PLACE: {
    kind: 'template',
    summary: 'A value stands where escaping cannot protect the markup.',
    remedy: 'Put values into text or into quoted attribute values, and close in each branch what it opens.',
  },
  TEMPLATE_UNKNOWN_HELPER: {
    kind: 'template',
    summary: 'The template calls a helper that does not exist.',
    remedy: 'Take one of the helpers that docs/templates.md lists.',
  },
  TEMPLATE_HELPER_USE: {
    kind: 'template',
    summary: 'A helper is called with arguments that it does not take.',
    remedy: 'Call the helper as docs/templates.md shows.',
  },
  TEMPLATE_UNKNOWN_PARTIAL: {
    kind: 'template',
    summary: 'The template includes a partial that is not in its partials folder, or that includes itself.',
    remedy: 'Add partials/NAME.hbs, or mend the name.',
  },
  TEMPLATE_UNUSED_PARTIAL: {
    kind: 'template',
    summary: 'The template’s partials folder has a file that nothing includes.',
    remedy: 'Include it with {{> name}}, or remove the file.',
  },
  TEMPLATE_UNKNOWN_LABEL: {
    kind: 'template',
    summary: 'The template prints a label that no label file has.',
    remedy: 'Take a key of templates/labels/nb.json, or add labels/<locale>.json to the template.',
  },
  TEMPLATE_UNKNOWN_FACT: {
    kind: 'template',
    summary: 'The template marks a fact that does not exist.',
    remedy: 'Take one of the facts that docs/templates.md lists.',
  },
  TEMPLATE_MISSING_FACT: {
    kind: 'template',
    summary: 'The template omits a fact that the law or the payment needs.',
    remedy: 'Print the fact and mark it with data-fact.',
  },
  TEMPLATE_NESTED_FACT: {
    kind: 'template',
    summary: 'The template marks a fact inside another fact.',
    remedy: 'Mark each fact on an element of its own; what a mark holds is read as that one fact.',
  },
  TEMPLATE_MISSING_VALUE: {
    kind: 'template',
    summary: 'The template prints a value that is not there.',
    remedy: 'Mend the name, or put the part into {{#if …}} where the value may be empty.',
  },
  TEMPLATE_VALUE_TYPE: {
    kind: 'template',
    summary: 'The template prints or compares a value in a way that its type does not allow.',
    remedy:
      'Print amounts, dates, rates and numbers through their helpers: {{money …}}, {{date …}}, {{percent …}}, {{number …}}.',
  },
  LABELS_UNREADABLE: {
    kind: 'template',
    summary: 'A label file is missing, not JSON, or incomplete.',
    remedy: 'Every key of templates/labels/nb.json must stand in the file with a text.',
  },
});
