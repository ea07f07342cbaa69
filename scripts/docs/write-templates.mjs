import {
  AT_RULES,
  CSS_FUNCTIONS,
  CSS_UNITS,
  describeProperties,
  HTML_SUBSET,
  MARGIN_BOXES,
  PAGE_SIZES,
  PSEUDO_CLASSES,
  PSEUDO_ELEMENTS,
} from '../../dist/document/index.js';
import { listFactNames } from '../../dist/invoice/index.js';
import { describeHelpers, describeValues, LABEL_KEYS } from '../../dist/template/index.js';
import { fillSections, toCode, toTable } from './fill-sections.mjs';

/** docs/templates.md with the tables that come from the code. */
export function writeTemplates(page, labels) {
  return fillSections(page, {
    values: writeValues(),
    helpers: toTable(
      ['helper', 'what it gives', 'example'],
      describeHelpers().map(({ name, doc, example }) => [toCode(name), doc, toCode(example)]),
    ),
    labels: toTable(
      ['key', 'in Norwegian', 'in English'],
      LABEL_KEYS.map((key) => [toCode(key), labels.nb[key], labels.en[key]]),
    ),
    facts: listFactNames()
      .map((name) =>
        toCode(
          name
            .replace(/^(vat|exemption)\.\*/, '$1.<rate>')
            .replace(/^(line|carriedForward)\.\*/, (_all, kind) =>
              kind === 'line' ? 'line.<n>' : 'carriedForward.<page>',
            ),
        ),
      )
      .join(', '),
    css: writeCss(),
    html: writeHtml(),
  });
}

function writeValues() {
  const values = describeValues();
  const lists = [...new Set(values.map(({ list }) => list))];
  return lists
    .map((list) => {
      const rows = values
        .filter((value) => value.list === list)
        .map(({ path, helper, doc }) => [toCode(path), helper === null ? '' : toCode(`{{${helper} …}}`), doc]);
      const heading = list === null ? '' : `Inside ${toCode(`{{#each ${list}}}`)}:\n\n`;
      return heading + toTable(['value', 'printed by', 'what it is'], rows);
    })
    .join('\n\n');
}

function writeCss() {
  const names = (list) => list.map(toCode).join(' ');
  const properties = describeProperties().map(({ name, syntax, inherited, doc }) => [
    toCode(name),
    toCode(syntax),
    inherited ? 'yes' : '',
    doc,
  ]);
  return [
    `Selectors: elements, classes, ids and attributes with combinators, ${names(PSEUDO_CLASSES.map((name) => `:${name}`))} and ${names(PSEUDO_ELEMENTS.map((name) => `::${name}`))}.`,
    `At-rules: ${names(AT_RULES.map((name) => `@${name}`))}; in \`@page\`, \`size\` (${names(Object.keys(PAGE_SIZES))} or lengths), margins and the boxes ${names(MARGIN_BOXES.map((name) => `@${name}`))}.`,
    `Units: ${names(CSS_UNITS)} and \`%\`. Functions: ${names(CSS_FUNCTIONS.map((name) => `${name}()`))}.`,
    toTable(['property', 'values', 'inherited', 'what it sets'], properties),
  ].join('\n\n');
}

function writeHtml() {
  const rows = HTML_SUBSET.map(({ tag, attributes, purpose }) => [
    toCode(`<${tag}>`),
    Object.keys(attributes).map(toCode).join(' '),
    purpose,
  ]);
  return toTable(['element', 'attributes of its own', 'what it is'], rows);
}
