import type { Place } from '../../base/index.ts';

/**
 * One component of a property's value (CSS Syntax 3 §5.4.7), as the parser hands it to the property table: words keep
 * their case, units and function names are in lower case, numbers are numbers.
 */
export type Component =
  | { readonly kind: 'word'; readonly word: string; readonly place: Place }
  | { readonly kind: 'number'; readonly value: number; readonly place: Place }
  | { readonly kind: 'percentage'; readonly value: number; readonly place: Place }
  | { readonly kind: 'dimension'; readonly value: number; readonly unit: string; readonly place: Place }
  | { readonly kind: 'string'; readonly text: string; readonly place: Place }
  | { readonly kind: 'url'; readonly url: string; readonly place: Place }
  /** A `#…` colour, without the sign. */
  | { readonly kind: 'hash'; readonly digits: string; readonly place: Place }
  /** A comma, slash, or sign of arithmetic. */
  | { readonly kind: 'delimiter'; readonly sign: string; readonly place: Place }
  /** A function, or with an empty name a pair of parentheses. */
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly inside: readonly Component[];
      readonly place: Place;
    };

/** Longer values are cut in messages. */
const MAX_WRITTEN_CHARACTERS = 80;

/** A component as a designer would recognise it in a message. */
export function writeComponent(component: Component): string {
  const written = writeWhole(component);
  return written.length <= MAX_WRITTEN_CHARACTERS ? written : `${written.slice(0, MAX_WRITTEN_CHARACTERS)}…`;
}

function writeWhole(component: Component): string {
  switch (component.kind) {
    case 'word':
      return component.word;
    case 'number':
      return String(component.value);
    case 'percentage':
      return `${component.value}%`;
    case 'dimension':
      return `${component.value}${component.unit}`;
    case 'string':
      return `"${component.text}"`;
    case 'url':
      return `url(${component.url})`;
    case 'hash':
      return `#${component.digits}`;
    case 'delimiter':
      return component.sign;
    case 'function':
      return `${component.name}(${component.inside.map(writeComponent).join(' ').replaceAll(' ,', ',')})`;
  }
}
