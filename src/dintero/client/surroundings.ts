import { sleep } from './deadline.ts';
import type { LookUp } from './fetch-file.ts';

/** The world as the client sees it; a test hands in its own. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Waits, or throws the signal's reason. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Resolves the host of a file; null for the system's own way. */
  readonly lookUp: LookUp | null;
}

/** The real world, where the caller hands in nothing else. */
export function toSurroundings(
  given: { readonly [Part in keyof Surroundings]?: Surroundings[Part] | undefined },
): Surroundings {
  return {
    fetch: given.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: given.clock ?? Date.now,
    sleep: given.sleep ?? sleep,
    random: given.random ?? Math.random,
    lookUp: given.lookUp ?? null,
  };
}
