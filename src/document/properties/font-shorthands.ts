import { constant } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { readNumeric } from './font-figures.ts';
import { longhandOf } from './longhands.ts';
import { type Expansion, readInAnyOrder, type Shorthand } from './shorthand.ts';

const font: Shorthand = {
  // What the value cannot say is reset all the same (CSS Fonts 4 §2.7).
  longhands: [
    'font-style',
    'font-weight',
    'font-size',
    'line-height',
    'font-family',
    'font-variant-numeric',
    'font-variant-ligatures',
    'font-kerning',
    'font-feature-settings',
  ],
  syntax: '[<font-style> || <font-weight>]? <font-size> [/ <line-height>]? <font-family>',
  words: ['normal', 'italic', 'bold', 'bolder', 'lighter'],
  read: readFont,
  doc: 'style, weight, size, line height and faces; resets the other font properties',
  example: '600 12.5pt/16pt "Source Sans 3", sans-serif',
};

const fontVariant: Shorthand = {
  longhands: ['font-variant-numeric', 'font-variant-ligatures'],
  syntax: 'normal | none | [<font-variant-numeric> || <font-variant-ligatures>]',
  words: ['normal', 'none', ...longhandOf('font-variant-numeric').value.words],
  read: readFontVariant,
  doc: 'figures and ligatures',
  example: 'tabular-nums',
};

/** Shorthands of type. */
export const FONT_SHORTHANDS = { font, 'font-variant': fontVariant } as const;

function readFont(reader: ValueReader): Expansion | null {
  let style: Expansion['font-style'];
  let weight: Expansion['font-weight'];
  readInAnyOrder([
    () => {
      style = longhandOf('font-style').value.read(reader) ?? undefined;
      return style !== undefined;
    },
    () => {
      weight = longhandOf('font-weight').value.read(reader) ?? undefined;
      return weight !== undefined;
    },
  ]);
  const size = longhandOf('font-size').value.read(reader);
  if (size === null) return null;
  const height = reader.sign('/') ? longhandOf('line-height').value.read(reader) : undefined;
  if (height === null) return null;
  const family = longhandOf('font-family').value.read(reader);
  if (family === null) return null;
  return {
    'font-style': style,
    'font-weight': weight,
    'font-size': size,
    'line-height': height,
    'font-family': family,
  };
}

function readFontVariant(reader: ValueReader): Expansion | null {
  if (reader.word('normal') !== null) return {};
  if (reader.word('none') !== null) return { 'font-variant-ligatures': constant(false) };
  let numeric: Expansion['font-variant-numeric'];
  let ligatures: Expansion['font-variant-ligatures'];
  const found = readInAnyOrder([
    () => {
      numeric = readNumeric(reader) ?? undefined;
      return numeric !== undefined;
    },
    () => {
      const word = reader.word('common-ligatures', 'no-common-ligatures');
      if (word !== null) ligatures = constant(word === 'common-ligatures');
      return word !== null;
    },
  ]);
  return found ? { 'font-variant-numeric': numeric, 'font-variant-ligatures': ligatures } : null;
}
