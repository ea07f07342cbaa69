import type { TokenizerCallbacks } from 'htmlparser2';
import type { Place } from '../../base/index.ts';
import type { DocumentNode, ElementNode } from '../element.ts';
import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import { Positions } from '../positions.ts';
import type { HtmlSource } from './html-source.ts';
import { type RawAttribute, readAttributes, readPlaceMark } from './read-attributes.ts';
import {
  ELEMENT_ADVICE,
  type ElementRule,
  mayHold,
  mayHoldText,
  PLACE_ATTRIBUTE,
  ruleOfElement,
  STYLED_TAGS,
} from './subset-html.ts';

/** Deeper than any design nests; what walks the tree may recurse. */
export const MAX_DEPTH = 100;

/** Elements and texts together; 10,000 invoice lines have about 400,000. */
export const MAX_NODES = 1_000_000;

const HTML_DOCS = 'Supported HTML: docs/templates.md#html';
const VISIBLE = /[^ \t\n\r\f]/;
const END_OF_TAG = /^[ \t\n\r\f]*>/;
const ENTITY_LIKE = /&#?\w+;/;

interface OpenElement {
  readonly element: ElementNode;
  readonly rule: ElementRule;
  readonly children: DocumentNode[];
}

/** A start tag whose attributes are still being read. */
interface OpenTag {
  readonly name: string;
  readonly offset: number;
  readonly attributes: RawAttribute[];
}

/** Hears the tokenizer and builds the tree, refusing what HTML or the subset does not allow. */
export class TreeBuilder implements TokenizerCallbacks {
  readonly #text: string;
  readonly #source: HtmlSource;
  readonly #positions: Positions;
  readonly #open: OpenElement[] = [];
  readonly #ids = new Set<string>();
  readonly #marks = new Map<string, Place>();
  #root: ElementNode | null = null;
  #tag: OpenTag | null = null;
  #attributeName = '';
  #attributeOffset = 0;
  #attributeValue = '';
  #pendingText = '';
  #pendingOffset = 0;
  #nodes = 0;
  #drawingDepth = 0;

  constructor(text: string, source: HtmlSource) {
    this.#text = text;
    this.#source = source;
    this.#positions = new Positions(source.file, text);
  }

  /** The finished tree; to be asked once the tokenizer has ended. */
  root(): ElementNode {
    if (this.#root === null) {
      throw documentFaults.HTML_MISPLACED({
        message: 'the document has no <html>, expected one',
        place: this.#positions.placeAt(0),
      });
    }
    return this.#root;
  }

  isInForeignContext(): boolean {
    return this.#drawingDepth > 0;
  }

  ontext(start: number, end: number): void {
    const chunk = this.#text.slice(start, end);
    if (chunk.includes('&')) this.#refuseUnknownEntity(chunk, start);
    if (this.#pendingText === '') this.#pendingOffset = start;
    this.#pendingText += chunk;
  }

  ontextentity(codePoint: number, end: number): void {
    if (this.#pendingText === '') this.#pendingOffset = this.#text.lastIndexOf('&', end - 1);
    this.#pendingText += String.fromCodePoint(codePoint);
  }

  onopentagname(start: number, end: number): void {
    this.#flushText();
    const written = this.#text.slice(start, end);
    this.#tag = { name: this.#drawingDepth > 0 ? written : written.toLowerCase(), offset: start - 1, attributes: [] };
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = this.#text.slice(start, end);
    this.#attributeOffset = start;
    this.#attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    const chunk = this.#text.slice(start, end);
    if (chunk.includes('&')) this.#refuseUnknownEntity(chunk, start);
    this.#attributeValue += chunk;
  }

  onattribentity(codePoint: number): void {
    this.#attributeValue += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.#tag?.attributes.push({
      name: this.#attributeName,
      value: this.#attributeValue,
      offset: this.#attributeOffset,
    });
  }

  onopentagend(): void {
    const opened = this.#startElement();
    if (opened.rule.content.kind === 'void') this.#finish(opened);
    else this.#enter(opened);
  }

  onselfclosingtag(): void {
    const opened = this.#startElement();
    if (opened.rule.content.kind !== 'void' && this.#drawingDepth === 0) {
      throw documentFaults.HTML_SYNTAX({
        message: `<${opened.rule.tag}/> closes itself, expected <${opened.rule.tag}></${opened.rule.tag}>`,
        place: opened.element.place,
        hint: 'Only elements without content may be closed by a slash.',
      });
    }
    this.#finish(opened);
  }

  onclosetag(start: number, end: number): void {
    this.#flushText();
    const written = this.#text.slice(start, end);
    const name = this.#drawingDepth > 0 ? written : written.toLowerCase();
    if (this.#text[end] !== '>' && !END_OF_TAG.test(this.#text.slice(end, end + 200))) {
      throw documentFaults.HTML_SYNTAX({
        message: `the end tag </${name}> holds more than its name`,
        place: this.#placeOrOwner(start - 2),
      });
    }
    const open = this.#open.at(-1);
    if (open === undefined || open.rule.tag !== name) throw this.#unexpectedEnd(name, start - 2);
    this.#open.pop();
    if (name === 'svg') this.#drawingDepth--;
    this.#finish(open);
  }

  oncomment(start: number, end: number): void {
    // What the tokenizer reports as a comment may be any `<!…>` or `<?…>`, closed or not; only real ones are dropped.
    const isReal = this.#text.startsWith('<!--', start - 4);
    if (isReal && this.#text[end] === '>') return;
    throw documentFaults.HTML_SYNTAX({
      message: isReal
        ? 'a comment is not closed, expected -->'
        : 'a tag begins with "<!" or "<?" or "</" and is neither comment nor doctype nor end tag',
      place: this.#placeOrOwner(Math.max(0, this.#text.lastIndexOf('<', start))),
    });
  }

  oncdata(start: number): void {
    throw documentFaults.HTML_SYNTAX({
      message: 'CDATA sections are not HTML',
      place: this.#placeOrOwner(this.#text.lastIndexOf('<', start)),
    });
  }

  ondeclaration(start: number, end: number): void {
    if (/^doctype\s+html\s*$/i.test(this.#text.slice(start, end)) && this.#root === null && this.#open.length === 0)
      return;
    throw documentFaults.HTML_SYNTAX({
      message: `unexpected <!${this.#text.slice(start, Math.min(end, start + 40))}>, expected <!doctype html> at the very beginning`,
      place: this.#placeOrOwner(start - 2),
    });
  }

  onprocessinginstruction(start: number, end: number): void {
    this.oncomment(start, end);
  }

  onend(): void {
    this.#flushText();
    if (this.#tag !== null) {
      throw documentFaults.HTML_SYNTAX({
        message: `the HTML ends inside the tag <${this.#tag.name}>`,
        place: this.#placeOrOwner(this.#tag.offset),
      });
    }
    const open = this.#open.at(-1);
    if (open !== undefined) throw unclosed(open, 'at the end of the document');
  }

  #startElement(): OpenElement {
    const tag = this.#tag ?? { name: '', offset: 0, attributes: [] };
    this.#tag = null;
    const place = this.#placeOfTag(tag);
    const rule = ruleOfElement(tag.name);
    if (rule === undefined) {
      throw documentFaults.HTML_UNKNOWN_ELEMENT({
        message: `unknown element <${tag.name}>`,
        place,
        hint: adviceFor(tag.name),
      });
    }
    this.#checkParent(rule, place);
    this.#countNode(place);
    const attributes = readAttributes(rule, tag.attributes, place, (offset) => this.#placeInTag(tag, place, offset));
    this.#checkId(attributes['id'], place);
    const children: DocumentNode[] = [];
    return { element: { kind: 'element', tag: rule.tag, attributes, children, place }, rule, children };
  }

  #checkParent(rule: ElementRule, place: Place): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      if (rule.tag === 'html' && this.#root === null) return;
      throw documentFaults.HTML_MISPLACED({ message: `<${rule.tag}> stands outside <html>`, place });
    }
    if (mayHold(parent.rule, rule)) return;
    throw documentFaults.HTML_MISPLACED({
      message: `<${rule.tag}> stands in <${parent.rule.tag}>, ${expectedContent(parent.rule)}`,
      place,
    });
  }

  #checkId(id: string | undefined, place: Place): void {
    if (id === undefined) return;
    if (this.#ids.has(id)) throw documentFaults.HTML_DUPLICATE_ID({ message: `the id "${id}" is used twice`, place });
    this.#ids.add(id);
  }

  #enter(opened: OpenElement): void {
    this.#open.push(opened);
    if (opened.rule.tag === 'svg') this.#drawingDepth++;
    if (this.#open.length > MAX_DEPTH) {
      throw documentFaults.HTML_TOO_LARGE({
        message: `elements are nested more than ${MAX_DEPTH} deep`,
        place: opened.element.place,
      });
    }
  }

  #finish(closed: OpenElement): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = closed.element;
    else parent.children.push(closed.element);
  }

  #flushText(): void {
    const text = this.#pendingText;
    if (text === '') return;
    this.#pendingText = '';
    const parent = this.#open.at(-1);
    const visible = VISIBLE.test(text);
    if (parent === undefined || !mayHoldText(parent.rule)) {
      if (visible) throw this.#misplacedText(text, parent);
      return;
    }
    const place = this.#isMarked(parent.element.place)
      ? parent.element.place
      : this.#positions.placeAt(this.#pendingOffset);
    this.#countNode(place);
    parent.children.push({ kind: 'text', text, place });
  }

  #misplacedText(text: string, parent: OpenElement | undefined): Error {
    const excerpt = text.trim().replace(/\s+/g, ' ').slice(0, 40);
    return documentFaults.HTML_MISPLACED({
      message:
        parent === undefined
          ? `text stands outside <html>: "${excerpt}"`
          : `text stands directly in <${parent.rule.tag}>: "${excerpt}", ${expectedContent(parent.rule)}`,
      place: this.#placeOrOwner(this.#pendingOffset + Math.max(0, text.search(VISIBLE))),
    });
  }

  #unexpectedEnd(name: string, offset: number): Error {
    const open = this.#open.at(-1);
    const opener = this.#open.findLast((candidate) => candidate.rule.tag === name);
    if (open !== undefined && opener !== undefined) return unclosed(open, `before </${name}>`);
    const isVoid = ruleOfElement(name)?.content.kind === 'void';
    return documentFaults.HTML_UNEXPECTED_END_TAG({
      message: `</${name}> closes nothing${open === undefined ? '' : `; open is <${open.rule.tag}>`}`,
      place: this.#placeOrOwner(offset),
      hint: isVoid ? `<${name}> has no content and needs no end tag.` : undefined,
    });
  }

  #refuseUnknownEntity(chunk: string, start: number): void {
    const match = ENTITY_LIKE.exec(chunk);
    if (match === null) return;
    throw documentFaults.HTML_SYNTAX({
      message: `unknown entity ${match[0]}`,
      place: this.#placeOrOwner(start + match.index),
      hint: 'Write the character itself, or "&amp;" for an ampersand.',
    });
  }

  #countNode(place: Place): void {
    this.#nodes++;
    if (this.#nodes > MAX_NODES) {
      throw documentFaults.HTML_TOO_LARGE({ message: `the HTML has more than ${MAX_NODES} elements and texts`, place });
    }
  }

  /** Marked tags say where they stand; unmarked ones inside marked ones were written by a helper for their parent. */
  #placeOfTag(tag: OpenTag): Place {
    const mark = tag.attributes.find((attribute) => attribute.name === PLACE_ATTRIBUTE);
    if (mark === undefined) return this.#placeOrOwner(tag.offset);
    // Lines of a loop come from one tag of the template, so most marks are seen many times.
    const known = this.#marks.get(mark.value);
    if (known !== undefined) return known;
    const place = readPlaceMark(mark.value, this.#source.files ?? [], () => this.#positions.placeAt(mark.offset));
    this.#marks.set(mark.value, place);
    return place;
  }

  #placeInTag(tag: OpenTag, place: Place, offset: number): Place {
    const isOwn = place.file === this.#source.file && !tag.attributes.some(({ name }) => name === PLACE_ATTRIBUTE);
    return isOwn && !this.#isMarked(place) ? this.#positions.placeAt(offset) : place;
  }

  #placeOrOwner(offset: number): Place {
    const owner = this.#open.at(-1)?.element.place;
    return owner !== undefined && this.#isMarked(owner) ? owner : this.#positions.placeAt(offset);
  }

  #isMarked(place: Place): boolean {
    return this.#source.files?.includes(place.file) ?? false;
  }
}

function adviceFor(tag: string): string {
  const advice = Object.hasOwn(ELEMENT_ADVICE, tag) ? ELEMENT_ADVICE[tag] : undefined;
  return advice === undefined ? didYouMean(tag, STYLED_TAGS, HTML_DOCS) : `${advice} ${HTML_DOCS}`;
}

function unclosed(open: OpenElement, where: string): Error {
  return documentFaults.HTML_UNCLOSED_ELEMENT({
    message: `<${open.rule.tag}> is not closed ${where}`,
    place: open.element.place,
    hint: `Write </${open.rule.tag}> where it ends.`,
  });
}

function expectedContent(rule: ElementRule): string {
  switch (rule.content.kind) {
    case 'void':
      return 'expected nothing';
    case 'text':
      return 'expected text only';
    case 'phrasing':
      return 'expected text and inline elements only';
    case 'flow':
      return 'expected elements that stand by themselves';
    case 'parts':
      return rule.content.tags.length === 0
        ? 'expected nothing'
        : `expected ${rule.content.tags.map((tag) => `<${tag}>`).join(', ')}`;
  }
}
