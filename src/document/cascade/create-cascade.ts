import { parseStyleSheet } from '../css/parse-style-sheet.ts';
import type { Declaration, RulePlace, StyleSheet } from '../css/style-sheet.ts';
import type { HtmlDocument } from '../element.ts';
import { documentFaults } from '../faults.ts';
import { type LonghandName, longhandOf } from '../properties/longhands.ts';
import type { ComputedStyle } from '../style.ts';
import type { StyledDocument } from '../styled.ts';
import { ANYWHERE, buildTree } from './build-tree.ts';
import { compileRules } from './compile-rules.ts';
import { type PageStyles, resolvePages } from './page-styles.ts';
import { type StyleContext, StyleContexts } from './style-context.ts';
import { userAgentSheet } from './user-agent.ts';
import { requiredVariables, unknownVariable } from './variables.ts';

/** Style sheets made ready for any number of documents. What one document needed, the next one finds. */
export interface Cascade {
  /**
   * Gives every element its computed style.
   *
   * @throws Fault CSS_UNKNOWN_VARIABLE, CSS_VARIABLE_CYCLE, CSS_UNKNOWN_VALUE, CSS_MISPLACED
   */
  style(html: HtmlDocument): StyledDocument;
  /**
   * The rules that an element's style was taken from, the strongest first, those of the user agent last. What it inherits
   * comes from the rules of the elements around it.
   */
  rulesOf(style: ComputedStyle): readonly RulePlace[];
}

/** What the `html` element may not have, because nothing is drawn for it; `body` is the page flow's root. */
const NOT_ON_ROOT: readonly LonghandName[] = [
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-style',
  'border-right-style',
  'border-bottom-style',
  'border-left-style',
  'background-color',
];

/** Different `<style>` elements whose cascades are kept. */
const MOST_OWN_STYLES = 8;

/**
 * Prepares style sheets, lowest first, over the user agent's own.
 *
 * @throws Fault CSS_UNKNOWN_VARIABLE where a var() names a custom property that no rule of any sheet sets
 */
export function createCascade(sheets: readonly StyleSheet[]): Cascade {
  checkVariables(sheets);
  const all = [userAgentSheet(), ...sheets];
  const contexts = new StyleContexts(compileRules(all));
  const pageRules = all.flatMap((sheet) => sheet.pageRules);
  const pages = new WeakMap<StyleContext, PageStyles>();
  const withOwn = new Map<string, Cascade>();

  /** A template has few `<style>` elements and prints one of them again and again, so the last ones are remembered. */
  function cascadeWithOwn({ styles }: HtmlDocument): Cascade {
    const key = styles.map(({ text }) => text).join('\0');
    const cascade = withOwn.get(key) ?? createCascade([...sheets, ...parseOwn(styles)]);
    if (withOwn.size >= MOST_OWN_STYLES) withOwn.clear();
    withOwn.set(key, cascade);
    return cascade;
  }

  return {
    style(html) {
      if (html.styles.length > 0) return cascadeWithOwn(html).style({ ...html, styles: [] });
      contexts.forgetIfMany();
      const root = contexts.contextOf(html.root, null, ANYWHERE);
      let styles = pages.get(root);
      if (styles === undefined) {
        checkRoot(root);
        styles = resolvePages(pageRules, root.resolved);
        pages.set(root, styles);
      }
      return { language: html.language, title: html.title, body: buildTree(html, root, contexts), ...styles };
    },
    rulesOf(style) {
      const own = contexts.rulesOf(style);
      return own.length > 0 ? own : [...withOwn.values()].flatMap((cascade) => cascade.rulesOf(style));
    },
  };
}

/** Styles one document with sheets; for many documents with the same sheets prepare a cascade. */
export function styleDocument(html: HtmlDocument, sheets: readonly StyleSheet[]): StyledDocument {
  return createCascade(sheets).style(html);
}

/** The document's own `<style>` elements, which come after the sheets. */
function parseOwn(styles: HtmlDocument['styles']): readonly StyleSheet[] {
  const own = styles.map(({ text, place }) => parseStyleSheet(text, place));
  const [face] = own.flatMap((sheet) => sheet.fontFaces);
  if (face !== undefined) {
    throw documentFaults.CSS_MISPLACED({
      message: '@font-face stands in a <style> element, expected it in the style sheet of the template folder',
      place: face.place,
    });
  }
  return own;
}

function checkVariables(sheets: readonly StyleSheet[]): void {
  const declarations = sheets.flatMap(declarationsOf);
  const known = new Set(
    declarations.flatMap((declaration) => (declaration.kind === 'custom' ? [declaration.name] : [])),
  );
  for (const declaration of declarations) {
    if (declaration.kind === 'longhand') continue;
    const unknown = requiredVariables(declaration.components).find(({ name }) => !known.has(name));
    if (unknown !== undefined) throw unknownVariable(unknown.name, unknown.place, known);
  }
}

function declarationsOf(sheet: StyleSheet): readonly Declaration[] {
  return [
    ...new Set(sheet.rules.map((rule) => rule.declarations)),
    ...sheet.pageRules.flatMap((rule) => [rule.declarations, ...rule.marginBoxes.map((box) => box.declarations)]),
  ].flat();
}

function checkRoot(root: StyleContext): void {
  const { values, winners } = root.resolved;
  for (const name of NOT_ON_ROOT) {
    const winner = winners.get(name);
    if (winner === undefined || sameValue(values[name], longhandOf(name).initial)) continue;
    throw documentFaults.CSS_MISPLACED({
      message: `${name} has no meaning on html`,
      place: winner.place,
      hint: 'Style body, or set the margins of the page in @page.',
    });
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
