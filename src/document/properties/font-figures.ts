import type { ComputedStyle } from '../style.ts';
import { constant, type Resolver } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { ValueSyntax } from '../values/value-syntax.ts';

/** Form and width of figures. */
export type FontVariantNumeric = ComputedStyle['fontVariantNumeric'];

/** OpenType features that `font-feature-settings` may switch; the same that the high-level properties reach. */
const FONT_FEATURES = ['tnum', 'pnum', 'lnum', 'onum', 'kern', 'liga'] as const;
export type FontFeature = (typeof FONT_FEATURES)[number];
export type FontFeatureSettings = Readonly<Partial<Record<FontFeature, boolean>>>;

/** Figures as the face has them. */
export const NORMAL_NUMERIC: FontVariantNumeric = { figureSpacing: 'normal', figureStyle: 'normal' };

const SPACING = { 'tabular-nums': 'tabular', 'proportional-nums': 'proportional' } as const;
const STYLE = { 'lining-nums': 'lining', 'oldstyle-nums': 'oldstyle' } as const;

/** `font-variant-numeric`. */
export const numeric: ValueSyntax<FontVariantNumeric> = {
  syntax: 'normal | [lining-nums | oldstyle-nums] || [tabular-nums | proportional-nums]',
  words: ['normal', 'lining-nums', 'oldstyle-nums', 'tabular-nums', 'proportional-nums'],
  read: (reader) => {
    if (reader.word('normal') !== null) return constant(NORMAL_NUMERIC);
    return readNumeric(reader);
  },
};

/** `font-feature-settings`, of features that the high-level properties reach too. */
export const featureSettings: ValueSyntax<FontFeatureSettings> = {
  syntax: `normal | [${FONT_FEATURES.map((tag) => `"${tag}"`).join(' | ')} [on | off | 0 | 1]?]#`,
  words: ['normal', 'on', 'off'],
  read: (reader) => {
    if (reader.word('normal') !== null) return constant({});
    const settings: Partial<Record<FontFeature, boolean>> = {};
    do {
      const component = reader.peek();
      const feature = FONT_FEATURES.find((tag) => component?.kind === 'string' && component.text === tag);
      if (feature === undefined) return null;
      reader.take();
      settings[feature] = readSwitch(reader);
    } while (reader.sign(','));
    return constant(settings);
  },
};

/** Takes the words of `font-variant-numeric` other than `normal`, each axis at most once. */
export function readNumeric(reader: ValueReader): Resolver<FontVariantNumeric> | null {
  let numeric = NORMAL_NUMERIC;
  for (;;) {
    const spacing = numeric.figureSpacing === 'normal' ? reader.word('tabular-nums', 'proportional-nums') : null;
    const style = numeric.figureStyle === 'normal' ? reader.word('lining-nums', 'oldstyle-nums') : null;
    if (spacing === null && style === null) return numeric === NORMAL_NUMERIC ? null : constant(numeric);
    numeric = {
      figureSpacing: spacing === null ? numeric.figureSpacing : SPACING[spacing],
      figureStyle: style === null ? numeric.figureStyle : STYLE[style],
    };
  }
}

function readSwitch(reader: ValueReader): boolean {
  const word = reader.word('on', 'off');
  if (word !== null) return word === 'on';
  const value = reader.integer(0, 1);
  return value === null || value === 1;
}
