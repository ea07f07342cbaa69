import type { FontSpec } from '../../text/index.ts';
import type { InlineBox, LayoutBox, TextItem } from '../boxes/box.ts';
import type { Fragment } from '../fragment.ts';

/** A stretch of inline content that no line may end inside, up to where one may or must. */
export interface InlineUnit {
  readonly parts: readonly InlinePart[];
  /** Without the white space at its end. */
  readonly width: number;
  /** Of the white space at its end, which hangs if the line ends here. */
  readonly spaceWidth: number;
  readonly end: 'allowed' | 'mandatory' | 'last';
}

export type InlinePart = TextPart | EdgePart | AtomPart | PendingPart;

export interface TextPart {
  readonly kind: 'text';
  readonly item: TextItem;
  readonly font: FontSpec;
  readonly text: string;
  readonly width: number;
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
