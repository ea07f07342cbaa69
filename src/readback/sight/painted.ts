import type { Matrix } from '../pdf-js.ts';
import type { ShownGlyph } from './operands.ts';
import type { Shape } from './shape.ts';

/** Something that a page paints, in the page's own space, points with y upwards. */
export type Painted = PaintedArea | PaintedText;

/** What both kinds are painted under. */
interface Circumstances {
  /** Only what is inside all of them appears. */
  readonly clips: readonly Shape[];
  /** Whether a viewer may be told to leave it out (ISO 32000-1 §8.11). */
  readonly layered: boolean;
  /** Whether a mask decides how much of it appears, or a blend mode how (§11.3.5, §11.5). */
  readonly masked: boolean;
}

/** A filled or stroked path, a picture or a shading. */
export interface PaintedArea extends Circumstances {
  readonly kind: 'area';
  readonly what: 'path' | 'picture' | 'shading';
  readonly shape: Shape;
  /** `#rrggbb`; null where it is of many colours. */
  readonly color: string | null;
  /** 0 to 1. */
  readonly opacity: number;
  /** Part of an annotation's appearance. */
  readonly annotation: boolean;
  /** pdf.js's name for a picture. */
  readonly picture: string | null;
}

/** Text that was shown in one go. */
export interface PaintedText extends Circumstances {
  readonly kind: 'text';
  readonly text: string;
  /** The fact it is marked as; null where it is unmarked. */
  readonly fact: string | null;
  /** pdf.js's name of the font in this document. */
  readonly font: string;
  readonly glyphs: readonly ShownGlyph[];
  /** Where the part of each glyph that is looked at begins and ends along the baseline, by turns, as far as `place` takes it. */
  readonly edges: readonly number[];
  /** Between the baseline and the height of digits, in the same measure. */
  readonly band: readonly [low: number, high: number];
  /** Takes edges and band to the page. */
  readonly place: Matrix;
  /** Of what is painted, filled or stroked. None where nothing is. */
  readonly inks: readonly Ink[];
  /** 1 for glyphs as wide as their font has them. */
  readonly widthScale: number;
  /** Height of an em on the page, in points. */
  readonly size: number;
  /** Set as in a looking-glass. */
  readonly mirrored: boolean;
  /** The baseline is level, and reads to the right. */
  readonly upright: boolean;
}

export interface Ink {
  readonly color: string | null;
  readonly opacity: number;
}
