import { Tokenizer } from 'htmlparser2';
import type { ElementNode, HtmlDocument } from '../element.ts';
import { documentFaults } from '../faults.ts';
import type { HtmlSource } from './html-source.ts';
import { SourcePlaces } from './source-places.ts';
import { TokenListener } from './token-listener.ts';
import { TreeBuilder } from './tree-builder.ts';

/** A document of 10,000 invoice lines with place marks is about 12 million characters. */
const MAX_HTML_CHARACTERS = 32 * 1024 * 1024;

/**
 * Reads a whole document of the HTML subset, strictly: unknown elements and attributes, misplaced, unclosed and
 * misnested elements are faults with their place, never repaired. Comments are dropped, entities decoded. Parents are
 * as written; no `tbody` is put round rows that have none.
 *
 * htmlparser2's tokenizer reads the text; the tree is built here, because htmlparser2's own parser mends silently what
 * a template must be told of (it drops stray end tags and closes elements by itself).
 *
 * @throws Fault HTML_… (template)
 */
export function parseHtml(text: string, source: HtmlSource): HtmlDocument {
  if (text.length > MAX_HTML_CHARACTERS) {
    throw documentFaults.HTML_TOO_LARGE({
      message: `the HTML has ${text.length} characters, expected at most ${MAX_HTML_CHARACTERS}`,
      place: { file: source.file, line: 1, column: 1 },
    });
  }
  const tree = new TreeBuilder(new SourcePlaces(text, source));
  // Without self-closing recognition the tokenizer would treat what follows `<style/>` or `<title/>` as their text.
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true, recognizeSelfClosing: true },
    new TokenListener(text, tree),
  );
  tokenizer.write(text);
  tokenizer.end();
  return toDocument(tree.finish());
}

function toDocument(html: ElementNode): HtmlDocument {
  const head = childOf(html, 'head');
  const body = childOf(html, 'body');
  const title = textOf(childOf(head, 'title')).replace(/\s+/g, ' ').trim();
  if (title === '') {
    throw documentFaults.HTML_MISSING_ATTRIBUTE({ message: 'the document has an empty <title>', place: head.place });
  }
  return {
    language: html.attributes['lang'] ?? '',
    title,
    styles: elementsOf(head, 'style').map((style) => ({
      text: textOf(style),
      place: style.children[0]?.place ?? style.place,
    })),
    root: html,
    body,
  };
}

function childOf(parent: ElementNode, tag: string): ElementNode {
  const [first, second] = elementsOf(parent, tag);
  if (first === undefined) {
    throw documentFaults.HTML_MISPLACED({
      message: `<${parent.tag}> has no <${tag}>, expected one`,
      place: parent.place,
      hint: `Write a whole document: <html lang="…"> with <head>, <title> and <body>.`,
    });
  }
  if (second !== undefined) {
    throw documentFaults.HTML_MISPLACED({
      message: `<${parent.tag}> has a second <${tag}>, expected one`,
      place: second.place,
    });
  }
  return first;
}

function elementsOf(parent: ElementNode, tag: string): readonly ElementNode[] {
  return parent.children.filter((child): child is ElementNode => child.kind === 'element' && child.tag === tag);
}

function textOf(element: ElementNode): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}
