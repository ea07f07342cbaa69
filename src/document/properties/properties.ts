import { BORDER_SHORTHANDS } from './border-shorthands.ts';
import { FLOW_SHORTHANDS } from './flow-shorthands.ts';
import { FONT_SHORTHANDS } from './font-shorthands.ts';
import { LONGHAND_NAMES, type LonghandName, longhandOf } from './longhands.ts';
import type { Shorthand } from './shorthand.ts';
import { SIDE_SHORTHANDS } from './side-shorthands.ts';

/** What a property name means. */
export type Property =
  | { readonly kind: 'longhand'; readonly name: LonghandName }
  | { readonly kind: 'shorthand'; readonly name: string; readonly shorthand: Shorthand };

/** One line of the documentation's table. */
export interface PropertyDescription {
  readonly name: string;
  readonly syntax: string;
  readonly inherited: boolean;
  readonly sets: readonly string[];
  readonly example: string;
  readonly doc: string;
}

const SHORTHANDS: Readonly<Record<string, Shorthand>> = {
  ...SIDE_SHORTHANDS,
  ...BORDER_SHORTHANDS,
  ...FONT_SHORTHANDS,
  ...FLOW_SHORTHANDS,
};

/** Other names for the same thing, from older and newer parts of CSS. */
const ALIASES: Readonly<Record<string, LonghandName>> = {
  'word-wrap': 'overflow-wrap',
  'page-break-before': 'break-before',
  'page-break-after': 'break-after',
  'page-break-inside': 'break-inside',
  'margin-block-start': 'margin-top',
  'margin-block-end': 'margin-bottom',
  'margin-inline-start': 'margin-left',
  'margin-inline-end': 'margin-right',
  'padding-block-start': 'padding-top',
  'padding-block-end': 'padding-bottom',
  'padding-inline-start': 'padding-left',
  'padding-inline-end': 'padding-right',
};

/** What people reach for that paper and this engine do without, and what to do instead. */
export const ADVICE: Readonly<Record<string, string>> = {
  float: 'Use display: flex.',
  clear: 'Use display: flex.',
  'background-image': 'Only background-color is drawn; put pictures in <img> or <svg>.',
  'box-shadow': 'Shadows do not print well; use a border or a background-color.',
  'text-shadow': 'Shadows do not print well.',
  transform: 'Give the element its place with margins or position.',
  opacity: 'Use a lighter colour.',
  outline: 'Use border.',
  'min-inline-size': 'Use min-width.',
  'inline-size': 'Use width.',
  'block-size': 'Use height.',
  'overflow-x': 'Use overflow.',
  'overflow-y': 'Use overflow.',
  'list-style-position': 'Markers always stand outside the text.',
  'object-fit': 'Give the picture a width or a height; the other follows.',
  columns: 'Use display: flex or grid.',
  'column-count': 'Use display: flex or grid.',
  'grid-template-areas': 'Place items with grid-column and grid-row.',
  'grid-area': 'Place items with grid-column and grid-row.',
  'grid-gap': 'Use gap.',
  'grid-auto-rows': 'Give grid-template-rows as many tracks as there are rows.',
  'grid-auto-flow': 'Place items with grid-column and grid-row.',
  'justify-items': 'Align the text in the items, or give them margins.',
  'justify-self': 'Give the item a width and margins.',
  'place-items': 'Use align-items.',
  'place-self': 'Use align-self.',
  'word-break': 'Use overflow-wrap: anywhere.',
  'text-overflow': 'Nothing is cut off here; let text wrap with overflow-wrap.',
  'text-align-last': 'The last line of justified text stands at the start.',
  'background-clip': 'The background fills the border box.',
  'aspect-ratio': 'Give the box a width and a height.',
  'font-stretch': 'Name the narrower family in font-family.',
  'font-variant-caps': 'Use text-transform: uppercase with a smaller font-size.',
  'border-image': 'Use border with a colour.',
  direction: 'Text runs from left to right.',
  'writing-mode': 'Text runs from left to right.',
  'print-color-adjust': 'Backgrounds are always printed.',
  '-webkit-print-color-adjust': 'Backgrounds are always printed.',
  cursor: 'Paper has no pointer.',
  transition: 'Paper does not move.',
  animation: 'Paper does not move.',
};

const PROPERTIES: ReadonlyMap<string, Property> = new Map<string, Property>([
  ...LONGHAND_NAMES.map((name): [string, Property] => [name, { kind: 'longhand', name }]),
  ...Object.entries(SHORTHANDS).map(([name, shorthand]): [string, Property] => [
    name,
    { kind: 'shorthand', name, shorthand },
  ]),
  ...Object.entries(ALIASES).map(([alias, name]): [string, Property] => [alias, { kind: 'longhand', name }]),
]);

/** Every property name that a style sheet may use. */
export const PROPERTY_NAMES: readonly string[] = [...PROPERTIES.keys()];

/** The property of a name, or undefined where the subset lacks it. */
export function propertyOf(name: string): Property | undefined {
  return PROPERTIES.get(name);
}

/** The whole property table as the documentation shows it. */
export function describeProperties(): readonly PropertyDescription[] {
  return [...PROPERTIES].map(([name, property]) => {
    if (property.kind === 'shorthand') {
      const { syntax, longhands, example, doc } = property.shorthand;
      return {
        name,
        syntax,
        inherited: longhands.every((set) => longhandOf(set).inherited),
        sets: longhands,
        example,
        doc,
      };
    }
    const { value, inherited, example, doc } = longhandOf(property.name);
    return { name, syntax: value.syntax, inherited, sets: [property.name], example, doc };
  });
}
