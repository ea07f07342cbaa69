import type { Size } from '../base/index.ts';
import type { Face, FontSpec, GlyphRun } from '../text/index.ts';

/** A stretch of text up to the next place where a line may or must end (UAX #14). */
export interface TextSegment {
  /** Without the white space that hangs when the line ends here. */
  readonly text: string;
  readonly trailingSpace: string;
  readonly breakAfter: 'allowed' | 'mandatory' | 'end';
}

/** What layout asks of fonts. */
export interface TextMeasurer {
  /** The face for the first family that is known. */
  readonly match: (families: readonly string[], weight: number, style: 'normal' | 'italic') => Face;
  readonly shape: (text: string, font: FontSpec) => GlyphRun;
  /** The width that `shape` would give, in points. */
  readonly measure: (text: string, font: FontSpec) => number;
  readonly segment: (text: string) => readonly TextSegment[];
  /** The first code point that the face has no glyph for, or null. */
  readonly findMissing: (text: string, face: Face) => number | null;
}

/** Everything from outside that layout needs. Same document, same context, same pages. */
export interface LayoutContext {
  readonly text: TextMeasurer;
  /** The intrinsic size in points of the image with this name, or null if there is none. */
  readonly imageSize: (name: string) => Size | null;
  /** Whether the print of this fact must stay on one line: amounts, references, dates. */
  readonly isWhole: (fact: string) => boolean;
}
