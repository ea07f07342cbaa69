import type { JoinPart } from './find-joins.ts';
import type { ShapedGlyphs } from './layout-text.ts';

/** Characters that are learnt, the last index kept for the end of a text. Nordic documents use about 150. */
const MAX_CHARACTERS = 511;
/** Below this, code points are looked up in an array: Latin, punctuation, currencies, arrows, mathematical signs. */
const DIRECT_CODE_POINTS = 0x2300;

/** Index of the end of a text, which is what the last character of a text has on its right. */
const END = MAX_CHARACTERS;
/** Instead of a character's index. */
const NOT_PLAIN = -1;
const NOT_SEEN = -2;
/** Instead of a kerning value; no font kerns that far. */
const NOT_LEARNT = -32768;
const JOINED = -32767;

/** A character that stands for itself: one glyph whatever its neighbours are. */
interface PlainCharacter {
  readonly part: JoinPart;
  readonly codePoints: readonly number[];
  /** Glyph and advance are set with the first kerning value. */
  glyph: number;
  nominalAdvance: number;
  /** By the index of the right neighbour, in font units. */
  readonly kerning: Int16Array;
}

/** The glyphs and pair kerning of plain characters, as far as they have been learnt. */
export class PlainCharacters {
  /** The part that a character has in joins; null for one that is never plain. */
  readonly #readPart: (codePoint: number) => JoinPart | null;
  readonly #characters: PlainCharacter[] = [];
  readonly #indexes = new Int16Array(DIRECT_CODE_POINTS).fill(NOT_SEEN);

  constructor(readPart: (codePoint: number) => JoinPart | null) {
    this.#readPart = readPart;
  }

  /** Index of a character, for the other methods; null for one that is not plain. */
  toIndex(codePoint: number): number | null {
    const known = this.#indexes[codePoint] ?? NOT_PLAIN;
    if (known !== NOT_SEEN) return known === NOT_PLAIN ? null : known;
    const part = this.#characters.length < MAX_CHARACTERS ? this.#readPart(codePoint) : null;
    if (part === null) {
      this.#indexes[codePoint] = NOT_PLAIN;
      return null;
    }
    const kerning = new Int16Array(MAX_CHARACTERS + 1).fill(NOT_LEARNT);
    const index = this.#characters.push({ part, codePoints: [codePoint], glyph: 0, nominalAdvance: 0, kerning }) - 1;
    this.#indexes[codePoint] = index;
    return index;
  }

  /** Whether every character of a text has been met and is plain. */
  hasAll(text: string): boolean {
    for (let i = 0; i < text.length; i++) if ((this.#indexes[text.charCodeAt(i)] ?? NOT_PLAIN) < 0) return false;
    return true;
  }

  /** How far the join of two neighbours reaches; null where they only kern. */
  readReach(leftIndex: number, rightIndex: number): number | null {
    const left = this.#characters[leftIndex];
    const right = this.#characters[rightIndex];
    if (left === undefined || right === undefined) return null;
    const known = left.kerning[rightIndex];
    if (known !== NOT_LEARNT && known !== JOINED) return null;
    let reach: number | null = null;
    for (const [id, reachOfJoin] of left.part.opens) {
      if (right.part.closes.has(id)) reach = Math.max(reach ?? 0, reachOfJoin);
    }
    if (reach !== null) left.kerning[rightIndex] = JOINED;
    return reach;
  }

  /** Takes glyphs and kerning over from the layout of a text without joins. */
  learn(indexes: readonly number[], shaped: ShapedGlyphs): void {
    for (const [i, index] of indexes.entries()) {
      const character = this.#characters[index];
      if (character === undefined) continue;
      character.glyph = shaped.glyphs[i] ?? 0;
      character.nominalAdvance = shaped.nominalAdvances[i] ?? 0;
      character.kerning[indexes[i + 1] ?? END] = (shaped.advances[i] ?? 0) - character.nominalAdvance;
    }
  }

  /** The glyphs of a text, or null as soon as a character or a pair has not been learnt or joins. */
  shape(text: string): ShapedGlyphs | null {
    const { length } = text;
    const glyphs = new Array<number>(length);
    const codePoints = new Array<readonly number[]>(length);
    const nominalAdvances = new Array<number>(length);
    const advances = new Array<number>(length);
    let left = this.#characters[this.#indexes[text.charCodeAt(0)] ?? NOT_PLAIN];
    for (let i = 0; i < length; i++) {
      const right = i + 1 < length ? (this.#indexes[text.charCodeAt(i + 1)] ?? NOT_PLAIN) : END;
      const kerning = left?.kerning[right] ?? NOT_LEARNT;
      if (left === undefined || kerning <= JOINED) return null;
      glyphs[i] = left.glyph;
      codePoints[i] = left.codePoints;
      nominalAdvances[i] = left.nominalAdvance;
      advances[i] = left.nominalAdvance + kerning;
      left = this.#characters[right];
    }
    return { glyphs, codePoints, nominalAdvances, advances, offsets: null };
  }
}
