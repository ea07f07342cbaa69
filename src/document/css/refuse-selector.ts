import type { CssNodePlain } from 'css-tree';
import { documentFaults } from '../faults.ts';
import { type CssSource, placeOf } from './css-source.ts';

/** The fault for a part of a selector. */
export function refuseSelector(node: CssNodePlain, source: CssSource, message: string, hint?: string): Error {
  return documentFaults.CSS_UNKNOWN_SELECTOR({
    message,
    place: placeOf(source, node),
    hint: hint === '' ? undefined : hint,
  });
}
