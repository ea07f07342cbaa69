import { distance } from 'fastest-levenshtein';

/** The candidate that `name` is most likely a slip of: at most a third of its letters differ. Null where none is near. */
function nearestName(name: string, candidates: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.max(1, Math.ceil(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(name.toLowerCase(), candidate);
    if (edits < least) {
      nearest = candidate;
      least = edits;
    }
  }
  return nearest;
}

/** A hint that names the nearest thing that works where there is one, and always where to read on. */
export function didYouMean(name: string, candidates: Iterable<string>, readOn: string): string {
  const nearest = nearestName(name, candidates);
  return nearest === null ? readOn : `Did you mean "${nearest}"? ${readOn}`.trimEnd();
}
