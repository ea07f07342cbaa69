import type { Resolver } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { type LonghandName, longhandOf, type Values } from './longhands.ts';
import type { Expansion, Shorthand } from './shorthand.ts';

const MARGINS = ['margin-top', 'margin-right', 'margin-bottom', 'margin-left'] as const;
const PADDINGS = ['padding-top', 'padding-right', 'padding-bottom', 'padding-left'] as const;
const INSETS = ['top', 'right', 'bottom', 'left'] as const;
const WIDTHS = ['border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width'] as const;
const STYLES = ['border-top-style', 'border-right-style', 'border-bottom-style', 'border-left-style'] as const;
const COLORS = ['border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color'] as const;
const CORNERS = [
  'border-top-left-radius',
  'border-top-right-radius',
  'border-bottom-right-radius',
  'border-bottom-left-radius',
] as const;

/** Shorthands that set the four sides or corners of a box, or two that face each other. */
export const SIDE_SHORTHANDS = {
  margin: fourSides(MARGINS, '3mm auto', 'space outside the border'),
  padding: fourSides(PADDINGS, '0 0 1.5mm 0', 'space inside the border'),
  inset: fourSides(INSETS, '0', 'distances of a positioned box'),
  'border-width': fourSides(WIDTHS, '.5pt 0', 'widths of the border'),
  'border-style': fourSides(STYLES, 'solid none', 'styles of the border'),
  'border-color': fourSides(COLORS, 'var(--hair)', 'colours of the border'),
  'border-radius': fourSides(CORNERS, '5mm', 'rounding of the corners'),
  'margin-inline': twoSides(['margin-left', 'margin-right'], 'auto', 'space left and right'),
  'margin-block': twoSides(['margin-top', 'margin-bottom'], '4mm 2mm', 'space above and below'),
  'padding-inline': twoSides(['padding-left', 'padding-right'], '3mm', 'space inside, left and right'),
  'padding-block': twoSides(['padding-top', 'padding-bottom'], '2mm 1mm', 'space inside, above and below'),
  gap: twoSides(['row-gap', 'column-gap'], '2mm 4mm', 'space between rows and columns'),
} as const;

type Four<N extends LonghandName> = readonly [N, N, N, N];

/** One to four values: top, right, bottom, left; what is missing is taken from the opposite side (CSS 2.2 §8.3). */
function fourSides<N extends LonghandName>(names: Four<N>, example: string, doc: string): Shorthand {
  const { value } = longhandOf<N>(names[0]);
  return {
    longhands: names,
    syntax: `[${value.syntax}]{1,4}`,
    words: value.words,
    read: (reader) => {
      const [first, second = first, third = first, fourth = second] = readUpTo(reader, value.read, 4);
      return first === undefined ? null : expansion(names, [first, second, third, fourth]);
    },
    doc,
    example,
  };
}

/** One or two values: start and end; one counts for both. */
function twoSides<N extends LonghandName>(names: readonly [N, N], example: string, doc: string): Shorthand {
  const { value } = longhandOf<N>(names[0]);
  return {
    longhands: names,
    syntax: `[${value.syntax}]{1,2}`,
    words: value.words,
    read: (reader) => {
      const [first, second = first] = readUpTo(reader, value.read, 2);
      return first === undefined ? null : expansion(names, [first, second]);
    },
    doc,
    example,
  };
}

function readUpTo<T>(reader: ValueReader, read: (reader: ValueReader) => T | null, most: number): readonly T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = read(reader);
    if (next === null) break;
    taken.push(next);
  }
  return taken;
}

function expansion<N extends LonghandName>(
  names: readonly N[],
  resolvers: readonly (Resolver<Values[N]> | undefined)[],
): Expansion {
  return Object.fromEntries(names.map((name, index) => [name, resolvers[index]]));
}
