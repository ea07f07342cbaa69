import type { FontSpec } from './glyph-run.ts';

const SPACINGS = { normal: 0, tabular: 1, proportional: 2 } as const;
const STYLES = { normal: 0, lining: 1, oldstyle: 2 } as const;

/** A number for each set of features that a font specification can ask for. */
export function toFeatureKey(spec: FontSpec): number {
  const kerning = spec.kerning ? 1 : 0;
  const ligatures = !spec.ligatures ? 0 : spec.letterSpacing === 0 ? 1 : 2;
  return ((SPACINGS[spec.figureSpacing] * 3 + STYLES[spec.figureStyle]) * 3 + ligatures) * 2 + kerning;
}

/**
 * The OpenType features of a font specification, beside those that are always on. Letter-spacing takes ligatures apart
 * (CSS Text 3 §8.2); no ligatures at all means no contextual forms either, as `font-variant-ligatures: none` says.
 */
export function toFeatures(spec: FontSpec): Readonly<Record<string, boolean>> {
  const features: Record<string, boolean> = {};
  if (!spec.kerning) features['kern'] = false;
  if (!spec.ligatures || spec.letterSpacing !== 0) Object.assign(features, { liga: false, clig: false });
  if (!spec.ligatures) features['calt'] = false;
  if (spec.figureSpacing !== 'normal') features[spec.figureSpacing === 'tabular' ? 'tnum' : 'pnum'] = true;
  if (spec.figureStyle !== 'normal') features[spec.figureStyle === 'lining' ? 'lnum' : 'onum'] = true;
  return features;
}
