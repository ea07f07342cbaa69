import type { Resolver } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { LonghandName, Values } from './longhands.ts';

/** What a shorthand says of its longhands; those it leaves out get their initial value. */
export type Expansion = { readonly [N in LonghandName]?: Resolver<Values[N]> | undefined };

/** A property that sets several longhands at once. */
export interface Shorthand {
  /** Everything that it sets or resets. */
  readonly longhands: readonly LonghandName[];
  readonly syntax: string;
  readonly words: readonly string[];
  /** Takes the value; null, with the reader anywhere, if it is not one. */
  readonly read: (reader: ValueReader) => Expansion | null;
  readonly doc: string;
  readonly example: string;
}

/** Runs the readers in any order, each at most once, until none fits; false if none ever did. */
export function readInAnyOrder(readers: readonly (() => boolean)[]): boolean {
  const left = new Set(readers);
  const before = left.size;
  for (let found = true; found; ) {
    found = false;
    for (const read of left) {
      if (!read()) continue;
      left.delete(read);
      found = true;
      break;
    }
  }
  return left.size < before;
}
