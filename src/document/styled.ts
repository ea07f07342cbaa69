import type { ElementNode } from './element.ts';
import type { ComputedStyle, PageStyle } from './style.ts';

/** An element with its computed style. Elements of `display: none` are gone; generated content has become text. */
export interface StyledElement {
  readonly kind: 'element';
  readonly element: ElementNode;
  /** Null for the element itself. */
  readonly pseudo: 'before' | 'after' | 'marker' | null;
  readonly style: ComputedStyle;
  readonly children: readonly StyledNode[];
}

/** Text with text-transform applied; white space is collapsed by layout. It takes its parent's style. */
export interface StyledText {
  readonly kind: 'text';
  readonly text: string;
  /** `counter(page)` and `counter(pages)` are known only when pages are: layout replaces these. */
  readonly pageCounter: 'page' | 'pages' | null;
}

export type StyledNode = StyledElement | StyledText;

/** What layout works on. */
export interface StyledDocument {
  readonly language: string;
  readonly title: string;
  readonly body: StyledElement;
  readonly firstPage: PageStyle;
  readonly otherPages: PageStyle;
}
