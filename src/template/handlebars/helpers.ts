import { COMPARISON_HELPERS } from './comparison-helpers.ts';
import type { Helper } from './helper.ts';
import { PRINT_HELPERS } from './print-helpers.ts';

/** All there is. Helpers print and compare; none computes. */
export const HELPERS: Readonly<Record<string, Helper>> = { ...PRINT_HELPERS, ...COMPARISON_HELPERS };

/** One helper, for the documentation. */
interface HelperDescription {
  readonly name: string;
  readonly doc: string;
  readonly example: string;
}

/** Every helper, those that print first. */
export function describeHelpers(): readonly HelperDescription[] {
  return Object.entries(HELPERS).map(([name, { doc, example }]) => ({ name, doc, example }));
}
