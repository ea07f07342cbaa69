import type { Place } from '../base/index.ts';

/**
 * The HTML subset as a tree. Text has its entities decoded and its white space as written. `place` points into the
 * template file that wrote the tag.
 */
export interface ElementNode {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly DocumentNode[];
  readonly place: Place;
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly place: Place;
}

export type DocumentNode = ElementNode | TextNode;

/** A parsed document: its language, its title and its body. */
export interface HtmlDocument {
  readonly language: string;
  readonly title: string;
  readonly body: ElementNode;
}
