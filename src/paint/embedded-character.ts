/** A glyph of an embedded face, standing for one text. */
export interface EmbeddedCharacter {
  readonly glyph: number;
  readonly codePoints: readonly number[];
  /** In font units. */
  readonly nominalAdvance: number;
}

/** Tells characters of a face apart; printable. */
export function toCharacterKey({ glyph, codePoints }: EmbeddedCharacter): string {
  return `${glyph}=${codePoints.join('+')}`;
}

/** By glyph, then by text: an order that does not depend on where a document uses them. */
export function compareCharacters(a: EmbeddedCharacter, b: EmbeddedCharacter): number {
  if (a.glyph !== b.glyph) return a.glyph - b.glyph;
  const length = Math.min(a.codePoints.length, b.codePoints.length);
  for (let i = 0; i < length; i++) {
    const difference = (a.codePoints[i] ?? 0) - (b.codePoints[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.codePoints.length - b.codePoints.length;
}

/** Whether two lists of code points are the same text. */
export function isSameText(a: readonly number[], b: readonly number[]): boolean {
  // Mostly one list: shaping hands out the same one for every use of a character.
  return a === b || (a.length === b.length && a.every((codePoint, index) => codePoint === b[index]));
}
