import type { ElementNode, HtmlDocument, TextNode } from '../element.ts';
import { documentFaults } from '../faults.ts';
import type { ComputedStyle, ContentPiece, StringSetting } from '../style.ts';
import { type NamedString, PAGE_COUNTERS, type StyledElement, type StyledNode, type StyledText } from '../styled.ts';
import { Counters, LIST_ITEM } from './counters.ts';
import type { MatchSubject, SiblingPosition } from './match-selector.ts';
import type { StyleContext, StyleContexts } from './style-context.ts';
import { transformText } from './transform-text.ts';

const NO_SIBLINGS: ReadonlySet<MatchSubject> = new Set();

/** Where an element stands when no rule asks. */
export const ANYWHERE: SiblingPosition = { index: 1, isLast: true, adjacent: null, earlier: NO_SIBLINGS };

const NO_STRINGS: readonly NamedString[] = [];
const NO_CHILDREN: readonly StyledNode[] = [];

/**
 * Gives every element of the body its style: elements of `display: none` go, generated text and list markers come, text
 * is transformed. Drawings keep their shapes in `element.children` and have no styled children.
 */
export function buildTree(html: HtmlDocument, root: StyleContext, contexts: StyleContexts): StyledElement {
  const context = contextOfBody(html, root, contexts);
  const styled = new TreeStyler(contexts).style(html.body, context);
  if (styled !== null) return styled;
  throw documentFaults.CSS_MISPLACED({
    message: 'body has display: none, so there is nothing to print',
    place: context.resolved.winners.get('display')?.place ?? html.body.place,
  });
}

/** The head has no boxes, but stands in front of the body. */
function contextOfBody(html: HtmlDocument, root: StyleContext, contexts: StyleContexts): StyleContext {
  const siblings = new Siblings(html.root);
  for (const child of html.root.children) {
    if (child === html.body) break;
    if (child.kind === 'element') siblings.passed(contexts.contextOf(child, root, siblings.next()));
  }
  return contexts.contextOf(html.body, root, siblings.next());
}

class TreeStyler {
  readonly #contexts: StyleContexts;
  readonly #counters = new Counters();

  constructor(contexts: StyleContexts) {
    this.#contexts = contexts;
  }

  style(element: ElementNode, context: StyleContext): StyledElement | null {
    const { style } = context;
    if (style.display === 'none') return null;
    this.#count(element, style);
    this.#counters.enterChildren();
    const children = this.#childrenOf(element, context);
    this.#counters.leaveChildren();
    const strings = style.stringSet.length === 0 ? NO_STRINGS : this.#nameStrings(element, style);
    return { kind: 'element', element, pseudo: null, style, children, strings };
  }

  #childrenOf(element: ElementNode, context: StyleContext): readonly StyledNode[] {
    const { style, marker, before, after } = context;
    if (marker === null && before === null && after === null && element.tag !== 'svg') {
      if (element.children.length === 0) return NO_CHILDREN;
      const [only] = element.children;
      // Most elements hold one text, for which a list of that length is made.
      if (element.children.length === 1 && only?.kind === 'text') return [toStyledText(only, style)];
    }
    const children: StyledNode[] = [];
    if (marker !== null) this.#addMarker(children, element, style, marker);
    if (before !== null) children.push(this.#generate(element, 'before', before));
    if (element.tag !== 'svg') this.#addChildren(children, element, context);
    if (after !== null) children.push(this.#generate(element, 'after', after));
    return children;
  }

  #addChildren(children: StyledNode[], parent: ElementNode, context: StyleContext): void {
    const siblings = this.#contexts.asksForPosition ? new Siblings(parent) : null;
    for (const child of parent.children) {
      if (child.kind === 'text') {
        children.push(toStyledText(child, context.style));
        continue;
      }
      const childContext = this.#contexts.contextOf(child, context, siblings?.next() ?? ANYWHERE);
      siblings?.passed(childContext);
      const styled = this.style(child, childContext);
      if (styled !== null) children.push(styled);
    }
  }

  #count(element: ElementNode, style: ComputedStyle): void {
    if (element.tag === 'ol' || element.tag === 'ul') {
      this.#counters.reset({ name: LIST_ITEM, value: Number(element.attributes['start'] ?? 1) - 1 });
    }
    for (const change of style.counterReset) this.#counters.reset(change);
    if (style.display === 'list-item') {
      const value = element.attributes['value'];
      if (value === undefined) this.#counters.increment({ name: LIST_ITEM, value: 1 });
      else this.#counters.set({ name: LIST_ITEM, value: Number(value) });
    }
    for (const change of style.counterIncrement) this.#counters.increment(change);
  }

  #addMarker(children: StyledNode[], element: ElementNode, item: ComputedStyle, style: ComputedStyle): void {
    if (item.listStyleType === 'none') return;
    const text = item.listStyleType === 'disc' ? '• ' : `${this.#counters.valueOf(LIST_ITEM)}. `;
    children.push({
      kind: 'element',
      element,
      pseudo: 'marker',
      style,
      children: [plainText(text)],
      strings: NO_STRINGS,
    });
  }

  #generate(element: ElementNode, pseudo: 'before' | 'after', style: ComputedStyle): StyledElement {
    for (const change of style.counterReset) this.#counters.reset(change);
    for (const change of style.counterIncrement) this.#counters.increment(change);
    const pieces = Array.isArray(style.content) ? (style.content as readonly ContentPiece[]) : [];
    const children = pieces.map((piece) => this.#toText(piece, element, style));
    return { kind: 'element', element, pseudo, style, children, strings: NO_STRINGS };
  }

  #nameStrings(element: ElementNode, { stringSet }: ComputedStyle): NamedString[] {
    return stringSet.map(({ name, pieces }) => ({
      name,
      value: pieces.map((piece) => this.#stringOf(piece, element)).join(''),
    }));
  }

  #stringOf(piece: StringSetting['pieces'][number], element: ElementNode): string {
    switch (piece.kind) {
      case 'string':
        return piece.text;
      case 'attribute':
        return attributeOf(element, piece.name);
      case 'counter':
        return String(this.#counters.valueOf(piece.name));
      case 'own-text':
        return textOf(element)
          .replaceAll(/[ \t\n\r\f]+/g, ' ')
          .trim();
      default:
        return piece satisfies never;
    }
  }

  #toText(piece: ContentPiece, element: ElementNode, style: ComputedStyle): StyledText {
    switch (piece.kind) {
      case 'string':
        return plainText(transformText(piece.text, style.textTransform));
      case 'attribute':
        return plainText(transformText(attributeOf(element, piece.name), style.textTransform));
      case 'counter': {
        const name = PAGE_COUNTERS.find((known) => known === piece.name);
        if (name !== undefined) return { kind: 'text', text: '', pageText: { kind: 'counter', name } };
        return plainText(String(this.#counters.valueOf(piece.name)));
      }
      case 'named-string':
        return { kind: 'text', text: '', pageText: piece };
      case 'element':
        throw documentFaults.CSS_MISPLACED({
          message: `element(${piece.name}) stands outside the page margins`,
          place: element.place,
        });
    }
  }
}

/** Walks along the element children of a parent and tells each where it stands. */
class Siblings {
  readonly #total: number;
  #index = 0;
  #adjacent: MatchSubject | null = null;
  #earlier: Set<MatchSubject> | null = null;

  constructor(parent: ElementNode) {
    let total = 0;
    for (const child of parent.children) if (child.kind === 'element') total++;
    this.#total = total;
  }

  next(): SiblingPosition {
    this.#index++;
    if (this.#adjacent !== null) {
      this.#earlier ??= new Set();
      this.#earlier.add(this.#adjacent);
    }
    return {
      index: this.#index,
      isLast: this.#index === this.#total,
      adjacent: this.#adjacent,
      earlier: this.#earlier ?? NO_SIBLINGS,
    };
  }

  passed(sibling: MatchSubject): void {
    this.#adjacent = sibling;
  }
}

function toStyledText({ text }: TextNode, { textTransform }: ComputedStyle): StyledText {
  return plainText(transformText(text, textTransform));
}

function plainText(text: string): StyledText {
  return { kind: 'text', text, pageText: null };
}

function attributeOf({ attributes }: ElementNode, name: string): string {
  return (Object.hasOwn(attributes, name) ? attributes[name] : undefined) ?? '';
}

function textOf(element: ElementNode): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : textOf(child))).join('');
}
