import type { AtrulePlain, CssNodePlain, DeclarationPlain } from 'css-tree';
import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import { longhandOf } from '../properties/longhands.ts';
import type { Length } from '../style.ts';
import { readLength, readPoints } from '../values/length.ts';
import { INITIAL_CONTEXT } from '../values/resolver.ts';
import { ValueReader } from '../values/value-reader.ts';
import { checkContent } from './check-content.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';
import { componentsOf, isStraySemicolon, longhandsOf, readDeclaration, refuseInBlock } from './read-declarations.ts';
import type { Declaration, MarginBoxRule, PageDescriptor, PageRule } from './style-sheet.ts';
import { MARGIN_BOXES, PAGE_SIZES } from './subset-css.ts';

const SIZE_SYNTAX = `<length>{1,2} | [${Object.keys(PAGE_SIZES).join(' | ')}] || [portrait | landscape]`;
const MARGIN_SYNTAX = '<length-percentage>{1,4}';
const MARGINS = ['margin-top', 'margin-right', 'margin-bottom', 'margin-left'] as const;

/**
 * Reads `@page` or `@page :first`: size, margins, inherited properties for its margin boxes, and the boxes themselves.
 *
 * @throws Fault CSS_UNKNOWN_SELECTOR, CSS_UNKNOWN_AT_RULE, CSS_UNKNOWN_PROPERTY, CSS_UNKNOWN_VALUE
 */
export function readPageRule(node: AtrulePlain, source: CssSource): PageRule {
  const descriptors: PageDescriptor[] = [];
  const declarations: Declaration[] = [];
  const marginBoxes: MarginBoxRule[] = [];
  for (const child of node.block?.children ?? []) {
    if (isStraySemicolon(child)) continue;
    if (child.type === 'Atrule') marginBoxes.push(readMarginBox(child, source));
    else if (child.type !== 'Declaration') throw refuseInBlock(child, source, '@page');
    else if (child.property.toLowerCase() === 'size') descriptors.push(readSize(child, source));
    else if (isMargin(child.property.toLowerCase())) descriptors.push(...readMargins(child, source));
    else declarations.push(...readInherited(child, source));
  }
  return { first: readPageSelector(node, source), descriptors, declarations, marginBoxes };
}

function isMargin(property: string): boolean {
  return property === 'margin' || MARGINS.some((name) => name === property);
}

function readPageSelector(node: AtrulePlain, source: CssSource): boolean {
  if (node.prelude === null) return false;
  const [list] = node.prelude.type === 'AtrulePrelude' ? node.prelude.children : [];
  const selectors = list?.type === 'SelectorList' ? list.children : [];
  const [selector] = selectors;
  const [pseudo, more] = selector?.type === 'Selector' ? selector.children : [];
  const isFirst = pseudo?.type === 'PseudoClassSelector' && pseudo.name.toLowerCase() === 'first';
  if (isFirst && more === undefined && selectors.length === 1) return true;
  throw documentFaults.CSS_UNKNOWN_SELECTOR({
    message: 'unknown page selector, expected @page or @page :first',
    place: placeOf(source, node.prelude),
  });
}

function readSize(node: DeclarationPlain, source: CssSource): PageDescriptor {
  const reader = new ValueReader(componentsOf(node, source));
  const width = readPoints(reader, { negative: false })?.(INITIAL_CONTEXT);
  if (width !== undefined) {
    const height = readPoints(reader, { negative: false })?.(INITIAL_CONTEXT) ?? width;
    if (reader.isDone && width > 0 && height > 0) return { name: 'size', width, height };
    throw reader.refuse('size', SIZE_SYNTAX);
  }
  const before = reader.word('portrait', 'landscape');
  const name = reader.word(...Object.keys(PAGE_SIZES));
  const orientation = before ?? reader.word('portrait', 'landscape');
  const size = PAGE_SIZES[name ?? 'a4'];
  if (size === undefined || !reader.isDone || (name === null && orientation === null)) {
    throw reader.refuse('size', SIZE_SYNTAX, Object.keys(PAGE_SIZES));
  }
  const [short, long] = size;
  return orientation === 'landscape'
    ? { name: 'size', width: long, height: short }
    : { name: 'size', width: short, height: long };
}

function readMargins(node: DeclarationPlain, source: CssSource): readonly PageDescriptor[] {
  const property = node.property.toLowerCase();
  const names = property === 'margin' ? MARGINS : MARGINS.filter((name) => name === property);
  const reader = new ValueReader(componentsOf(node, source));
  const lengths: Length[] = [];
  while (lengths.length < names.length) {
    const length = readLength(reader, { percent: true, negative: false });
    if (length === null) break;
    lengths.push(length(INITIAL_CONTEXT));
  }
  const [first, second = first, third = first, fourth = second] = lengths;
  if (first === undefined || !reader.isDone) throw reader.refuse(`${node.property} of @page`, MARGIN_SYNTAX);
  return names.map((name, index) => ({ name, ...([first, second, third, fourth][index] ?? first) }));
}

function readInherited(node: DeclarationPlain, source: CssSource): readonly Declaration[] {
  const declarations = readDeclaration(node, source);
  const stranger = declarations.find((declaration) => !isInherited(declaration));
  if (stranger === undefined) return declarations;
  throw documentFaults.CSS_MISPLACED({
    message: `${node.property} has no meaning in @page`,
    place: stranger.place,
    hint: '@page takes size, margin, and properties of text that its margin boxes inherit.',
  });
}

function isInherited(declaration: Declaration): boolean {
  if (declaration.kind === 'custom') return true;
  const names = declaration.kind === 'longhand' ? [declaration.name] : longhandsOf(declaration.property);
  return names.every((name) => longhandOf(name).inherited);
}

function readMarginBox(node: AtrulePlain, source: CssSource): MarginBoxRule {
  const name = MARGIN_BOXES.find((box) => box === node.name.toLowerCase());
  if (name === undefined || node.prelude !== null) {
    throw documentFaults.CSS_UNKNOWN_AT_RULE({
      message: `unknown margin box @${node.name}`,
      place: placeOf(source, node),
      hint: didYouMean(node.name, MARGIN_BOXES, `Supported: ${MARGIN_BOXES.map((box) => `@${box}`).join(' ')}`),
    });
  }
  const declarations = (node.block?.children ?? []).flatMap((child: CssNodePlain) => {
    if (isStraySemicolon(child)) return [];
    if (child.type !== 'Declaration') throw refuseInBlock(child, source, `@${name}`);
    checkContent(child, source, 'margin box');
    return readDeclaration(child, source);
  });
  return { name, declarations };
}
