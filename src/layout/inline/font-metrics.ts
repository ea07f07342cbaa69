import type { ComputedStyle } from '../../document/index.ts';
import type { FontSpec } from '../../text/index.ts';
import { halfLeading, roundLineHeight, roundMetric } from '../sizing/browser-rounding.ts';

/** How far something reaches above and below a baseline, in points. */
export interface Extent {
  readonly above: number;
  readonly below: number;
}

/** Ascent and descent of a face at a size; both count away from the baseline. */
export function faceExtent(font: FontSpec): Extent {
  const scale = font.size / font.face.unitsPerEm;
  return { above: roundMetric(font.face.ascent * scale), below: roundMetric(Math.abs(font.face.descent) * scale) };
}

/** The height that `line-height` gives, `normal` being the face's own with its line gap. */
export function lineHeightOf(style: ComputedStyle, font: FontSpec): number {
  if (style.lineHeight !== 'normal') return roundLineHeight(style.lineHeight);
  const { above, below } = faceExtent(font);
  return above + below + roundMetric((font.face.lineGap * font.size) / font.face.unitsPerEm);
}

/** What an inline box takes of its line: the face's extent with half the leading on either side (CSS 2.2 §10.8.1). */
export function leadedExtent(style: ComputedStyle, font: FontSpec): Extent {
  const { above, below } = faceExtent(font);
  const leading = lineHeightOf(style, font) - (above + below);
  const half = halfLeading(leading);
  return { above: above + half, below: below + leading - half };
}
