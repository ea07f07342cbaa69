import { Fault } from '#dist/base/index.js';
import {
  type ComputedStyle,
  parseHtml,
  parseStyleSheet,
  type StyledDocument,
  type StyledElement,
  styleDocument,
} from '#dist/document/index.js';

/** A whole document round a piece of body. */
export function page(body: string): string {
  return `<!doctype html>\n<html lang="nb"><head><title>T</title></head><body>${body}</body></html>`;
}

/** A piece of body styled by a style sheet. */
export function styled(css: string, body: string): StyledDocument {
  return styleDocument(parseHtml(page(body), { file: 'a.html' }), [parseStyleSheet(css, { file: 'a.css' })]);
}

/** An element and everything in it, generated elements too, in document order. */
export function flatten(element: StyledElement): readonly StyledElement[] {
  return [element, ...element.children.flatMap((child) => (child.kind === 'element' ? flatten(child) : []))];
}

/** The style of the element whose id is `x`. */
export function styleOf(css: string, body = '<p id="x">text</p>'): ComputedStyle {
  return elementOf(css, body).style;
}

/** The styled element whose id is `x`. */
export function elementOf(css: string, body = '<p id="x">text</p>'): StyledElement {
  const found = flatten(styled(css, body).body).find(
    (candidate) => candidate.pseudo === null && candidate.element.attributes['id'] === 'x',
  );
  if (found === undefined) throw new Error('the document has no element with the id x');
  return found;
}

/** All text of an element as layout would meet it, page counters in brackets. */
export function textOf(element: StyledElement): string {
  return element.children
    .map((child) =>
      child.kind === 'text' ? (child.pageText === null ? child.text : `[${child.pageText.name}]`) : textOf(child),
    )
    .join('');
}

/** The fault that a piece of work ends in. */
export function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('no fault was thrown');
}

/** `code file:line:column`, the way a fault is found again. */
export function whereOf(fault: Fault): string {
  const { place } = fault;
  return place === undefined ? fault.code : `${fault.code} ${place.file}:${place.line}:${place.column}`;
}
