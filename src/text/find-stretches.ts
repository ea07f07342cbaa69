/** What stands between characters of a text: nothing but kerning, or a join. */
export interface TextJoins {
  readonly length: number;
  /** Whether the character at an index is a space. */
  isSpace(index: number): boolean;
  /** Whether the character at an index stands for itself: one glyph, unless a join takes it in. */
  isPlain(index: number): boolean;
  /**
   * How many glyphs to either side a join of the characters at `index` and `index + 1` looks at; null where these do
   * not join.
   */
  readReach(index: number): number | null;
}

/** How far a character that is not plain may reach within its word: marks to their base, a fraction slash to its digits. */
const MAX_WORD_REACH = 32;

/**
 * Finds the characters of a text whose glyphs depend on more than themselves: true for each of them. Neighbouring ones
 * belong together. Linear in the length of the text.
 */
export function findStretches(text: TextJoins): readonly boolean[] {
  const reaches = Array.from({ length: text.length }, (_, i) => (i + 1 < text.length ? text.readReach(i) : null));
  const lone = findLoneCharacters(text, reaches);
  // Each stretch adds one where it begins and takes it off behind its end; what sums up above zero is covered.
  const borders = new Int32Array(text.length + 1);
  const cover = (from: number, to: number): void => {
    borders[from] = (borders[from] ?? 0) + 1;
    borders[to + 1] = (borders[to + 1] ?? 0) - 1;
  };
  for (const [i, reach] of reaches.entries()) {
    if (!text.isPlain(i)) cover(findWordStart(text, i), findWordEnd(text, i));
    if (reach !== null) cover(lone.before(i, reach), lone.after(i + 1, reach));
  }
  let depth = 0;
  return reaches.map((_, i) => {
    depth += borders[i] ?? 0;
    return depth > 0;
  });
}

/**
 * Rules count glyphs, and a join may make one glyph of several characters. Only characters outside of all joins are sure
 * to count as one, so a reach is measured in these.
 */
function findLoneCharacters(text: TextJoins, reaches: readonly (number | null)[]) {
  const positions: number[] = [];
  /** How many lone characters stand before each index. */
  const counts: number[] = [];
  for (const [i, reach] of reaches.entries()) {
    counts.push(positions.length);
    const isJoined = reach !== null || (i > 0 && reaches[i - 1] !== null) || !text.isPlain(i);
    if (!isJoined) positions.push(i);
  }
  return {
    /** Index of the `reach`th lone character before `index`, or of the beginning. */
    before: (index: number, reach: number): number =>
      reach === 0 ? index : (positions[(counts[index] ?? 0) - reach] ?? 0),
    /** Index of the `reach`th lone character after `index`, or of the end. */
    after: (index: number, reach: number): number =>
      reach === 0 ? index : (positions[(counts[index] ?? 0) + reach - 1] ?? text.length - 1),
  };
}

function findWordStart(text: TextJoins, index: number): number {
  let start = index;
  while (start > 0 && index - start < MAX_WORD_REACH && !text.isSpace(start - 1)) start--;
  return start;
}

function findWordEnd(text: TextJoins, index: number): number {
  let end = index;
  while (end + 1 < text.length && end - index < MAX_WORD_REACH && !text.isSpace(end + 1)) end++;
  return end;
}
