import type { Size } from '../../base/index.ts';
import type { ComputedStyle, StyledElement } from '../../document/index.ts';
import type { Drawing } from '../../drawing/index.ts';
import { layoutFaults } from '../faults.ts';
import type { Mark, StructureRole } from '../page.ts';
import type { BoxLink, BoxSource, FootBox, LayoutBox, StringAssignment } from './box.ts';
import { holdsText, toRole } from './roles.ts';
import type { OpenStructure, StructureBuilder, StructureDetails } from './structure.ts';

/** What the steps of box generation share. */
export interface Generation {
  readonly structure: StructureBuilder;
  readonly nextOrder: () => number;
  readonly imageSize: (name: string) => Size | null;
  readonly drawing?: (name: string) => Drawing | null;
  readonly isWhole: (fact: string) => boolean;
  /** Where boxes of `position: fixed` go; they take no part in the flow. */
  readonly fixed: LayoutBox[];
  /** What `string-set` names, by the order of boxes. */
  readonly strings: StringAssignment[];
  /** Boxes that want to stand at the foot of the last page. */
  readonly feet: FootBox[];
  /** Makes the box of an element that is block-level, a flex item or an inline-block. */
  readonly toBox: (styled: StyledElement, scope: Scope) => LayoutBox;
}

export type ArtifactMark = Extract<Mark, { kind: 'artifact' }>;

/** What an element hands down to the boxes inside it. */
export interface Scope {
  readonly structure: OpenStructure;
  /** Set inside `aria-hidden` and other furniture. */
  readonly artifact: ArtifactMark | null;
  readonly fact: string | null;
  readonly language: string;
  readonly decoration: ComputedStyle | null;
  readonly inTableHeader: boolean;
  /** Whether boxes here are laid out anew for each page, so that text may say what page it is. */
  readonly variesByPage: boolean;
}

/**
 * Steps into an element: opens its structure element, if it makes one, and notes its fact. An element without a role
 * of its own makes one of role `fallback` when it carries a fact or changes the language, or when `needed` says so.
 */
export function enterElement(
  generation: Generation,
  styled: StyledElement,
  outer: Scope,
  fallback: StructureRole,
  needed = false,
): Scope {
  if (styled.pseudo !== null)
    return needed ? withStructure(outer, openElement(generation, outer.structure, fallback, {})) : outer;
  const { attributes } = styled.element;
  const ownFact = factOf(styled, outer);
  const fact = ownFact ?? outer.fact;
  const decoration = styled.style.textDecoration === 'none' ? outer.decoration : styled.style;
  if (outer.artifact || attributes['aria-hidden'] === 'true') {
    return { ...outer, fact, decoration, artifact: outer.artifact ?? toArtifact('Layout', null) };
  }
  const language = attributes['lang'] ?? outer.language;
  const own = ownFact !== null || language !== outer.language;
  const role = toRole(styled) ?? (own || needed ? fallback : null);
  if (role === null && !own && decoration === outer.decoration) return outer;
  const details = role && toDetails(styled, role, ownFact, language === outer.language ? null : language, outer);
  return {
    structure: role && details ? openElement(generation, outer.structure, role, details) : outer.structure,
    artifact: outer.artifact,
    fact,
    language,
    decoration,
    inTableHeader: outer.inTableHeader,
    variesByPage: outer.variesByPage,
  };
}

/** The same scope inside another structure element. Every property is named, for the reason that `BoxSource` gives. */
export function withStructure(scope: Scope, structure: OpenStructure): Scope {
  return {
    structure,
    artifact: scope.artifact,
    fact: scope.fact,
    language: scope.language,
    decoration: scope.decoration,
    inTableHeader: scope.inTableHeader,
    variesByPage: scope.variesByPage,
  };
}

/** The mark for content that stands directly in this scope. */
export function markIn(generation: Generation, scope: Scope): Mark {
  if (scope.artifact) return { ...scope.artifact, fact: scope.fact };
  return { kind: 'content', leaf: generation.structure.leafIn(scope.structure), fact: scope.fact };
}

export function toArtifact(type: ArtifactMark['type'], subtype: ArtifactMark['subtype']): ArtifactMark {
  return { kind: 'artifact', type, subtype, fact: null };
}

/** The role for text that no element of its own claims, given where it stands. */
export function textRoleIn(scope: Scope): 'P' | 'Span' {
  return holdsText(scope.structure.role) === 'only' ? 'Span' : 'P';
}

/** What a box keeps of its element. */
export function sourceOf(
  generation: Generation,
  styled: StyledElement,
  scope: Scope,
  style: ComputedStyle = styled.style,
): BoxSource {
  const tag = styled.pseudo === null ? styled.element.tag : `${styled.element.tag}::${styled.pseudo}`;
  const order = generation.nextOrder();
  const { place } = styled.element;
  for (const { name, value } of styled.strings) generation.strings.push({ order, name, value });
  if (style.stand === 'foot') generation.feet.push({ order, tag, place });
  return {
    order,
    tag,
    place,
    style,
    link: toLink(generation, styled, scope),
  };
}

function openElement(
  { structure }: Generation,
  parent: OpenStructure,
  role: StructureRole,
  details: StructureDetails,
): OpenStructure {
  return structure.open(parentFor(structure, parent, role), role, details);
}

/** Terms and descriptions stand in list items, which HTML does not write (ISO 32000-1 §14.8.4.3.3). */
function parentFor(structure: StructureBuilder, parent: OpenStructure, role: StructureRole): OpenStructure {
  if (parent.role !== 'L' || role === 'LI') return parent;
  const last = parent.children.at(-1);
  const startsItem = role === 'Lbl' || last?.kind !== 'structure' || last.role !== 'LI';
  return startsItem ? structure.open(parent, 'LI') : last;
}

/** The fact that an element marks; null where it marks none. */
function factOf(styled: StyledElement, outer: Scope): string | null {
  const fact = styled.element.attributes['data-fact'];
  if (fact === undefined) return null;
  if (outer.fact === null) return fact;
  throw layoutFaults.FACT_NESTED({
    message: `Unexpected data-fact "${fact}" inside data-fact "${outer.fact}", expected one fact for each text`,
    place: styled.element.place,
  });
}

function toDetails(
  styled: StyledElement,
  role: StructureRole,
  fact: string | null,
  language: string | null,
  { inTableHeader }: Scope,
): StructureDetails {
  if (role !== 'TH' && role !== 'TD') return { fact, language };
  const { attributes } = styled.element;
  return {
    fact,
    language,
    rowSpan: toSpan(attributes['rowspan']),
    columnSpan: toSpan(attributes['colspan']),
    scope: role === 'TH' ? toHeaderScope(attributes['scope'], inTableHeader) : null,
  };
}

function toHeaderScope(attribute: string | undefined, inTableHeader: boolean): 'Row' | 'Column' {
  if (attribute?.startsWith('col')) return 'Column';
  if (attribute?.startsWith('row')) return 'Row';
  return inTableHeader ? 'Column' : 'Row';
}

/** A `colspan` or `rowspan` attribute: a whole number from 1 to 1000, else 1 (HTML §4.9.11). */
export function toSpan(attribute: string | undefined): number {
  const span = Number(attribute ?? '1');
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 1000) : 1;
}

function toLink(generation: Generation, styled: StyledElement, scope: Scope): BoxLink | null {
  const url = styled.element.attributes['href'];
  if (styled.pseudo !== null || styled.element.tag !== 'a' || url === undefined) return null;
  const mark = markIn(generation, scope);
  return { url, contents: textOf(styled).replaceAll(/\s+/g, ' ').trim(), mark };
}

function textOf(styled: StyledElement): string {
  return styled.children.map((child) => (child.kind === 'text' ? child.text : textOf(child))).join('');
}
