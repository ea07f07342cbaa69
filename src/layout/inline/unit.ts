import type { InlineBox, LayoutBox, TextItem } from '../boxes/box.ts';
import type { Fragment } from '../fragment.ts';
import type { ShapedText } from './shaped-text.ts';

/** A stretch of inline content that no line may end inside, up to where one may or must. */
export interface InlineUnit {
  readonly parts: readonly InlinePart[];
  /** Without the white space at its end. */
  readonly width: number;
  /** Of the white space at its end, which hangs if the line ends here. */
  readonly spaceWidth: number;
  /** What a line needs beside all that if it ends here: for a hyphen, or for what kerning took from the last character. */
  readonly endWidth: number;
  readonly end: 'allowed' | 'mandatory' | 'last';
}

export type InlinePart = TextPart | EdgePart | AtomPart | PendingPart;

/** A stretch of one shaped text, from character `start` to `end`. */
export interface TextPart {
  readonly kind: 'text';
  readonly item: TextItem;
  readonly shaped: ShapedText;
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** White space that hangs where a line ends after it. */
  readonly hangs: boolean;
}

/** The left or right margin, border and padding of an inline element. */
export interface EdgePart {
  readonly kind: 'open' | 'close';
  readonly box: InlineBox;
  readonly width: number;
}

export interface AtomPart {
  readonly kind: 'atom';
  readonly box: LayoutBox;
  readonly parent: InlineBox | null;
  /** Null while intrinsic sizes are measured. */
  readonly fragment: Fragment | null;
  /** Of the margin box; while intrinsic sizes are measured, its widest. */
  readonly width: number;
  /** Of the margin box at its narrowest. */
  readonly minWidth: number;
}

/** An absolutely positioned box that would have stood here. */
export interface PendingPart {
  readonly kind: 'pending';
  readonly box: LayoutBox;
  readonly width: 0;
}

/** A stretch of a shaped text as a part of its own. */
export function toTextPart(item: TextItem, shaped: ShapedText, start: number, end: number, hangs: boolean): TextPart {
  const width = (shaped.edges[end] ?? 0) - (shaped.edges[start] ?? 0);
  return { kind: 'text', item, shaped, start, end, width, hangs };
}
