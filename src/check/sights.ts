import type { ReadPage, TextSight } from '../readback/index.ts';
import type { Evidence } from './evidence.ts';
import { type Discovery, discover } from './rule.ts';

/** A discovery for every text that `findFlaw` has something to say about. */
export function discoverSights(
  { read }: Evidence,
  findFlaw: (sight: TextSight, page: ReadPage) => string | null,
  expected = 'text that can be seen',
): Discovery[] {
  return read.pages.flatMap((page) =>
    (page.sights ?? []).flatMap((sight) => {
      const found = findFlaw(sight, page);
      if (found === null) return [];
      const at = { page: page.number, box: sight.box };
      const where = sight.fact ?? `the place of "${sight.text}"`;
      return [discover({ field: sight.fact, found, expected, at, saying: { found, where, expected } })];
    }),
  );
}

/** What keeps a text from being seen by what it is painted with and on; null where nothing does. */
export function findInkFlaw(sight: TextSight): string | null {
  const { colors, opacity, widthScale, contrast, grounds, masked, mirrored } = sight;
  if (colors.length === 0) return 'text that is not painted';
  if (opacity < LEAST_OPACITY) return 'text that is transparent';
  if (masked) return 'text under a mask or a blend mode';
  if (mirrored) return 'text in mirror writing';
  if (!(widthScale >= LEAST_WIDTH)) return `text squeezed to ${Math.round(widthScale * 100)} %`;
  // What is hidden by what is over it, is `text-covered`'s to tell.
  if (contrast >= LEAST_CONTRAST || isOverpainted(sight)) return null;
  return `text of ${toColors(colors)} on ${toColors(grounds)}`;
}

/** Whether so much is painted over a character that it is hidden or another one. */
export function isOverpainted({ overpainted }: TextSight): boolean {
  return overpainted > MOST_OVERPAINTED;
}

/** Of a character: less is the edge of what stands beside it. */
const MOST_OVERPAINTED = 0.02;

const LEAST_OPACITY = 0.1;

/** Of a glyph's own width. Condensed type is some two thirds. */
const LEAST_WIDTH = 0.25;

/** Far below what is asked of good type, which is 4.5. */
const LEAST_CONTRAST = 1.5;

function toColors(colors: readonly (string | null)[]): string {
  return [...new Set(colors)]
    .map((color) => (color === null ? 'a picture or pattern' : `the colour ${color}`))
    .join(', ');
}
