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

/** The text of a `<style>` element and where it begins. */
export interface StyleText {
  readonly text: string;
  readonly place: Place;
}

/** A parsed document: its language, its title, its own styles, and its body in its root element. */
export interface HtmlDocument {
  readonly language: string;
  readonly title: string;
  readonly styles: readonly StyleText[];
  /** The `html` element, which selectors know as `:root`, with `head` and `body`. */
  readonly root: ElementNode;
  readonly body: ElementNode;
}
