import type { FontFeatureSettings, FontVariantNumeric } from '../properties/font-figures.ts';
import type { LineHeight } from '../properties/font-longhands.ts';

/** Feature settings win over the high-level property, as the last step of CSS Fonts 4 §7.2 says. */
export function numericVariant(variant: FontVariantNumeric, features: FontFeatureSettings): FontVariantNumeric {
  if (Object.keys(features).length === 0) return variant;
  return {
    figureSpacing: switched(features.tnum, 'tabular', switched(features.pnum, 'proportional', variant.figureSpacing)),
    figureStyle: switched(features.lnum, 'lining', switched(features.onum, 'oldstyle', variant.figureStyle)),
  };
}

function switched<T extends string>(isOn: boolean | undefined, value: T, otherwise: T | 'normal'): T | 'normal' {
  if (isOn === undefined) return otherwise;
  if (isOn) return value;
  return otherwise === value ? 'normal' : otherwise;
}

/** A line height in points, or the face's own. */
export function usedLineHeight(height: LineHeight, fontSize: number): number | 'normal' {
  if (height === 'normal') return height;
  return 'factor' in height ? height.factor * fontSize : height.points;
}
