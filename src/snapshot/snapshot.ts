/**
 * One rendered document as text, complete enough to be drawn again: what is approved, kept beside the template and
 * compared with. Points from each page's top left corner, rounded to hundredths.
 */
export interface Snapshot {
  readonly fixture: string;
  readonly locale: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly language: string;
  readonly title: string;
  /** How many facts the validator proved. */
  readonly factCount: number;
  readonly pages: readonly SnapshotPage[];
}

export interface SnapshotPage {
  readonly width: number;
  readonly height: number;
  /** In reading order, which is drawing order. */
  readonly items: readonly SnapshotItem[];
}

export type SnapshotItem = TextItem | RectangleItem | LineItem | PathItem | ImageItem | LinkItem;

/** How a run of text is set; what is left out is the default. */
export interface TextStyle {
  /** A face of the font book, such as `Source Sans 3 600`. */
  readonly face: string;
  readonly size: number;
  /** `#rrggbb`, with `/alpha` where it is not opaque. */
  readonly color: string;
  readonly figureSpacing?: 'tabular' | 'proportional';
  readonly figureStyle?: 'lining' | 'oldstyle';
  readonly kerning?: false;
  readonly ligatures?: false;
  readonly letterSpacing?: number;
  readonly wordSpacing?: number;
}

/** `x` is the pen's start and `y` the baseline. */
export interface TextItem {
  readonly kind: 'text';
  /** Role in the structure tree, or `Artifact`. */
  readonly role: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly fact: string | null;
}

export interface RectangleItem {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly radii: readonly [number, number, number, number];
}

export interface LineItem {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly color: string;
}

export interface PathItem {
  readonly kind: 'path';
  /** As in SVG: M, L, C and Z with absolute numbers. */
  readonly segments: string;
  readonly fill: string | null;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: {
    readonly color: string;
    readonly width: number;
    readonly cap: 'butt' | 'round' | 'square';
    readonly join: 'miter' | 'round' | 'bevel';
    readonly miterLimit: number;
    readonly dash: readonly number[];
    readonly dashOffset: number;
  } | null;
  /** Left out where nothing of the path lies beyond it. */
  readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly alternative: string | null;
}

export interface ImageItem {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly image: string;
  readonly alternative: string | null;
}

export interface LinkItem {
  readonly kind: 'link';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly url: string;
}
