import type { Color } from '../document/index.ts';
import type { GlyphRun } from '../text/index.ts';
import type { InlineBox, LayoutBox, TableBox, TableRow, TextItem } from './boxes/box.ts';

/**
 * A box laid out as if the page never ended. Coordinates are of its border box, in points from the top left corner of
 * the border box of the fragment that holds it.
 */
export interface Fragment {
  readonly box: LayoutBox;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Bottom padding and border. What lies between the last band and them is room that the style asks for. */
  readonly bottomInset: number;
  /** How far `vertical-align` moves the bands down where the fragment is shown whole; once it is split, it does not. */
  readonly contentShift: number;
  /** By how much the content is wider or higher than the room it is given; points, zero where it fits. */
  readonly overflow: Overflow;
  /** What it holds, from top to bottom. A page may end between two bands, and inside some of them. */
  readonly bands: readonly Band[];
  /** Set where pages that break it show more than its bands: tables. */
  readonly continuation: Continuation | null;
  /** Absolutely positioned boxes that this fragment is the containing block of. */
  readonly positioned: readonly Fragment[];
  /** Absolutely positioned boxes that still look for their containing block further out. */
  readonly pending: readonly PendingBox[];
  readonly margins: CollapsingMargins;
  /** Distances from the top of the border box; null where there is no text to align with. */
  readonly firstBaseline: number | null;
  readonly lastBaseline: number | null;
}

/** What pages show besides the bands where they break a fragment between `start` and `end`. */
export interface Continuation {
  /** The first band that is not a header row, and the first footer row. */
  readonly start: number;
  readonly end: number;
  readonly above: Strip | null;
  readonly below: Strip | null;
  /** Stretches of bands with strips of their own, in order. */
  readonly groups: readonly {
    readonly start: number;
    readonly end: number;
    readonly above: Strip | null;
    readonly below: Strip | null;
  }[];
}

/** Rows that stand above or below a break. */
export interface Strip {
  readonly height: number;
  /** `top` counts from the strip's own. */
  readonly bands: readonly { readonly top: number; readonly band: BoxBand }[];
  /** What it is laid out from again where its text differs from page to page; null where it is always the same. */
  readonly source: StripSource | null;
}

export interface StripSource {
  readonly table: TableBox;
  readonly widths: readonly number[];
  readonly left: number;
}

export interface Overflow {
  readonly width: number;
  readonly height: number;
}

/** A horizontal slice of a fragment. Bands follow each other downwards. */
export type Band = LineBand | BoxBand;

export interface LineBand {
  readonly kind: 'line';
  readonly y: number;
  readonly height: number;
  readonly line: Line;
}

/** Boxes side by side: one block in a column, the items of a flex line, the cells of a table row. */
export interface BoxBand {
  readonly kind: 'boxes';
  readonly y: number;
  readonly height: number;
  readonly boxes: readonly Fragment[];
  readonly breakBefore: BreakValue;
  readonly breakAfter: BreakValue;
  readonly breakInside: 'auto' | 'avoid';
  /** Whether a page must end somewhere inside the boxes, not only before or after them. */
  readonly hasForcedBreak: boolean;
  /** Set where the band is a table row. */
  readonly row: RowBand | null;
}

export type BreakValue = 'auto' | 'avoid' | 'page';

export interface RowBand {
  readonly row: TableRow;
  readonly x: number;
  readonly width: number;
  /** Collapsed borders; x counts from the table's left edge, y from the band's top. */
  readonly lines: readonly BorderLine[];
}

export interface BorderLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly style: 'solid' | 'dashed' | 'dotted';
  readonly color: Color;
}

/** A line of text; `x` is where its content begins, `baseline` counts from the line's top. */
export interface Line {
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  readonly pieces: readonly Piece[];
  /** By how much the content is wider than the box, where that is more than rounding. */
  readonly overflow: number;
}

export type Piece = TextPiece | InlinePiece | AtomPiece;

/** One run of glyphs; `x` is the pen and `y` the baseline, from the line's top left corner. */
export interface TextPiece {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  /** Of the run without the space that it may have to keep words apart where a line is broken by force. */
  readonly width: number;
  readonly item: TextItem;
  readonly run: GlyphRun;
}

/** The part of an inline element that lies on this line: its border box. */
export interface InlinePiece {
  readonly kind: 'inline';
  readonly box: InlineBox;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** An image or inline-block; its fragment's coordinates are from the line's top left corner. */
export interface AtomPiece {
  readonly kind: 'atom';
  readonly fragment: Fragment;
}

/** An absolutely positioned box and where it would have stood, from the holding fragment's top left corner. */
export interface PendingBox {
  readonly box: LayoutBox;
  readonly x: number;
  readonly y: number;
}

/** Vertical margins that adjoin each other: the largest of the positive ones and the smallest of the negative ones. */
export interface MarginSet {
  readonly positive: number;
  readonly negative: number;
}

/** The margins that a block shows to the outside (CSS 2.2 §8.3.1). */
export interface CollapsingMargins {
  readonly before: MarginSet;
  readonly after: MarginSet;
  /** The block is empty and its margins are one. */
  readonly through: boolean;
}

export const NO_OVERFLOW: Overflow = { width: 0, height: 0 };

/** The same fragment at another place. Every property is named, since a spread of so many takes seven times as long. */
export function moveTo(fragment: Fragment, x: number, y: number): Fragment {
  return {
    box: fragment.box,
    x,
    y,
    width: fragment.width,
    height: fragment.height,
    bands: fragment.bands,
    bottomInset: fragment.bottomInset,
    contentShift: fragment.contentShift,
    overflow: fragment.overflow,
    continuation: fragment.continuation,
    positioned: fragment.positioned,
    pending: fragment.pending,
    margins: fragment.margins,
    firstBaseline: fragment.firstBaseline,
    lastBaseline: fragment.lastBaseline,
  };
}
