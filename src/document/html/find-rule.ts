import { didYouMean } from '../nearest-name.ts';
import type { AttributeRule } from './attribute-rules.ts';
import type { ElementRule } from './element-rule.ts';
import { GLOBAL_ATTRIBUTES, HTML_SUBSET } from './subset-html.ts';
import { SVG_SHAPES } from './subset-svg.ts';

const HTML_DOCS = 'Supported HTML: docs/templates.md#html';

const BY_TAG: ReadonlyMap<string, ElementRule> = new Map(HTML_SUBSET.map((rule) => [rule.tag, rule]));

/** What HTML once said about looks, and still may. */
const STYLE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'style',
  'width',
  'height',
  'align',
  'valign',
  'bgcolor',
  'border',
  'cellpadding',
  'cellspacing',
]);

/** Every attribute that some element takes. */
export const ATTRIBUTE_NAMES: readonly string[] = [
  ...new Set([...Object.keys(GLOBAL_ATTRIBUTES), ...HTML_SUBSET.flatMap((rule) => Object.keys(rule.attributes))]),
];

const UNSTYLED: readonly string[] = ['head', 'meta', 'title', 'style', ...SVG_SHAPES];

/** Every tag that selectors may name: what makes boxes. Shapes of drawings are painted as their attributes say. */
export const STYLED_TAGS: readonly string[] = HTML_SUBSET.map((rule) => rule.tag).filter(
  (tag) => !UNSTYLED.includes(tag),
);

/** What people reach for beside the subset, and what to do instead. */
const ELEMENT_ADVICE: Readonly<Record<string, string>> = {
  link: "The template folder's style.css is used without being asked for.",
  script: 'Documents run no scripts; the template step fills in values.',
  u: 'Use a class with text-decoration: underline.',
  s: 'Use a class with text-decoration: line-through.',
  font: 'Use a class with font, color or font-size.',
  center: 'Use a class with text-align: center.',
  pre: 'Use a class with white-space: pre.',
  code: 'Use <span> with a class.',
  mark: 'Use <span> with a class.',
  label: 'Use <span> with a class.',
  cite: 'Use <em>.',
  del: 'Use <span> with a class.',
  blockquote: 'Use <section> with a class.',
  wbr: 'Use overflow-wrap, or a zero-width space.',
  picture: 'Use <img>.',
  canvas: 'Use <svg>.',
  object: 'Use <img> or <svg>.',
  iframe: 'A document holds no other documents.',
  form: 'Paper has no forms.',
  input: 'Paper has no forms.',
  button: 'Paper has no forms.',
};

/** The rule of a tag, or undefined where the subset lacks it. */
export function ruleOfElement(tag: string): ElementRule | undefined {
  return BY_TAG.get(tag);
}

/** The rule of an attribute on an element, or undefined where the subset lacks it. */
export function ruleOfAttribute(rule: ElementRule, name: string): AttributeRule | undefined {
  if (Object.hasOwn(rule.attributes, name)) return rule.attributes[name];
  return Object.hasOwn(GLOBAL_ATTRIBUTES, name) ? GLOBAL_ATTRIBUTES[name] : undefined;
}

/** A hint for a tag that the subset lacks. */
export function adviceForElement(tag: string): string {
  const advice = Object.hasOwn(ELEMENT_ADVICE, tag) ? ELEMENT_ADVICE[tag] : undefined;
  return advice === undefined ? didYouMean(tag, STYLED_TAGS, HTML_DOCS) : `${advice} ${HTML_DOCS}`;
}

/** A hint for an attribute that an element lacks. */
export function adviceForAttribute(rule: ElementRule, name: string): string {
  const lower = name.toLowerCase();
  if (STYLE_ATTRIBUTES.has(lower)) return 'Give the element a class and write the style in the style sheet.';
  if (lower.startsWith('data-')) return `Give the element a class in place of data for scripts. ${HTML_DOCS}`;
  return didYouMean(name, [...Object.keys(rule.attributes), ...Object.keys(GLOBAL_ATTRIBUTES)], HTML_DOCS);
}
