import type { AtrulePlain, CssNodePlain, RulePlain, SyntaxParseError } from 'css-tree';
import convertor from 'css-tree/convertor';
import parse from 'css-tree/parser';
import { Fault } from '../../base/index.ts';
import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import { checkContent } from './check-content.ts';
import { checkNesting } from './check-nesting.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';
import { isStraySemicolon, readDeclaration, refuseInBlock } from './read-declarations.ts';
import { readFontFace } from './read-font-face.ts';
import { readPageRule } from './read-page-rule.ts';
import { readSelector } from './read-selector.ts';
import type { Declaration, FontFace, PageRule, StyleRule, StyleSheet } from './style-sheet.ts';
import { AT_RULES } from './subset-css.ts';

const AT_RULES_HINT = 'Supported at-rules: @page with margin boxes, and @font-face';
const AT_RULE_ADVICE: Readonly<Record<string, string>> = {
  media: 'Everything here is print; write the rules without @media.',
  import: 'Write the rules into the style sheet itself; a template has one.',
  supports: 'What docs/templates.md lists is supported; write the rules without @supports.',
};

/** More selectors than any style sheet has; every way of being styled is held against each. */
const MAX_RULES = 10_000;

/** Longer than any style sheet that people write. */
const MAX_CSS_CHARACTERS = 1024 * 1024;

/**
 * Reads a style sheet of the CSS subset. Anything outside it is a fault with its place: at-rules, selectors, properties,
 * values, units and functions. Values with var() are read when custom properties are known, the rest now.
 *
 * @throws Fault CSS_… (template)
 */
export function parseStyleSheet(text: string, source: CssSource): StyleSheet {
  return readStyleSheet(text, source, (fault) => {
    throw fault;
  });
}

/** Everything in a style sheet that is outside the subset, at most one fault a declaration; empty where all is read. */
export function findStyleFaults(text: string, source: CssSource): readonly Fault[] {
  const faults: Fault[] = [];
  try {
    readStyleSheet(text, source, (fault) => faults.push(fault));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    faults.push(error);
  }
  return faults;
}

/** Reads what can be read, rule by rule; `onFault` hears of what cannot. */
function readStyleSheet(text: string, source: CssSource, onFault: (fault: Fault) => void): StyleSheet {
  if (text.length > MAX_CSS_CHARACTERS) {
    throw documentFaults.CSS_TOO_LARGE({
      message: `the style sheet has ${text.length} characters, expected at most ${MAX_CSS_CHARACTERS}`,
      place: { file: source.file, line: 1, column: 1 },
    });
  }
  checkNesting(text, source);
  const rules: StyleRule[] = [];
  const pageRules: PageRule[] = [];
  const fontFaces: FontFace[] = [];
  for (const node of parseTopLevel(text, source)) {
    attempt(onFault, () => {
      if (node.type === 'Rule') rules.push(...readRule(node, source, onFault));
      else if (node.type === 'Atrule') readAtRule(node, source, pageRules, fontFaces);
      else if (node.type !== 'Comment' && node.type !== 'WhiteSpace')
        throw refuseInBlock(node, source, 'the style sheet');
    });
  }
  if (rules.length > MAX_RULES) {
    throw documentFaults.CSS_TOO_LARGE({
      message: `the style sheet has ${rules.length} selectors, expected at most ${MAX_RULES}`,
      place: { file: source.file, line: 1, column: 1 },
    });
  }
  return { rules, pageRules, fontFaces };
}

/** Does one part of the reading; a fault in it need not be the end of the rest. */
function attempt(onFault: (fault: Fault) => void, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    onFault(error);
  }
}

function parseTopLevel(text: string, source: CssSource): readonly CssNodePlain[] {
  const parsed = parse(text, {
    positions: true,
    parseCustomProperty: true,
    line: source.line,
    column: source.column,
    // css-tree mends what it cannot read and goes on; the first such place is where the author must look.
    onParseError: (error) => {
      throw syntaxFault(error, source);
    },
  });
  // css-tree 3.2.1 has an option to build arrays at once, with which it fails on white space in selectors and calc().
  const sheet = convertor.toPlainObject(parsed);
  return sheet.type === 'StyleSheet' ? sheet.children : [];
}

function syntaxFault(error: SyntaxParseError, source: CssSource): Error {
  return documentFaults.CSS_SYNTAX({
    message: `the style sheet cannot be read here: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`,
    place: { file: source.file, line: error.line, column: error.column },
    hint: error.message.startsWith('Colon')
      ? 'Write declarations as "property: value;". Rules do not nest.'
      : undefined,
  });
}

function readRule(node: RulePlain, source: CssSource, onFault: (fault: Fault) => void): readonly StyleRule[] {
  if (node.prelude.type !== 'SelectorList') throw refuseInBlock(node.prelude, source, 'a selector');
  const selectors = node.prelude.children.map((selector) => {
    if (selector.type !== 'Selector') throw refuseInBlock(selector, source, 'a selector');
    return readSelector(selector, source);
  });
  const owner = selectors.every((selector) => selector.pseudo !== null) ? 'pseudo-element' : 'element';
  const declarations: Declaration[] = [];
  for (const child of node.block.children) {
    attempt(onFault, () => {
      if (isStraySemicolon(child)) return;
      if (child.type !== 'Declaration') throw refuseInBlock(child, source, 'a rule');
      checkContent(child, source, owner);
      declarations.push(...readDeclaration(child, source));
    });
  }
  const start = placeOf(source, node);
  const place = { ...start, lastLine: node.loc?.end.line ?? start.line };
  return selectors.map((selector) => ({ selector, declarations, place }));
}

function readAtRule(node: AtrulePlain, source: CssSource, pageRules: PageRule[], fontFaces: FontFace[]): void {
  switch (node.name.toLowerCase()) {
    case 'page':
      pageRules.push(readPageRule(node, source));
      return;
    case 'charset':
      checkCharset(node, source);
      return;
    case 'font-face':
      fontFaces.push(readFontFace(node, source));
      return;
    default:
      throw documentFaults.CSS_UNKNOWN_AT_RULE({
        message: `unknown at-rule @${node.name}`,
        place: placeOf(source, node),
        hint: AT_RULE_ADVICE[node.name.toLowerCase()] ?? didYouMean(node.name, AT_RULES, AT_RULES_HINT),
      });
  }
}

/** Style sheets are read as UTF-8, whatever they say. */
function checkCharset(node: AtrulePlain, source: CssSource): void {
  const [charset] = node.prelude?.type === 'AtrulePrelude' ? node.prelude.children : [];
  if (charset?.type === 'String' && charset.value.toLowerCase() === 'utf-8') return;
  throw documentFaults.CSS_UNKNOWN_VALUE({
    message: 'unexpected character set, expected @charset "utf-8"',
    place: placeOf(source, node),
  });
}
