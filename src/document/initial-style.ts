import { INITIAL_VALUES } from './cascade/resolve-values.ts';
import { NO_PARENT_BOX, toComputedStyle } from './cascade/to-computed-style.ts';
import type { ComputedStyle } from './style.ts';

/** The style of an element that no rule touches and that inherits nothing: every property at its initial value. */
export const initialStyle: ComputedStyle = toComputedStyle(INITIAL_VALUES, NO_PARENT_BOX);
