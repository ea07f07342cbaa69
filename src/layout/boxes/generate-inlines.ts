import type { PageText, StyledElement, StyledNode, StyledText } from '../../document/index.ts';
import { hyphenate } from '../../text/index.ts';
import { layoutFaults } from '../faults.ts';
import type { InlineBox, InlineContent, InlineItem, TextItem } from './box.ts';
import { collapseWhiteSpace } from './collapse-white-space.ts';
import { isReplaced } from './generate-replaced.ts';
import { enterElement, type Generation, markIn, type Scope, sourceOf } from './generation.ts';

/** Flattens text and inline elements into the items of one inline formatting context; `owner` is the paragraph. */
export function generateInlines(
  generation: Generation,
  owner: StyledElement,
  nodes: readonly StyledNode[],
  scope: Scope,
): InlineContent {
  refuseAlignment(owner);
  const drafts: InlineItem[] = [];
  const inside: Inside = { generation, owner, scope, parent: null, items: drafts };
  const [only] = nodes;
  // Most paragraphs are one text, for which a list of that length is made.
  if (nodes.length === 1 && only?.kind === 'text')
    return { kind: 'inlines', style: owner.style, items: collapseWhiteSpace([toTextItem(inside, only)]) };
  for (const node of nodes) addNode(inside, node);
  return { kind: 'inlines', style: owner.style, items: collapseWhiteSpace(drafts) };
}

/** Only the cells of a column have something to be aligned on a character with. */
function refuseAlignment({ style, element: { tag, place } }: StyledElement): void {
  if (style.alignCharacter === null || style.display === 'table-cell') return;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected text-align: "${style.alignCharacter}" on <${tag}>, expected it on table cells that hold text themselves`,
    place,
    hint: 'Set it on the cells alone, or give text-align a keyword here.',
  });
}

interface Inside {
  readonly generation: Generation;
  /** The element whose style text directly inside takes. */
  readonly owner: StyledElement;
  readonly scope: Scope;
  readonly parent: InlineBox | null;
  readonly items: InlineItem[];
}

function addNode(inside: Inside, node: StyledNode): void {
  const { generation, scope, parent, items } = inside;
  if (node.kind === 'text') {
    items.push(toTextItem(inside, node));
    return;
  }
  const { position, display } = node.style;
  if (node.element.tag === 'br' && node.pseudo === null) items.push({ kind: 'break', parent });
  else if (position.kind === 'absolute') items.push({ kind: 'out-of-flow', box: generation.toBox(node, scope) });
  else if (position.kind === 'fixed') generation.fixed.push(generation.toBox(node, { ...scope, variesByPage: true }));
  else if (position.kind === 'running') return;
  else if (display === 'inline' && !isReplaced(node)) addInlineElement(inside, node);
  else items.push({ kind: 'atom', box: generation.toBox(node, { ...scope, decoration: null }), parent });
}

function addInlineElement(inside: Inside, element: StyledElement): void {
  const { generation, parent, items } = inside;
  refuseOffsets(element);
  const scope = enterElement(generation, element, inside.scope, 'Span');
  const { order, tag, place, style, link } = sourceOf(generation, element, scope);
  const box: InlineBox = { kind: 'inline', order, tag, place, style, link, parent };
  items.push({ kind: 'open', box });
  const within: Inside = { generation, owner: element, scope, parent: box, items };
  for (const child of element.children) addNode(within, child);
  items.push({ kind: 'close', box });
}

function toTextItem(inside: Inside, node: StyledText): TextItem {
  const { generation, owner, scope, parent } = inside;
  if (node.pageText !== null && !scope.variesByPage) throw unknownPage(node.pageText, owner);
  return {
    kind: 'text',
    order: generation.nextOrder(),
    text: owner.style.hyphens === 'auto' && scope.fact === null ? hyphenate(node.text, scope.language) : node.text,
    pageText: node.pageText,
    style: owner.style,
    place: owner.element.place,
    mark: markIn(generation, scope),
    whole: scope.fact !== null && generation.isWhole(scope.fact),
    decoration: scope.decoration,
    parent,
  };
}

/** CSS moves an inline element by its offsets; here only boxes are moved, and a template must not believe otherwise. */
function refuseOffsets({ element, style }: StyledElement): void {
  const { position, top, right, bottom, left } = style;
  if (position.kind !== 'relative' || [top, right, bottom, left].every((offset) => offset === 'auto')) return;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected position: relative with offsets on inline <${element.tag}>, expected it on a block or inline-block`,
    place: element.place,
    hint: `Give <${element.tag}> display: inline-block, or raise it with vertical-align.`,
  });
}

function unknownPage(text: PageText, { element }: StyledElement) {
  const written = text.kind === 'counter' ? `counter(${text.name})` : `string(${text.name})`;
  return layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected ${written} in the flow, expected it in a running or fixed element, a margin box, or a row with -fp-show`,
    place: element.place,
  });
}
