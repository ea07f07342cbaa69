import type { Place } from '../../base/index.ts';
import type { DocumentNode, ElementNode } from '../element.ts';
import { documentFaults } from '../faults.ts';
import { type ElementRule, expectedContent, mayHold, mayHoldText } from './element-rule.ts';
import { adviceForElement, ruleOfElement } from './find-rule.ts';
import { type RawAttribute, readAttributes } from './read-attributes.ts';
import type { SourcePlaces } from './source-places.ts';

/** Deeper than any design nests; what walks the tree may recurse. */
const MAX_DEPTH = 100;

/** Elements and texts together; 10,000 invoice lines have about 400,000. */
const MAX_NODES = 1_000_000;

const NO_CHILDREN: readonly DocumentNode[] = [];

const VISIBLE = /[^ \t\n\r\f]/;

/** A start tag as written. */
export interface StartTag {
  readonly name: string;
  readonly offset: number;
  readonly attributes: readonly RawAttribute[];
  readonly closesItself: boolean;
}

interface OpenElement {
  readonly rule: ElementRule;
  readonly attributes: ElementNode['attributes'];
  readonly place: Place;
  /** Where its children begin among the nodes whose parents are open. */
  readonly firstChild: number;
}

/** Builds the tree from tags and text, refusing what HTML or the subset does not allow. */
export class TreeBuilder {
  readonly #places: SourcePlaces;
  readonly #rootTag: string;
  readonly #open: OpenElement[] = [];
  readonly #ids = new Set<string>();
  /** Nodes whose parents are still open. A list that grows in each element would mostly be far longer than it need be. */
  readonly #waiting: DocumentNode[] = [];
  #root: ElementNode | null = null;
  #nodes = 0;
  #drawingDepth = 0;

  /** `rootTag` is the element that holds everything. */
  constructor(places: SourcePlaces, rootTag: 'html' | 'svg' = 'html') {
    this.#places = places;
    this.#rootTag = rootTag;
  }

  /** Whether tags now read are shapes of a drawing, whose names have capitals. */
  get isInDrawing(): boolean {
    return this.#drawingDepth > 0;
  }

  /** Whether nothing has been read yet. */
  get isEmpty(): boolean {
    return this.#root === null && this.#open.length === 0;
  }

  /** The place of something that stands where the builder is. */
  placeAt(offset: number): Place {
    return this.#places.placeAt(offset, this.#open.at(-1)?.place);
  }

  start(tag: StartTag): void {
    const opened = this.#create(tag);
    const isVoid = opened.rule.content.kind === 'void';
    if (tag.closesItself && !isVoid && !this.isInDrawing) {
      throw documentFaults.HTML_SYNTAX({
        message: `<${opened.rule.tag}/> closes itself, expected <${opened.rule.tag}></${opened.rule.tag}>`,
        place: opened.place,
        hint: 'Only elements without content may be closed by a slash.',
      });
    }
    if (isVoid || tag.closesItself) this.#finish(opened);
    else this.#enter(opened);
  }

  end(name: string, offset: number): void {
    const open = this.#open.at(-1);
    if (open === undefined || open.rule.tag !== name) throw this.#unexpectedEnd(name, offset);
    this.#open.pop();
    if (name === 'svg') this.#drawingDepth--;
    this.#finish(open);
  }

  text(text: string, offset: number): void {
    const parent = this.#open.at(-1);
    if (parent === undefined || !mayHoldText(parent.rule)) {
      if (VISIBLE.test(text)) throw this.#misplacedText(text, offset, parent);
      return;
    }
    const place = this.placeAt(offset);
    this.#countNode(place);
    this.#waiting.push({ kind: 'text', text, place });
  }

  /** Ends the document and gives its root. */
  finish(): ElementNode {
    const open = this.#open.at(-1);
    if (open !== undefined) throw unclosed(open, 'at the end of the document');
    if (this.#root !== null) return this.#root;
    throw documentFaults.HTML_MISPLACED({
      message: `the document has no <${this.#rootTag}>, expected one`,
      place: this.placeAt(0),
    });
  }

  #create(tag: StartTag): OpenElement {
    const owner = this.#open.at(-1)?.place;
    const place = this.#places.placeOfTag(tag.offset, tag.attributes, owner);
    const rule = ruleOfElement(tag.name);
    if (rule === undefined) {
      throw documentFaults.HTML_UNKNOWN_ELEMENT({
        message: `unknown element <${tag.name}>`,
        place,
        hint: adviceForElement(tag.name),
      });
    }
    this.#checkParent(rule, place);
    this.#countNode(place);
    const attributes = readAttributes(rule, tag.attributes, place, (offset) => this.#places.placeAt(offset, place));
    this.#checkId(attributes['id'], place);
    return { rule, attributes, place, firstChild: this.#waiting.length };
  }

  #checkParent(rule: ElementRule, place: Place): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      if (rule.tag === this.#rootTag && this.#root === null) return;
      throw documentFaults.HTML_MISPLACED({ message: `<${rule.tag}> stands outside <${this.#rootTag}>`, place });
    }
    if (mayHold(parent.rule, rule)) return;
    throw documentFaults.HTML_MISPLACED({
      message: `<${rule.tag}> stands in <${parent.rule.tag}>, ${expectedContent(parent.rule)}`,
      place,
    });
  }

  #checkId(id: string | undefined, place: Place): void {
    if (id === undefined) return;
    if (this.#ids.has(id))
      throw documentFaults.HTML_DUPLICATE_ID({ message: `the id "${id.slice(0, 80)}" is used twice`, place });
    this.#ids.add(id);
  }

  #enter(opened: OpenElement): void {
    this.#open.push(opened);
    if (opened.rule.tag === 'svg') this.#drawingDepth++;
    if (this.#open.length > MAX_DEPTH) {
      throw documentFaults.HTML_TOO_LARGE({
        message: `elements are nested more than ${MAX_DEPTH} deep`,
        place: opened.place,
      });
    }
  }

  #finish({ rule, attributes, place, firstChild }: OpenElement): void {
    const children = firstChild === this.#waiting.length ? NO_CHILDREN : this.#waiting.splice(firstChild);
    const element: ElementNode = { kind: 'element', tag: rule.tag, attributes, children, place };
    if (this.#open.length === 0) this.#root = element;
    else this.#waiting.push(element);
  }

  #countNode(place: Place): void {
    this.#nodes++;
    if (this.#nodes > MAX_NODES) {
      throw documentFaults.HTML_TOO_LARGE({ message: `the HTML has more than ${MAX_NODES} elements and texts`, place });
    }
  }

  #misplacedText(text: string, offset: number, parent: OpenElement | undefined): Error {
    const excerpt = text.trim().replace(/\s+/g, ' ').slice(0, 40);
    return documentFaults.HTML_MISPLACED({
      message:
        parent === undefined
          ? `text stands outside <${this.#rootTag}>: "${excerpt}"`
          : `text stands directly in <${parent.rule.tag}>: "${excerpt}", ${expectedContent(parent.rule)}`,
      place: this.placeAt(offset + text.search(VISIBLE)),
    });
  }

  #unexpectedEnd(name: string, offset: number): Error {
    const open = this.#open.at(-1);
    const opener = this.#open.findLast((candidate) => candidate.rule.tag === name);
    if (open !== undefined && opener !== undefined) return unclosed(open, `before </${name}>`);
    const isVoid = ruleOfElement(name)?.content.kind === 'void';
    return documentFaults.HTML_UNEXPECTED_END_TAG({
      message: `</${name}> closes nothing${open === undefined ? '' : `; open is <${open.rule.tag}>`}`,
      place: this.placeAt(offset),
      hint: isVoid ? `<${name}> has no content and needs no end tag.` : undefined,
    });
  }
}

function unclosed(open: OpenElement, where: string): Error {
  return documentFaults.HTML_UNCLOSED_ELEMENT({
    message: `<${open.rule.tag}> is not closed ${where}`,
    place: open.place,
    hint: `Write </${open.rule.tag}> where it ends.`,
  });
}
