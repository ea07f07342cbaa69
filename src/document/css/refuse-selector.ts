import type { CssNodePlain } from 'css-tree';
import { documentFaults } from '../faults.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';

/** The fault for a part of a selector. */
export function refuseSelector(node: CssNodePlain, source: CssSource, message: string, hint?: string): Error {
  return documentFaults.CSS_UNKNOWN_SELECTOR({
    message,
    place: placeOf(source, node),
    hint: hint === '' ? undefined : hint,
  });
}
