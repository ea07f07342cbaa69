import { POINTS_PER_MM } from '../../base/index.ts';
import type { MarginBoxName } from '../style.ts';
import { ANGLE_UNITS } from '../values/color.ts';
import { LENGTH_UNITS } from '../values/length-sum.ts';

/** Every at-rule that a style sheet may have; the last says what character set all style sheets are in. */
export const AT_RULES = ['page', 'font-face', 'charset'] as const;

/** Every pseudo-class that a selector may use. */
export const PSEUDO_CLASSES = ['root', 'first-child', 'last-child', 'nth-child', 'not'] as const;

const OWN_CLASS = 'Give the element a class.';
const BY_CHILDREN = 'Use :first-child, :last-child or :nth-child(), or give the element a class.';

/** Pseudo-classes that people reach for, and what to write instead. */
export const PSEUDO_ADVICE: Readonly<Record<string, string>> = {
  'first-of-type': BY_CHILDREN,
  'last-of-type': BY_CHILDREN,
  'nth-of-type': BY_CHILDREN,
  'only-of-type': BY_CHILDREN,
  'nth-last-child': BY_CHILDREN,
  'only-child': BY_CHILDREN,
  is: 'Write the selectors one after the other, with commas.',
  where: 'Write the selectors one after the other, with commas.',
  has: OWN_CLASS,
  empty: OWN_CLASS,
  lang: 'Use [lang|="en"].',
  link: 'Use a.',
  visited: 'Use a.',
  hover: 'Paper has no pointer.',
  focus: 'Paper has no pointer.',
  active: 'Paper has no pointer.',
};

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

/** Units that people reach for, and what to write instead. */
export const UNIT_ADVICE: Readonly<Record<string, string>> = {
  ch: 'Use em: half of one is about a figure wide.',
  ex: 'Use em.',
  pc: 'Use pt: a pica is 12 of them.',
  q: 'Use mm: four of these make one.',
  vw: 'A page has no window; use mm or %.',
  vh: 'A page has no window; use mm or %.',
};

const MIXED = 'Use rgb() or hsl().';
const BOUNDS = 'Use min-width, max-width, min-height or max-height; calc() adds and multiplies.';
const PLAIN_COLOR = 'Backgrounds have one colour; put pictures in <img> or <svg>.';

/** Functions that people reach for, and what to write instead. */
export const FUNCTION_ADVICE: Readonly<Record<string, string>> = {
  min: BOUNDS,
  max: BOUNDS,
  clamp: BOUNDS,
  minmax: 'Give the track a length, fr, auto, min-content or max-content.',
  'fit-content': 'Use width: fit-content with max-width.',
  counters: 'Use counter() for each level.',
  hwb: MIXED,
  lab: MIXED,
  lch: MIXED,
  oklab: MIXED,
  oklch: MIXED,
  color: MIXED,
  'color-mix': 'Write the colour that it gives.',
  cmyk: 'Documents are in sRGB; use rgb().',
  'device-cmyk': 'Documents are in sRGB; use rgb().',
  'linear-gradient': PLAIN_COLOR,
  'radial-gradient': PLAIN_COLOR,
  'conic-gradient': PLAIN_COLOR,
};

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
