import type { ElementNode } from './element.ts';
import type { ComputedStyle, PageStyle, StringMoment } from './style.ts';

/** An element with its computed style. Elements of `display: none` are gone; generated content has become text. */
export interface StyledElement {
  readonly kind: 'element';
  readonly element: ElementNode;
  /** Null for the element itself. */
  readonly pseudo: 'before' | 'after' | 'marker' | null;
  readonly style: ComputedStyle;
  readonly children: readonly StyledNode[];
  /** What `string-set` gives a name to from here on. */
  readonly strings: readonly NamedString[];
}

export interface NamedString {
  readonly name: string;
  readonly value: string;
}

/** Text that differs from page to page: layout puts it in when pages are known. */
export type PageText =
  | { readonly kind: 'counter'; readonly name: PageCounterName }
  | { readonly kind: 'named-string'; readonly name: string; readonly moment: StringMoment };

export type PageCounterName = (typeof PAGE_COUNTERS)[number];

/** Counters that layout counts. The two neighbours are ours: CSS cannot add. */
export const PAGE_COUNTERS = ['page', 'pages', 'previous-page', 'next-page'] as const;

/** Text with text-transform applied; white space is collapsed by layout. It takes its parent's style. */
export interface StyledText {
  readonly kind: 'text';
  readonly text: string;
  /** Set where `text` is still to come. */
  readonly pageText: PageText | null;
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
