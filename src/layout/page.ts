import type { Box, PathSegment, Place } from '../base/index.ts';
import type { Color } from '../document/index.ts';
import type { GlyphRun } from '../text/index.ts';

/** The whole laid-out document: everything paint needs, in absolute points from each page's top left corner. */
export interface PagedDocument {
  readonly language: string;
  readonly title: string;
  readonly pages: readonly Page[];
  /** The root structure element, role `Document`. */
  readonly structure: StructureElement;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  /** In reading order, which is drawing order. */
  readonly drawables: readonly Drawable[];
  /** Boxes and baselines for the preview, empty where they were not asked for; paint ignores them. */
  readonly outline: readonly OutlineBox[];
}

/** One box of the layout, for people who look at it. */
export interface OutlineBox {
  readonly tag: string;
  readonly box: Box;
  /** Baselines of the lines directly in this box. */
  readonly baselines: readonly number[];
  readonly place: Place;
}

export type Drawable = TextDrawable | RectangleDrawable | LineDrawable | PathDrawable | ImageDrawable | LinkDrawable;

/** One run of glyphs; `x` is the pen's start and `y` the baseline. */
export interface TextDrawable {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly run: GlyphRun;
  readonly color: Color;
  readonly mark: Mark;
}

/** A filled rectangle: a background. */
export interface RectangleDrawable {
  readonly kind: 'rectangle';
  readonly box: Box;
  /** Corner radii: top left, top right, bottom right, bottom left. */
  readonly radii: readonly [number, number, number, number];
  readonly fill: Color;
  readonly mark: Mark;
}

/** A straight stroke: a border or a text decoration. */
export interface LineDrawable {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly color: Color;
  readonly mark: Mark;
}

/** A vector shape in page coordinates: SVG, barcode modules. */
export interface PathDrawable {
  readonly kind: 'path';
  readonly segments: readonly PathSegment[];
  readonly fill: Color | null;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: {
    readonly color: Color;
    readonly width: number;
    readonly cap: 'butt' | 'round' | 'square';
    readonly join: 'miter' | 'round' | 'bevel';
    /** Longest spike of a mitred corner, by the width of the stroke. */
    readonly miterLimit: number;
    /** Lengths of dashes and gaps in turn; empty for an unbroken line. */
    readonly dash: readonly number[];
    readonly dashOffset: number;
  } | null;
  /** What lies beyond it is not shown; null where nothing does. */
  readonly clip: Box | null;
  readonly mark: Mark;
}

/** A raster image stretched over a box. `image` names a resource that paint was given. */
export interface ImageDrawable {
  readonly kind: 'image';
  readonly box: Box;
  readonly image: string;
  readonly mark: Mark;
}

/** The active area of a link; belongs to the structure element of role `Link` that holds `leaf`. */
export interface LinkDrawable {
  readonly kind: 'link';
  readonly box: Box;
  /** https: or mailto: only. */
  readonly url: string;
  /** The link's text, which becomes the annotation's contents. */
  readonly contents: string;
  readonly mark: Mark;
}

/** Whose content a drawable is. Everything drawn is one or the other; there is no third (ISO 14289-1 §7.1). */
export type Mark =
  | {
      readonly kind: 'content';
      /** `id` of the `StructureLeaf` this belongs to. */
      readonly leaf: number;
      /** Name of the fact that this is the print of; from the nearest `data-fact`. */
      readonly fact: string | null;
    }
  | {
      readonly kind: 'artifact';
      /** ISO 32000-1 §14.8.2.2.2. */
      readonly type: 'Layout' | 'Background' | 'Pagination' | 'Page';
      /** For running heads and feet. */
      readonly subtype: 'Header' | 'Footer' | null;
      /** A repeated fact, such as the seller in a running foot, keeps its name even as an artifact. */
      readonly fact: string | null;
    };

/** Standard structure types of ISO 32000-1 §14.8.4 that the HTML subset maps to. */
export type StructureRole =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Link'
  | 'Figure';

/** A node of the structure tree, children in reading order. */
export interface StructureElement {
  readonly kind: 'structure';
  readonly role: StructureRole;
  /** Name of the fact this element holds, which becomes part of its id. */
  readonly fact: string | null;
  /** Alternative text of figures. */
  readonly alternative: string | null;
  /** BCP 47, where it differs from the document's. */
  readonly language: string | null;
  /** Of a TH. */
  readonly scope: 'Row' | 'Column' | 'Both' | null;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly children: readonly (StructureElement | StructureLeaf)[];
}

/** A stretch of content; drawables name it by id. One leaf may be drawn in several pieces, on several pages, or none. */
export interface StructureLeaf {
  readonly kind: 'leaf';
  readonly id: number;
}
