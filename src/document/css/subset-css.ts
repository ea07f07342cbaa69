import { POINTS_PER_MM } from '../../base/index.ts';
import type { MarginBoxName } from '../style.ts';
import { ANGLE_UNITS } from '../values/color.ts';
import { LENGTH_UNITS } from '../values/length-sum.ts';

/** Every at-rule that a style sheet may have; the last says what character set all style sheets are in. */
export const AT_RULES = ['page', 'font-face', 'charset'] as const;

/** Every pseudo-class that a selector may use. */
export const PSEUDO_CLASSES = ['root', 'first-child', 'last-child', 'nth-child', 'not'] as const;

/** Every pseudo-element that a selector may end with. */
export const PSEUDO_ELEMENTS = ['before', 'after'] as const;

/** Every unit that a number may have, beside `%`. */
export const CSS_UNITS: readonly string[] = [...LENGTH_UNITS, 'fr', ...ANGLE_UNITS];

/** Every function that a value may call. */
export const CSS_FUNCTIONS: readonly string[] = [
  'var',
  'calc',
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'counter',
  'attr',
  'string',
  'content',
  'element',
  'running',
  'repeat',
  'format',
];

/** The page margin boxes. */
export const MARGIN_BOXES: readonly MarginBoxName[] = [
  'top-left',
  'top-center',
  'top-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
];

/** Page sizes by name, upright, in points (CSS Paged Media 3 §7.1). */
export const PAGE_SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297 * POINTS_PER_MM, 420 * POINTS_PER_MM],
  a4: [210 * POINTS_PER_MM, 297 * POINTS_PER_MM],
  a5: [148 * POINTS_PER_MM, 210 * POINTS_PER_MM],
  letter: [612, 792],
  legal: [612, 1008],
};

/** Every descriptor of `@font-face`. */
export const FONT_FACE_DESCRIPTORS = ['font-family', 'src', 'font-weight', 'font-style'] as const;
