import {
  type AttributeRule,
  anyText,
  identifier,
  languageTag,
  oneOf,
  outwardLink,
  resourceName,
  someText,
  wholeNumber,
} from './attribute-rules.ts';
import type { Category, ContentModel, ElementRule } from './element-rule.ts';
import { SVG_GEOMETRY_ATTRIBUTES, SVG_PAINT_ATTRIBUTES, SVG_SHAPES } from './subset-svg.ts';

/** Attributes that every element inside `html` takes. */
export const GLOBAL_ATTRIBUTES: Readonly<Record<string, AttributeRule>> = {
  class: anyText,
  id: identifier,
  lang: languageTag,
  title: anyText,
  role: oneOf('img', 'presentation', 'none', 'group', 'note'),
  'aria-hidden': oneOf('true', 'false'),
  'aria-label': someText,
  'data-fact': someText,
  'data-carried': someText,
  'data-carried-net': someText,
};

/** Written by the template step: where in the template's files a start tag stands, `fileIndex:line:column`. */
export const PLACE_ATTRIBUTE = 'data-at';

const NOTHING: ContentModel = { kind: 'void' };
const TEXT: ContentModel = { kind: 'text' };
const PHRASING: ContentModel = { kind: 'phrasing' };
const FLOW: ContentModel = { kind: 'flow', also: [] };
const SHAPES: ContentModel = parts(...SVG_SHAPES);

const CELL = { colspan: wholeNumber(1, 1000), rowspan: wholeNumber(1, 65_534), headers: someText };

/** Every element of the subset, in the order of the documentation. */
export const HTML_SUBSET: readonly ElementRule[] = [
  element('html', 'part', parts('head', 'body'), 'the document; `lang` is its language', {}, [['lang']]),
  element('head', 'part', parts('meta', 'title', 'style'), 'title and styles'),
  element('meta', 'part', NOTHING, 'says that the text is UTF-8', { charset: oneOf('utf-8', 'UTF-8') }, [['charset']]),
  element('title', 'part', TEXT, "the file's title, shown by readers"),
  element('style', 'part', TEXT, 'a style sheet of this document alone, over the template’s'),
  element('body', 'part', FLOW, "the page flow's root"),

  element('div', 'block', FLOW, 'a box without meaning'),
  element('section', 'block', FLOW, 'a section'),
  element('article', 'block', FLOW, 'a section that stands alone'),
  element('aside', 'block', FLOW, 'a note beside the text'),
  element('header', 'block', FLOW, 'head of page or section'),
  element('footer', 'block', FLOW, 'foot of page or section'),
  element('main', 'block', FLOW, 'the main part'),
  element('nav', 'block', FLOW, 'a list of places to go'),
  element('h1', 'block', PHRASING, 'heading of the first level'),
  element('h2', 'block', PHRASING, 'heading of the second level'),
  element('h3', 'block', PHRASING, 'heading of the third level'),
  element('h4', 'block', PHRASING, 'heading of the fourth level'),
  element('h5', 'block', PHRASING, 'heading of the fifth level'),
  element('h6', 'block', PHRASING, 'heading of the sixth level'),
  element('p', 'block', PHRASING, 'a paragraph'),
  element('address', 'block', FLOW, 'an address'),
  element('hr', 'block', NOTHING, 'a rule between parts'),

  element('span', 'phrasing', PHRASING, 'text without meaning of its own'),
  element('strong', 'phrasing', PHRASING, 'important text'),
  element('em', 'phrasing', PHRASING, 'stressed text'),
  element('b', 'phrasing', PHRASING, 'bold text'),
  element('i', 'phrasing', PHRASING, 'italic text'),
  element('small', 'phrasing', PHRASING, 'side comment'),
  element('sub', 'phrasing', PHRASING, 'subscript'),
  element('sup', 'phrasing', PHRASING, 'superscript'),
  element('time', 'phrasing', PHRASING, 'a date', { datetime: someText }),
  element('data', 'phrasing', PHRASING, 'a value with its machine form', { value: anyText }),
  element('a', 'phrasing', PHRASING, 'a link outward', { href: outwardLink }, [['href']]),
  element('br', 'phrasing', NOTHING, 'a line break'),
  element(
    'img',
    'phrasing',
    NOTHING,
    'a picture; empty `alt` makes it decoration',
    { src: resourceName, alt: anyText },
    [['src'], ['alt']],
  ),
  element(
    'barcode',
    'phrasing',
    NOTHING,
    'a barcode of its value in black on white, the quiet zone inside its box; `alt` says what it says',
    { type: oneOf('qrcode', 'code128'), value: someText, alt: someText },
    [['type'], ['value'], ['alt']],
  ),
  element(
    'svg',
    'phrasing',
    SHAPES,
    'a drawing; needs `aria-label`, or `aria-hidden="true"` where it is decoration',
    {
      xmlns: anyText,
      viewBox: someText,
      width: anyText,
      height: anyText,
      preserveAspectRatio: anyText,
      ...SVG_PAINT_ATTRIBUTES,
    },
    [['viewBox'], ['aria-label', 'aria-hidden']],
  ),

  element('ul', 'block', parts('li'), 'a list'),
  element('ol', 'block', parts('li'), 'a numbered list', { start: wholeNumber(-999_999, 999_999) }),
  element('li', 'part', FLOW, 'an item of a list', { value: wholeNumber(-999_999, 999_999) }),
  element('dl', 'block', parts('dt', 'dd'), 'names with their values'),
  element('dt', 'part', FLOW, 'a name'),
  element('dd', 'part', FLOW, 'its value'),
  element('figure', 'block', { kind: 'flow', also: ['figcaption'] }, 'a figure'),
  element('figcaption', 'part', FLOW, 'its caption'),

  element('table', 'block', parts('caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr'), 'a table'),
  element('caption', 'part', FLOW, "a table's caption"),
  element('colgroup', 'part', parts('col'), 'columns', { span: wholeNumber(1, 1000) }),
  element('col', 'part', NOTHING, 'a column', { span: wholeNumber(1, 1000) }),
  element('thead', 'part', parts('tr'), 'header rows, repeated on each page'),
  element('tbody', 'part', parts('tr'), 'body rows'),
  element('tfoot', 'part', parts('tr'), 'footer rows, repeated on each page'),
  element('tr', 'part', parts('th', 'td'), 'a row'),
  element('th', 'part', FLOW, 'a header cell', { ...CELL, scope: oneOf('row', 'col', 'rowgroup', 'colgroup') }),
  element('td', 'part', FLOW, 'a cell', CELL),

  ...SVG_SHAPES.map((tag) =>
    element(tag, 'part', tag === 'g' ? SHAPES : parts(), 'a shape of a drawing', {
      ...SVG_GEOMETRY_ATTRIBUTES[tag],
      ...SVG_PAINT_ATTRIBUTES,
    }),
  ),
];

function element(
  tag: string,
  category: Category,
  content: ContentModel,
  purpose: string,
  attributes: Readonly<Record<string, AttributeRule>> = {},
  required: readonly (readonly string[])[] = [],
): ElementRule {
  return { tag, category, content, attributes, required, purpose };
}

function parts(...tags: readonly string[]): ContentModel {
  return { kind: 'parts', tags };
}
