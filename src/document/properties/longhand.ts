import type { ValueSyntax } from '../values/value-syntax.ts';

/** One property that is not made of others. `T` is its computed value. */
export interface Longhand<T> {
  readonly inherited: boolean;
  readonly initial: T;
  readonly value: ValueSyntax<T>;
  /** One line for the documentation. */
  readonly doc: string;
  /** A value as a designer writes it; the tests parse it. */
  readonly example: string;
}

/** A longhand whose value passes from parent to child. */
export function inherited<T>(initial: T, value: ValueSyntax<T>, example: string, doc: string): Longhand<T> {
  return { inherited: true, initial, value, doc, example };
}

/** A longhand that each element has for itself. */
export function own<T>(initial: T, value: ValueSyntax<T>, example: string, doc: string): Longhand<T> {
  return { inherited: false, initial, value, doc, example };
}
