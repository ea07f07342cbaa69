import type { Size } from '../../base/index.ts';
import type { StyledDocument, StyledElement, StyledNode } from '../../document/index.ts';
import type { Drawing } from '../../drawing/index.ts';
import { anonymousStyle } from './anonymous-style.ts';
import { type BlockChild, type FlexBox, type FlowBox, type GridBox, type LayoutBox, toFlowBox } from './box.ts';
import { generateInlines } from './generate-inlines.ts';
import { generateReplaced, isReplaced } from './generate-replaced.ts';
import { generateTable } from './generate-table.ts';
import {
  enterElement,
  type Generation,
  type Scope,
  sourceOf,
  textRoleIn,
  toArtifact,
  withStructure,
} from './generation.ts';
import { type ChildGroup, groupChildren } from './group-children.ts';
import { holdsText } from './roles.ts';
import { buildStructure } from './structure.ts';

/** What box generation asks of the context. */
export interface BoxOptions {
  readonly imageSize: (name: string) => Size | null;
  readonly drawing?: (name: string) => Drawing | null;
  readonly isWhole: (fact: string) => boolean;
}

/** Starts generating boxes; the scope is the document's own. */
export function startGeneration(
  document: StyledDocument,
  options: BoxOptions,
): { generation: Generation; scope: Scope } {
  let order = 0;
  const generation: Generation = {
    ...options,
    structure: buildStructure(),
    nextOrder: () => order++,
    fixed: [],
    strings: [],
    feet: [],
    toBox: (styled, scope) => generateBox(generation, styled, scope),
  };
  const scope: Scope = {
    structure: generation.structure.root,
    artifact: null,
    fact: null,
    language: document.language,
    decoration: null,
    inTableHeader: false,
    variesByPage: false,
  };
  return { generation, scope };
}

/** The box of one element and everything in it (CSS 2.2 §9.2). The element's outer display is its parent's business. */
function generateBox(generation: Generation, styled: StyledElement, scope: Scope): LayoutBox {
  if (isReplaced(styled)) return generateReplaced(generation, styled, scope);
  switch (styled.style.display) {
    case 'table':
      return generateTable(generation, styled, scope);
    case 'flex':
      return generateItems(generation, styled, scope, 'flex');
    case 'grid':
      return generateItems(generation, styled, scope, 'grid');
    default:
      return generateFlow(generation, styled, scope);
  }
}

function generateFlow(generation: Generation, styled: StyledElement, outer: Scope): FlowBox {
  const [marker, children] = takeMarker(styled);
  const groups = groupChildren(children);
  const onlyText = groups.length > 0 && groups.every((group) => group.kind === 'inlines');
  const entered = onlyText
    ? enterElement(generation, styled, outer, textRoleIn(outer), true)
    : enterElement(generation, styled, outer, 'Div');
  const source = sourceOf(generation, styled, entered);
  const markerBox = marker ? generateMarker(generation, marker, entered) : null;
  const scope = enterContent(generation, entered, onlyText);
  const content = onlyText
    ? generateInlines(generation, styled, children, paragraphScope(children, scope))
    : { kind: 'blocks' as const, children: generateBlockChildren(generation, styled, groups, scope) };
  return toFlowBox(source, content, markerBox);
}

function generateItems(
  generation: Generation,
  styled: StyledElement,
  outer: Scope,
  kind: 'flex' | 'grid',
): FlexBox | GridBox {
  const entered = enterElement(generation, styled, outer, 'Div');
  const { order, tag, place, style, link } = sourceOf(generation, styled, entered);
  const scope = enterContent(generation, entered, false);
  const groups = groupChildren(styled.children, 'blockify');
  const children = generateBlockChildren(generation, styled, groups, scope);
  return { kind, order, tag, place, style, link, children };
}

function generateBlockChildren(
  generation: Generation,
  parent: StyledElement,
  groups: readonly ChildGroup[],
  scope: Scope,
): BlockChild[] {
  const children: BlockChild[] = [];
  for (const group of groups) {
    switch (group.kind) {
      case 'inlines':
        children.push(generateAnonymous(generation, parent, group.nodes, scope));
        break;
      case 'block':
        children.push(generation.toBox(group.node, scope));
        break;
      case 'absolute':
        children.push({ kind: 'out-of-flow', box: generation.toBox(group.node, scope) });
        break;
      case 'fixed':
        generation.fixed.push(generation.toBox(group.node, { ...scope, variesByPage: true }));
        break;
      default:
        group satisfies never;
    }
  }
  return children;
}

/** Text beside block-level boxes gets a block of its own (CSS 2.2 §9.2.1.1). */
function generateAnonymous(
  generation: Generation,
  parent: StyledElement,
  nodes: readonly StyledNode[],
  outer: Scope,
): FlowBox {
  const scope = outer.artifact ? outer : withStructure(outer, openTextHolder(generation, outer));
  const source = {
    order: generation.nextOrder(),
    tag: parent.element.tag,
    place: parent.element.place,
    style: anonymousStyle(parent.style),
    link: null,
  };
  return toFlowBox(source, generateInlines(generation, parent, nodes, paragraphScope(nodes, scope)), null);
}

function openTextHolder(generation: Generation, scope: Scope) {
  return generation.structure.open(scope.structure, textRoleIn(scope));
}

/** Where an element's children go: a list item's into its body, text that may not stand in a section into a paragraph. */
function enterContent(generation: Generation, scope: Scope, onlyText: boolean): Scope {
  const { role } = scope.structure;
  if (scope.artifact) return scope;
  if (role === 'LI') return withStructure(scope, generation.structure.open(scope.structure, 'LBody'));
  if (onlyText && holdsText(role) === 'never') return withStructure(scope, openTextHolder(generation, scope));
  return scope;
}

function takeMarker({ children }: StyledElement): [StyledElement | null, readonly StyledNode[]] {
  const [first] = children;
  if (first?.kind === 'element' && first.pseudo === 'marker') return [first, children.slice(1)];
  return [null, children];
}

function generateMarker(generation: Generation, marker: StyledElement, scope: Scope): FlowBox {
  const label = scope.artifact ? scope : withStructure(scope, generation.structure.open(scope.structure, 'Lbl'));
  const source = sourceOf(generation, marker, label, { ...anonymousStyle(marker.style), whiteSpace: 'pre' });
  return toFlowBox(source, generateInlines(generation, marker, marker.children, label), null);
}

/** A paragraph that counts pages is furniture: what it says differs from page to page. */
function paragraphScope(nodes: readonly StyledNode[], scope: Scope): Scope {
  if (scope.artifact || !nodes.some(countsPages)) return scope;
  return { ...scope, artifact: toArtifact('Pagination', null) };
}

function countsPages(node: StyledNode): boolean {
  return node.kind === 'text' ? node.pageText !== null : node.children.some(countsPages);
}
