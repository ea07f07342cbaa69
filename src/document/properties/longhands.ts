import { BOX_LONGHANDS } from './box-longhands.ts';
import { BREAK_LONGHANDS } from './break-longhands.ts';
import { CONTENT_LONGHANDS } from './content-longhands.ts';
import { FLEX_LONGHANDS } from './flex-longhands.ts';
import { FONT_LONGHANDS } from './font-longhands.ts';
import { GRID_LONGHANDS } from './grid-longhands.ts';
import type { Longhand } from './longhand.ts';
import { PAINT_LONGHANDS } from './paint-longhands.ts';
import { TABLE_LONGHANDS } from './table-longhands.ts';
import { TEXT_LONGHANDS } from './text-longhands.ts';

/** Every property of the subset that is not a shorthand, in the order of the documentation. */
const LONGHANDS = {
  ...BOX_LONGHANDS,
  ...PAINT_LONGHANDS,
  ...FONT_LONGHANDS,
  ...TEXT_LONGHANDS,
  ...FLEX_LONGHANDS,
  ...GRID_LONGHANDS,
  ...TABLE_LONGHANDS,
  ...BREAK_LONGHANDS,
  ...CONTENT_LONGHANDS,
} as const;

export type LonghandName = keyof typeof LONGHANDS;

/** The computed value of each longhand. */
export type Values = {
  readonly [N in LonghandName]: (typeof LONGHANDS)[N] extends Longhand<infer T> ? T : never;
};

export const LONGHAND_NAMES = Object.keys(LONGHANDS) as readonly LonghandName[];

/** The entry of one longhand, its computed type kept. */
export function longhandOf<N extends LonghandName>(name: N): Longhand<Values[N]> {
  const table: { readonly [K in LonghandName]: Longhand<Values[K]> } = LONGHANDS;
  return table[name];
}
