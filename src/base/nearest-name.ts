import { distance } from 'fastest-levenshtein';

/** Beyond this share of wrong letters a name is another name, not a slip. */
const LARGEST_SHARE_WRONG = 0.4;

/** The candidate that a misspelt name most likely meant, or null where none is near; ties go to the earlier one. */
export function findNearestName(name: string, candidates: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.ceil(name.length * LARGEST_SHARE_WRONG) + 1;
  for (const candidate of candidates) {
    const wrong = distance(name.toLowerCase(), candidate.toLowerCase());
    if (wrong < least) [nearest, least] = [candidate, wrong];
  }
  return nearest;
}
