/**
 * Floor 1: a template's HTML and CSS subset as trees. Comes in: HTML and CSS text. Goes out: `StyledDocument`, every
 * element with its computed style. Never here: measuring, positions, fonts, anything that knows what an invoice is.
 */
export { type Cascade, createCascade, styleDocument } from './cascade/create-cascade.ts';

export type { CssSource } from './css/css-source.ts';
export { parseColor } from './css/parse-color.ts';
export { findStyleFaults, parseStyleSheet } from './css/parse-style-sheet.ts';
export type { FontFace, RulePlace, StyleSheet } from './css/style-sheet.ts';
export {
  AT_RULES,
  CSS_FUNCTIONS,
  CSS_UNITS,
  FONT_FACE_DESCRIPTORS,
  MARGIN_BOXES,
  PAGE_SIZES,
  PSEUDO_CLASSES,
  PSEUDO_ELEMENTS,
} from './css/subset-css.ts';
export type { DocumentNode, ElementNode, HtmlDocument, StyleText, TextNode } from './element.ts';
export { documentFaults } from './faults.ts';
export type { ElementRule } from './html/element-rule.ts';
export type { HtmlSource } from './html/html-source.ts';
export { parseHtml } from './html/parse-html.ts';
export { parseSvgFile } from './html/parse-svg-file.ts';
export { GLOBAL_ATTRIBUTES, HTML_SUBSET } from './html/subset-html.ts';
export { initialStyle } from './initial-style.ts';
export { describeProperties, type PropertyDescription } from './properties/properties.ts';
export type * from './style.ts';
export {
  type NamedString,
  PAGE_COUNTERS,
  type PageCounterName,
  type PageText,
  type StyledDocument,
  type StyledElement,
  type StyledNode,
  type StyledText,
} from './styled.ts';
