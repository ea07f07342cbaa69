import type { ComputedStyle } from '../../document/index.ts';
import type { FontSpec } from '../../text/index.ts';

/** How far something reaches above and below a baseline, in points. */
export interface Extent {
  readonly above: number;
  readonly below: number;
}

/** Ascent and descent of a face at a size; both count away from the baseline. */
export function faceExtent(font: FontSpec): Extent {
  const scale = font.size / font.face.unitsPerEm;
  return { above: font.face.ascent * scale, below: Math.abs(font.face.descent) * scale };
}

/** The height that `line-height` gives, `normal` being the face's own with its line gap. */
export function lineHeightOf(style: ComputedStyle, font: FontSpec): number {
  if (style.lineHeight !== 'normal') return style.lineHeight;
  const { above, below } = faceExtent(font);
  return above + below + (font.face.lineGap * font.size) / font.face.unitsPerEm;
}

/** What an inline box takes of its line: the face's extent with half the leading on either side (CSS 2.2 §10.8.1). */
export function leadedExtent(style: ComputedStyle, font: FontSpec): Extent {
  const { above, below } = faceExtent(font);
  const leading = lineHeightOf(style, font) - (above + below);
  return { above: above + leading / 2, below: below + leading / 2 };
}
