/** What a computed value may depend on beside its declaration; lengths in points. */
export interface ComputeContext {
  /** The element's own font size; the parent's while the font size itself is computed. */
  readonly fontSize: number;
  readonly rootFontSize: number;
  readonly parentFontWeight: number;
}

/** A parsed value: computed once per element style, when font sizes are known. */
export type Resolver<T> = (context: ComputeContext) => T;

/** The resolver of a value that depends on nothing. */
export function constant<T>(value: T): Resolver<T> {
  return () => value;
}
