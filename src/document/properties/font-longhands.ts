import { readNumber } from '../values/calc.ts';
import { readLength } from '../values/length.ts';
import { constant } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { meanings, type ValueSyntax, words } from '../values/value-syntax.ts';
import { type FontFeatureSettings, featureSettings, NORMAL_NUMERIC, numeric } from './font-figures.ts';
import { inherited } from './longhand.ts';

/** A line height as it inherits: a factor goes down as a factor, anything else as points (CSS 2.2 §10.8.1). */
export type LineHeight = 'normal' | { readonly factor: number } | { readonly points: number };

const family: ValueSyntax<readonly string[]> = {
  syntax: '<name>#',
  words: [],
  read: (reader) => {
    const names: string[] = [];
    do {
      const name = reader.string() ?? readUnquotedName(reader);
      if (name === null) return null;
      names.push(name);
    } while (reader.sign(','));
    return constant(names);
  },
};

// The words' sizes are those of every browser at a medium of 16 px (CSS Fonts 4 §3.5).
const sizeWords = meanings({
  'xx-small': 6.75,
  'x-small': 7.5,
  small: 9.75,
  medium: 12,
  large: 13.5,
  'x-large': 18,
  'xx-large': 24,
});

const size: ValueSyntax<number> = {
  syntax: `<length-percentage> | smaller | larger | ${sizeWords.syntax}`,
  words: [...sizeWords.words, 'smaller', 'larger'],
  read: (reader) => {
    const relative = reader.word('smaller', 'larger');
    if (relative !== null) return ({ fontSize }) => (relative === 'smaller' ? fontSize / 1.2 : fontSize * 1.2);
    const absolute = sizeWords.read(reader);
    if (absolute !== null) return absolute;
    const length = readLength(reader, { percent: true, negative: false });
    if (length === null) return null;
    return (context) => {
      const { points, percent } = length(context);
      return Math.max(0, points + (percent / 100) * context.fontSize);
    };
  },
};

const weight: ValueSyntax<number> = {
  syntax: '<number> | normal | bold | bolder | lighter',
  words: ['normal', 'bold', 'bolder', 'lighter'],
  read: (reader) => {
    switch (reader.word('normal', 'bold', 'bolder', 'lighter')) {
      case 'normal':
        return constant(400);
      case 'bold':
        return constant(700);
      case 'bolder':
        return ({ parentFontWeight }) => bolderThan(parentFontWeight);
      case 'lighter':
        return ({ parentFontWeight }) => lighterThan(parentFontWeight);
      case null: {
        const value = reader.number(1, 1000);
        return value === null ? null : constant(value);
      }
    }
  },
};

const lineHeight: ValueSyntax<LineHeight> = {
  syntax: 'normal | <number> | <length-percentage>',
  words: ['normal'],
  read: (reader) => {
    if (reader.word('normal') !== null) return constant('normal');
    const factor = readNumber(reader, 0);
    if (factor !== null) return constant({ factor });
    const length = readLength(reader, { percent: true, negative: false });
    if (length === null) return null;
    return (context) => {
      const { points, percent } = length(context);
      return { points: Math.max(0, points + (percent / 100) * context.fontSize) };
    };
  },
};

/** Fonts and lines. */
export const FONT_LONGHANDS = {
  'font-family': inherited<readonly string[]>(
    ['serif'],
    family,
    '"Source Sans 3", Arial, sans-serif',
    'faces, in order of preference',
  ),
  'font-size': inherited(12, size, '9.5pt', 'size of type'),
  'font-weight': inherited(400, weight, '600', 'weight, 1 to 1000'),
  'font-style': inherited('normal', words('normal', 'italic'), 'italic', 'upright or italic'),
  'font-variant-numeric': inherited(NORMAL_NUMERIC, numeric, 'tabular-nums lining-nums', 'form and width of figures'),
  'font-variant-ligatures': inherited(
    true,
    meanings({ normal: true, none: false, 'common-ligatures': true, 'no-common-ligatures': false }),
    'none',
    'whether letters join',
  ),
  'font-kerning': inherited(
    true,
    meanings({ auto: true, normal: true, none: false }),
    'normal',
    'whether pairs are drawn together',
  ),
  'font-feature-settings': inherited<FontFeatureSettings>(
    {},
    featureSettings,
    '"tnum"',
    'OpenType features by name, over the properties above',
  ),
  'line-height': inherited<LineHeight>('normal', lineHeight, '13.5pt', 'height of a line'),
} as const;

function readUnquotedName(reader: ValueReader): string | null {
  const parts: string[] = [];
  for (let word = reader.anyWord(); word !== null; word = reader.anyWord()) parts.push(word);
  return parts.length === 0 ? null : parts.join(' ');
}

/** The table of CSS Fonts 4 §2.2.1. */
function bolderThan(weight: number): number {
  if (weight < 350) return 400;
  if (weight < 550) return 700;
  return Math.max(weight, 900);
}

function lighterThan(weight: number): number {
  if (weight < 100) return weight;
  if (weight < 550) return 100;
  return weight < 750 ? 400 : 700;
}
