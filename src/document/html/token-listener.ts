import type { TokenizerCallbacks } from 'htmlparser2';
import { documentFaults } from '../faults.ts';
import type { RawAttribute } from './read-attributes.ts';
import type { TreeBuilder } from './tree-builder.ts';

/** No name of HTML or SVG is this long; messages quote them, and nearest names are looked for. */
const MAX_NAME_CHARACTERS = 100;

const END_OF_TAG = /^[ \t\n\r\f]*>/;
const ENTITY_LIKE = /&#?\w+;/;

/** What tags and texts are handed to. */
export type TokenTarget = Pick<TreeBuilder, 'isInDrawing' | 'isEmpty' | 'placeAt' | 'start' | 'end' | 'text'>;

/** Hears the tokenizer, puts tags and texts together from its pieces, and hands them on, to the tree builder mostly. */
export class TokenListener implements TokenizerCallbacks {
  readonly #html: string;
  readonly #tree: TokenTarget;
  #tagName = '';
  #tagOffset: number | null = null;
  #attributes: RawAttribute[] = [];
  #attributeName = '';
  #attributeOffset = 0;
  #attributeValue = '';
  #text = '';
  #textOffset = 0;

  constructor(html: string, tree: TokenTarget) {
    this.#html = html;
    this.#tree = tree;
  }

  isInForeignContext(): boolean {
    return this.#tree.isInDrawing;
  }

  ontext(start: number, end: number): void {
    const chunk = this.#slice(start, end);
    if (this.#text === '') this.#textOffset = start;
    this.#text += chunk;
  }

  ontextentity(codePoint: number, end: number): void {
    if (this.#text === '') this.#textOffset = this.#html.lastIndexOf('&', end - 1);
    this.#text += String.fromCodePoint(codePoint);
  }

  onopentagname(start: number, end: number): void {
    this.#flushText();
    this.#tagName = this.#tagNameOf(start, end);
    this.#tagOffset = start - 1;
    this.#attributes = [];
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = this.#name(start, end);
    this.#attributeOffset = start;
    this.#attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    this.#attributeValue += this.#slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#attributeValue += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.#attributes.push({ name: this.#attributeName, value: this.#attributeValue, offset: this.#attributeOffset });
  }

  onopentagend(): void {
    this.#startTag(false);
  }

  onselfclosingtag(): void {
    this.#startTag(true);
  }

  onclosetag(start: number, end: number): void {
    this.#flushText();
    const name = this.#tagNameOf(start, end);
    if (this.#html[end] !== '>' && !END_OF_TAG.test(this.#html.slice(end, end + 200))) {
      throw documentFaults.HTML_SYNTAX({
        message: `the end tag </${name}> holds more than its name`,
        place: this.#tree.placeAt(start - 2),
      });
    }
    this.#tree.end(name, start - 2);
  }

  oncomment(start: number, end: number): void {
    // What the tokenizer reports as a comment may be any `<!…>` or `<?…>`, closed or not; only real ones are dropped.
    const isReal = this.#html.startsWith('<!--', start - 4);
    if (isReal && this.#html[end] === '>') return;
    throw documentFaults.HTML_SYNTAX({
      message: isReal
        ? 'a comment is not closed, expected -->'
        : 'a tag begins with "<!" or "<?" or "</" and is neither comment nor doctype nor end tag',
      place: this.#placeOfTagAround(start),
    });
  }

  oncdata(start: number): void {
    throw documentFaults.HTML_SYNTAX({
      message: 'CDATA sections are not HTML',
      place: this.#placeOfTagAround(start),
    });
  }

  ondeclaration(start: number, end: number): void {
    const declaration = this.#html.slice(start, end);
    if (/^doctype\s+html\s*$/i.test(declaration) && this.#tree.isEmpty) return;
    throw documentFaults.HTML_SYNTAX({
      message: `unexpected <!${declaration.slice(0, 40)}>, expected <!doctype html> at the very beginning`,
      place: this.#tree.placeAt(start - 2),
    });
  }

  onprocessinginstruction(start: number, end: number): void {
    this.oncomment(start, end);
  }

  onend(): void {
    this.#flushText();
    if (this.#tagOffset === null) return;
    throw documentFaults.HTML_SYNTAX({
      message: `the HTML ends inside the tag <${this.#tagName}>`,
      place: this.#tree.placeAt(this.#tagOffset),
    });
  }

  #startTag(closesItself: boolean): void {
    const offset = this.#tagOffset ?? 0;
    this.#tagOffset = null;
    this.#tree.start({ name: this.#tagName, offset, attributes: this.#attributes, closesItself });
  }

  #flushText(): void {
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    this.#tree.text(text, this.#textOffset);
  }

  #tagNameOf(start: number, end: number): string {
    const written = this.#name(start, end);
    return this.#tree.isInDrawing ? written : written.toLowerCase();
  }

  #name(start: number, end: number): string {
    if (end - start <= MAX_NAME_CHARACTERS) return this.#html.slice(start, end);
    throw documentFaults.HTML_SYNTAX({
      message: `a name has ${end - start} characters, expected at most ${MAX_NAME_CHARACTERS}`,
      place: this.#tree.placeAt(start),
    });
  }

  /** Literal text; what still looks like an entity in it is one that HTML does not know. */
  #slice(start: number, end: number): string {
    const chunk = this.#html.slice(start, end);
    const match = chunk.includes('&') ? ENTITY_LIKE.exec(chunk) : null;
    if (match === null) return chunk;
    throw documentFaults.HTML_SYNTAX({
      message: `unknown entity ${match[0]}`,
      place: this.#tree.placeAt(start + match.index),
      hint: 'Write the character itself, or "&amp;" for an ampersand.',
    });
  }

  #placeOfTagAround(offset: number): ReturnType<TreeBuilder['placeAt']> {
    return this.#tree.placeAt(Math.max(0, this.#html.lastIndexOf('<', offset)));
  }
}
