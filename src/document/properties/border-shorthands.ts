import type { ValueReader } from '../values/value-reader.ts';
import { type LonghandName, longhandOf } from './longhands.ts';
import { type Expansion, readInAnyOrder, type Shorthand } from './shorthand.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof SIDES)[number];

/** `border` and its four sides. */
export const BORDER_SHORTHANDS = {
  border: border(SIDES, 'the whole border'),
  'border-top': border(['top'], 'the border above'),
  'border-right': border(['right'], 'the border to the right'),
  'border-bottom': border(['bottom'], 'the border below'),
  'border-left': border(['left'], 'the border to the left'),
} as const;

function border(sides: readonly Side[], doc: string): Shorthand {
  return {
    longhands: sides.flatMap((side): LonghandName[] => [
      `border-${side}-width`,
      `border-${side}-style`,
      `border-${side}-color`,
    ]),
    syntax: '<width> || none | solid | dashed | dotted || <color>',
    words: ['none', 'solid', 'dashed', 'dotted', 'thin', 'medium', 'thick', 'transparent', 'currentcolor'],
    read: (reader) => readBorder(reader, sides),
    doc,
    example: '.5pt solid var(--ink)',
  };
}

function readBorder(reader: ValueReader, sides: readonly Side[]): Expansion | null {
  let width: Expansion['border-top-width'];
  let style: Expansion['border-top-style'];
  let color: Expansion['border-top-color'];
  const found = readInAnyOrder([
    () => {
      width = longhandOf('border-top-width').value.read(reader) ?? undefined;
      return width !== undefined;
    },
    () => {
      style = longhandOf('border-top-style').value.read(reader) ?? undefined;
      return style !== undefined;
    },
    () => {
      color = longhandOf('border-top-color').value.read(reader) ?? undefined;
      return color !== undefined;
    },
  ]);
  if (!found) return null;
  return Object.fromEntries(
    sides.flatMap((side) => [
      [`border-${side}-width`, width],
      [`border-${side}-style`, style],
      [`border-${side}-color`, color],
    ]),
  );
}
