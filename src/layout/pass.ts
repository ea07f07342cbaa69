import type { ComputedStyle } from '../document/index.ts';
import type { FontSpec } from '../text/index.ts';
import type { InlineContent, LayoutBox, TableBox, TextItem } from './boxes/box.ts';
import type { LayoutContext } from './context.ts';
import type { Fragment } from './fragment.ts';
import type { Extent } from './inline/font-metrics.ts';
import type { PlainText } from './inline/plain-text.ts';
import type { ShapedText } from './inline/shaped-text.ts';
import type { InlineUnit } from './inline/unit.ts';
import type { PageTexts } from './strings/page-text.ts';

/** What a box is laid out in. */
export interface Space {
  /** Width of the containing block, which percentages refer to. */
  readonly width: number;
  /** Height of the containing block, or null where it depends on its content. */
  readonly height: number | null;
  /** `fill` makes a block of auto width take the whole width, `shrink` only what its content needs. */
  readonly autoWidth: 'fill' | 'shrink';
  /** The border box's width or height, where the parent has decided it: flex items, table cells. */
  readonly fixedWidth: number | null;
  readonly fixedHeight: number | null;
  /** Whether margins inside stay inside: flex items, cells, inline-blocks and absolute boxes (CSS 2.2 §9.4.1). */
  readonly isolated: boolean;
}

/** The narrowest a box can be without overflow and the widest it can use (CSS Sizing 3 §2.1). */
export interface IntrinsicSizes {
  readonly min: number;
  readonly max: number;
}

/** One run of layout over boxes: what the algorithms call each other by, and what they remember. */
export interface Pass {
  readonly context: LayoutContext;
  /** In the flow, where pages are not known yet, the longest that they may say. */
  readonly pageTexts: PageTexts;
  readonly layOut: (box: LayoutBox, space: Space) => Fragment;
  /** Of the content box, ignoring the box's own width. */
  readonly measure: (box: LayoutBox) => IntrinsicSizes;
  /** The table with the cells of its columns aligned on the characters that they name. */
  readonly aligned: (table: TableBox) => TableBox;
  /** The first face that the style names, at its size. */
  readonly font: (style: ComputedStyle) => FontSpec;
  /** What a line takes for text of the style (CSS 2.2 §10.8.1). */
  readonly extent: (style: ComputedStyle) => Extent;
  /** The text of an item, divided by the faces that have its characters and shaped. GLYPH_MISSING. */
  readonly shaped: (item: TextItem) => readonly ShapedText[];
  /** The paragraph as one text, or null where it is more. */
  readonly plain: (content: InlineContent) => PlainText | null;
  /** `width` is the line's, for what depends on it; null while intrinsic sizes are measured. */
  readonly units: (content: InlineContent, width: number | null) => readonly InlineUnit[];
}

/**
 * Space for a box that stands by itself and shrinks to its content, unless its size is given: inline-blocks, absolute
 * boxes, flex items, cells.
 */
export function shrinkingSpace(
  width: number,
  height: number | null,
  fixedWidth: number | null = null,
  fixedHeight: number | null = null,
): Space {
  return { width, height, autoWidth: 'shrink', fixedWidth, fixedHeight, isolated: true };
}
