import type { Color } from '../style.ts';

/** What a computed value may depend on beside its declaration; lengths in points. */
export interface ComputeContext {
  /** The element's own font size; the parent's while the font size itself is computed. */
  readonly fontSize: number;
  readonly rootFontSize: number;
  readonly parentFontWeight: number;
  readonly parentColor: Color;
}

/** What relative values refer to outside any document: initial values. */
export const INITIAL_CONTEXT: ComputeContext = {
  fontSize: 12,
  rootFontSize: 12,
  parentFontWeight: 400,
  parentColor: { red: 0, green: 0, blue: 0, alpha: 1 },
};

/** A parsed value: computed once per element style, when font sizes are known. */
export type Resolver<T> = (context: ComputeContext) => T;

/** The resolver of a value that depends on nothing. */
export function constant<T>(value: T): Resolver<T> {
  return () => value;
}
