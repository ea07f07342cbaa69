import type { Replacement } from './glyph-rules.ts';

/** What each glyph may turn into in one step. */
export type GlyphSuccessors = ReadonlyMap<number, readonly number[]>;

export function toSuccessors(replacements: readonly Replacement[]): GlyphSuccessors {
  const successors = new Map<number, number[]>();
  for (const { from, to } of replacements) {
    const known = successors.get(from);
    if (known === undefined) successors.set(from, [to]);
    else known.push(to);
  }
  return successors;
}

/** What a glyph may turn into in any number of steps; the glyph itself only if it can come back. */
export function toReachable(glyph: number, successors: GlyphSuccessors): ReadonlySet<number> {
  const reached = new Set(successors.get(glyph));
  // A set visits what is added to it while it is walked.
  for (const from of reached) for (const to of successors.get(from) ?? []) reached.add(to);
  return reached;
}
