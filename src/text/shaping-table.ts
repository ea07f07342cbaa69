import type { Font } from 'fontkit';
import { isPlain } from './characters.ts';
import { findJoins, type Joins } from './find-joins.ts';
import { layoutText, type ShapedGlyphs } from './layout-text.ts';

/** Characters one table learns; text beyond takes the long way. Nordic documents use about 150. */
const MAX_CHARACTERS = 512;
/** Stretches of joined characters one table remembers. */
const MAX_STRETCHES = 4096;
/** Code points in one stretch; longer ones are cut, which costs at most a ligature at the cut. */
const MAX_STRETCH_LENGTH = 256;

/** Marks in the tables of what has been learnt. Kerning lies within 16 bits, and its extremes are free for these. */
const NOT_LEARNT = -32768;
const JOINED = -32767;
const NOT_PLAIN = -1;

/** A character that stands for itself: one glyph, one advance, no move. */
interface PlainCharacter {
  readonly glyph: number;
  readonly forms: readonly number[];
  readonly codePoints: readonly number[];
  readonly nominalAdvance: number;
  readonly advance: number;
}

/**
 * Shapes text in one face with one set of features, with the same result as fontkit's layout. What a character and a
 * pair of characters look like is learnt from fontkit once; stretches whose characters influence each other further
 * (ligatures, marks, contextual forms) are handed to fontkit with one neighbour on either side and remembered.
 */
export class ShapingTable {
  readonly #font: Font;
  readonly #features: Readonly<Record<string, boolean>>;
  readonly #joins: Joins;
  readonly #characters: PlainCharacter[] = [];
  readonly #indexes = new Map<number, number>();
  /** `#kerning[left][right]` in font units, or one of the marks above. */
  readonly #kerning: Int16Array[] = [];
  readonly #stretches = new Map<string, ShapedGlyphs>();

  constructor(font: Font, features: Readonly<Record<string, boolean>>) {
    this.#font = font;
    this.#features = features;
    this.#joins = findJoins(font, features);
  }

  shape(codePoints: readonly number[]): ShapedGlyphs {
    const indexes = codePoints.map((codePoint) => this.#toIndex(codePoint));
    const kerning = new Array<number>(indexes.length).fill(0);
    const isPlainText = this.#readKerning(indexes, kerning);
    if (isPlainText) return this.#toPlainGlyphs(indexes, kerning);
    return this.#toGlyphs(codePoints, indexes, kerning);
  }

  /** Fills in the kerning after each character; false as soon as one of them needs more. */
  #readKerning(indexes: readonly number[], kerning: number[]): boolean {
    let isPlainText = true;
    let left = indexes[0] ?? NOT_PLAIN;
    for (let i = 0; i < indexes.length; i++) {
      const right = indexes[i + 1] ?? NOT_PLAIN;
      kerning[i] = left === NOT_PLAIN ? JOINED : i + 1 === indexes.length ? 0 : this.#toKerning(left, right);
      isPlainText &&= kerning[i] !== JOINED;
      left = right;
    }
    return isPlainText;
  }

  #toPlainGlyphs(indexes: readonly number[], kerning: readonly number[]): ShapedGlyphs {
    const out = new GlyphCollector();
    for (let i = 0; i < indexes.length; i++) out.addCharacter(this.#characters[indexes[i] ?? 0], kerning[i] ?? 0);
    return out.finish();
  }

  #toGlyphs(codePoints: readonly number[], indexes: readonly number[], kerning: readonly number[]): ShapedGlyphs {
    const isJoined = this.#markStretches(codePoints, indexes, kerning);
    const out = new GlyphCollector();
    for (let i = 0; i < indexes.length; ) {
      if (!isJoined[i]) {
        out.addCharacter(this.#characters[indexes[i] ?? 0], kerning[i] ?? 0);
        i++;
        continue;
      }
      let end = i + 1;
      while (isJoined[end] && end - i < MAX_STRETCH_LENGTH) end++;
      const before = i > 0 && !isJoined[i - 1] ? 1 : 0;
      const after = end < indexes.length && !isJoined[end] ? 1 : 0;
      out.addStretch(this.#shapeStretch(codePoints.slice(i - before, end + after)), before, after);
      i = end;
    }
    return out.finish();
  }

  /** True for every character whose look depends on more than itself and its pairs. */
  #markStretches(codePoints: readonly number[], indexes: readonly number[], kerning: readonly number[]): boolean[] {
    const isJoined = new Array<boolean>(indexes.length).fill(false);
    for (let i = 0; i < indexes.length; i++) {
      if (indexes[i] === NOT_PLAIN) {
        // What makes the character special may reach far, such as a fraction slash to its digits: take the whole word.
        let start = i;
        while (start > 0 && codePoints[start - 1] !== 0x20 && !isJoined[start - 1]) start--;
        isJoined.fill(true, start, i);
        for (; i < indexes.length && codePoints[i] !== 0x20; i++) isJoined[i] = true;
        if (i < indexes.length && indexes[i] === NOT_PLAIN) isJoined[i] = true;
      } else if (kerning[i] === JOINED) {
        isJoined[i] = true;
        isJoined[i + 1] = true;
      }
    }
    return isJoined;
  }

  #shapeStretch(codePoints: readonly number[]): ShapedGlyphs {
    const text = String.fromCodePoint(...codePoints);
    const known = this.#stretches.get(text);
    if (known !== undefined) return known;
    const shaped = layoutText(this.#font, text, this.#features, codePoints.every(isPlain) ? 'latn' : null);
    if (this.#stretches.size >= MAX_STRETCHES) this.#stretches.clear();
    this.#stretches.set(text, shaped);
    return shaped;
  }

  #toIndex(codePoint: number): number {
    const known = this.#indexes.get(codePoint);
    if (known !== undefined) return known;
    if (this.#characters.length >= MAX_CHARACTERS) return NOT_PLAIN;
    const character = this.#learnCharacter(codePoint);
    const index = character === null ? NOT_PLAIN : this.#characters.push(character) - 1;
    this.#indexes.set(codePoint, index);
    if (character !== null) this.#kerning.push(new Int16Array(MAX_CHARACTERS).fill(NOT_LEARNT));
    return index;
  }

  #learnCharacter(codePoint: number): PlainCharacter | null {
    if (!isPlain(codePoint)) return null;
    const shaped = layoutText(this.#font, String.fromCodePoint(codePoint), this.#features, 'latn');
    const [glyph, more] = shaped.glyphs;
    const nominalAdvance = shaped.nominalAdvances[0] ?? 0;
    const advance = shaped.advances[0] ?? 0;
    // Without an advance of its own it is a mark to the font, whatever Unicode says.
    if (glyph === undefined || more !== undefined || advance === 0 || shaped.offsets !== null) return null;
    const first = this.#font.glyphForCodePoint(codePoint).id;
    const forms = [...new Set([...this.#joins.toForms(first), glyph])];
    return { glyph, forms, codePoints: [codePoint], nominalAdvance, advance };
  }

  #toKerning(left: number, right: number): number {
    if (right === NOT_PLAIN) return JOINED;
    const row = this.#kerning[left];
    const known = row?.[right] ?? NOT_LEARNT;
    if (known !== NOT_LEARNT) return known;
    const learnt = this.#learnKerning(left, right);
    row?.fill(learnt, right, right + 1);
    return learnt;
  }

  #learnKerning(leftIndex: number, rightIndex: number): number {
    const left = this.#characters[leftIndex];
    const right = this.#characters[rightIndex];
    if (left === undefined || right === undefined || this.#joins.areJoined(left.forms, right.forms)) return JOINED;
    const text = String.fromCodePoint(...left.codePoints, ...right.codePoints);
    const { glyphs, advances, offsets } = layoutText(this.#font, text, this.#features, 'latn');
    const isPair = glyphs.length === 2 && glyphs[0] === left.glyph && glyphs[1] === right.glyph;
    if (!isPair || advances[1] !== right.advance || offsets !== null) return JOINED;
    const kerning = (advances[0] ?? 0) - left.advance;
    return Number.isInteger(kerning) && Math.abs(kerning) < -JOINED ? kerning : JOINED;
  }
}

/** Gathers the glyphs of a text from characters and stretches. */
class GlyphCollector {
  readonly #glyphs: number[] = [];
  readonly #codePoints: (readonly number[])[] = [];
  readonly #nominalAdvances: number[] = [];
  readonly #advances: number[] = [];
  #offsets: { x: number; y: number }[] | null = null;

  addCharacter(character: PlainCharacter | undefined, kerning: number): void {
    if (character === undefined) return;
    this.#glyphs.push(character.glyph);
    this.#codePoints.push(character.codePoints);
    this.#nominalAdvances.push(character.nominalAdvance);
    this.#advances.push(character.advance + kerning);
    this.#offsets?.push({ x: 0, y: 0 });
  }

  /** The first `before` and last `after` glyphs are neighbours, there for their kerning only. */
  addStretch(shaped: ShapedGlyphs, before: number, after: number): void {
    // The neighbour on the left is in already; what it needs to know is its kerning with the stretch.
    if (before > 0) this.#advances[this.#advances.length - 1] = shaped.advances[0] ?? 0;
    const end = shaped.glyphs.length - after;
    if (shaped.offsets !== null) this.#offsets ??= this.#glyphs.map(() => ({ x: 0, y: 0 }));
    for (let i = before; i < end; i++) {
      this.#glyphs.push(shaped.glyphs[i] ?? 0);
      this.#codePoints.push(shaped.codePoints[i] ?? []);
      this.#nominalAdvances.push(shaped.nominalAdvances[i] ?? 0);
      this.#advances.push(shaped.advances[i] ?? 0);
      this.#offsets?.push(shaped.offsets?.[i] ?? { x: 0, y: 0 });
    }
  }

  finish(): ShapedGlyphs {
    return {
      glyphs: this.#glyphs,
      codePoints: this.#codePoints,
      nominalAdvances: this.#nominalAdvances,
      advances: this.#advances,
      offsets: this.#offsets,
    };
  }
}
