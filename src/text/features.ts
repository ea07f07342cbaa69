import type { FontSpec } from './glyph-run.ts';

const SPACINGS = { normal: 0, tabular: 1, proportional: 2 } as const;
const STYLES = { normal: 0, lining: 1, oldstyle: 2 } as const;

/** A number for each set of features that a font specification can ask for; below 36. */
export function toFeatureKey(spec: FontSpec): number {
  const figures = SPACINGS[spec.figureSpacing] * 3 + STYLES[spec.figureStyle];
  return figures * 4 + (spec.kerning ? 2 : 0) + (hasLigatures(spec) ? 1 : 0);
}

/** The OpenType features of a font specification, beside those that are always on. */
export function toFeatures(spec: FontSpec): Readonly<Record<string, boolean>> {
  const features: Record<string, boolean> = {};
  if (!spec.kerning) features['kern'] = false;
  if (!hasLigatures(spec)) Object.assign(features, { liga: false, clig: false, calt: false });
  if (spec.figureSpacing !== 'normal') features[spec.figureSpacing === 'tabular' ? 'tnum' : 'pnum'] = true;
  if (spec.figureStyle !== 'normal') features[spec.figureStyle === 'lining' ? 'lnum' : 'onum'] = true;
  return features;
}

/**
 * Letter-spacing takes ligatures apart (CSS Text 3 §8.2), and Chromium leaves out contextual forms with them, as
 * `font-variant-ligatures: none` does.
 */
function hasLigatures(spec: FontSpec): boolean {
  return spec.ligatures && spec.letterSpacing === 0;
}
