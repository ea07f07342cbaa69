import type { Font } from 'fontkit';
import { isOtherScript, isPlain, toCharacterName } from './characters.ts';
import { composeText, toCodePoints } from './clusters.ts';
import { textFaults } from './faults.ts';
import { findJoins, type JoinPart, type Joins } from './find-joins.ts';
import { findStretches } from './find-stretches.ts';
import { blameFont } from './font-defect.ts';
import type { FontRules } from './font-rules.ts';
import { GlyphCollector } from './glyph-collector.ts';
import { layoutText, type ShapedGlyphs } from './layout-text.ts';
import { RecentMap } from './recent-map.ts';

/** Characters that one table learns, the last index kept for the end of a text. Nordic documents use about 150. */
const MAX_CHARACTERS = 511;
/** Texts with joined characters that one table remembers at least, and as many stretches. */
const REMEMBERED_TEXTS = 512;
/** Code points handed to fontkit at once, neighbours aside. A longer joined stretch is cut, at the cost of a join there. */
const MAX_LAYOUT_LENGTH = 128;
/** Below this, code points are looked up in an array: Latin, punctuation, currencies, arrows, mathematical signs. */
const DIRECT_CODE_POINTS = 0x2300;

const SPACE = 0x20;

/** Index of the end of a text, which is what the last character of a text has on its right. */
const END = MAX_CHARACTERS;
/** Instead of a character's index. */
const NOT_PLAIN = -1;
const NOT_SEEN = -2;
/** Instead of a kerning value; fonts cannot hold these two, for advances would turn negative. */
const NOT_LEARNT = -32768;
const JOINED = -32767;

/** A character that stands for itself: one glyph whatever its neighbours are. */
interface PlainCharacter {
  readonly part: JoinPart;
  readonly codePoints: readonly number[];
  /** Undefined until a text with the character has been laid out. */
  glyph: number;
  nominalAdvance: number;
  /** By the index of the right neighbour, in font units. */
  readonly kerning: Int16Array;
}

/** What all tables of one face share. */
export interface ShapingSource {
  readonly faceId: string;
  readonly font: Font;
  readonly rules: FontRules;
  readonly hasGlyph: (codePoint: number) => boolean;
}

/** The glyphs of a text with the text that they print: without invisible characters, composed as the face has it. */
export interface ShapedText extends ShapedGlyphs {
  readonly text: string;
}

/**
 * Shapes text in one face with one set of features, with the same result as fontkit's layout of it as Latin text.
 *
 * Glyphs and pair kerning are learnt from whole texts as they come by, and later texts of learnt pairs need no layout.
 * Stretches whose characters influence each other further (ligatures, marks, contextual forms) are laid out together
 * with one neighbour on either side, and remembered. Which these are is read from the font's rules, not guessed from
 * results, so that what was learnt earlier never changes what comes later.
 */
export class ShapingTable {
  readonly #faceId: string;
  readonly #font: Font;
  readonly #hasGlyph: (codePoint: number) => boolean;
  readonly #features: Readonly<Record<string, boolean>>;
  readonly #joins: Joins;
  readonly #characters: PlainCharacter[] = [];
  readonly #directIndexes = new Int16Array(DIRECT_CODE_POINTS).fill(NOT_SEEN);
  readonly #remembered = new RecentMap<ShapedText>(REMEMBERED_TEXTS);
  readonly #stretches = new RecentMap<ShapedGlyphs>(REMEMBERED_TEXTS);

  constructor(source: ShapingSource, features: Readonly<Record<string, boolean>>) {
    this.#faceId = source.faceId;
    this.#font = source.font;
    this.#hasGlyph = source.hasGlyph;
    this.#features = features;
    this.#joins = blameFont(source.faceId, () => findJoins(source.rules, features));
  }

  /** GLYPH_MISSING for a character that the face cannot print. */
  shape(text: string): ShapedText {
    const known = this.#shapeLearnt(text) ?? this.#remembered.get(text);
    if (known !== undefined) return known;
    const printed = this.#toPrintedText(text);
    const shaped = { text: printed, ...blameFont(this.#faceId, () => this.#shapeAnew(toCodePoints(printed))) };
    if (text.length <= MAX_LAYOUT_LENGTH) this.#remembered.set(text, shaped);
    return shaped;
  }

  /** The short way: null as soon as a character or a pair is new or needs more than the table. */
  #shapeLearnt(text: string): ShapedText | null {
    const { length } = text;
    const glyphs = new Array<number>(length);
    const codePoints = new Array<readonly number[]>(length);
    const nominalAdvances = new Array<number>(length);
    const advances = new Array<number>(length);
    let left = this.#findCharacter(text.charCodeAt(0));
    for (let i = 0; i < length; i++) {
      const right = i + 1 < length ? (this.#directIndexes[text.charCodeAt(i + 1)] ?? NOT_PLAIN) : END;
      const kerning = left?.kerning[right] ?? NOT_LEARNT;
      if (left === undefined || kerning <= JOINED) return null;
      glyphs[i] = left.glyph;
      codePoints[i] = left.codePoints;
      nominalAdvances[i] = left.nominalAdvance;
      advances[i] = left.nominalAdvance + kerning;
      left = this.#characters[right];
    }
    return { text, glyphs, codePoints, nominalAdvances, advances, offsets: null };
  }

  #findCharacter(codePoint: number): PlainCharacter | undefined {
    return this.#characters[this.#directIndexes[codePoint] ?? NOT_PLAIN];
  }

  #toPrintedText(text: string): string {
    if (this.#isPlain(text)) return text;
    const composed = composeText(text, this.#hasGlyph);
    if (typeof composed === 'string') return composed;
    const name = composed.map(toCharacterName).join(' with ');
    const message = `Unexpected character ${name} in "${text}", expected one that ${this.#faceId} has`;
    throw textFaults.GLYPH_MISSING({ message });
  }

  #isPlain(text: string): boolean {
    for (let i = 0; i < text.length; i++) if ((this.#directIndexes[text.charCodeAt(i)] ?? NOT_PLAIN) < 0) return false;
    return true;
  }

  /** The long way: finds the stretches, learns what lies between them, and puts the two together. */
  #shapeAnew(codePoints: readonly number[]): ShapedGlyphs {
    const indexes = codePoints.map((codePoint) => this.#toIndex(codePoint));
    const isJoined = findStretches({
      length: codePoints.length,
      isSpace: (i) => codePoints[i] === SPACE,
      isPlain: (i) => indexes[i] !== NOT_PLAIN,
      readReach: (i) => this.#readReach(indexes[i] ?? NOT_PLAIN, indexes[i + 1] ?? NOT_PLAIN),
    });
    const out = new GlyphCollector();
    for (let start = 0; start < codePoints.length; ) {
      const joined = isJoined[start];
      let end = start + 1;
      while (end < codePoints.length && isJoined[end] === joined && end - start < MAX_LAYOUT_LENGTH) end++;
      if (joined) {
        const before = start > 0 && !isJoined[start - 1] ? 1 : 0;
        const after = end < codePoints.length && !isJoined[end] ? 1 : 0;
        out.addStretch(this.#layoutStretch(codePoints.slice(start - before, end + after)), before, after);
      } else {
        // One more on the right where the plain text was cut only for its length: kerning at the cut counts too.
        const after = end < codePoints.length && !isJoined[end] ? 1 : 0;
        this.#addPlainText(out, codePoints.slice(start, end + after), indexes.slice(start, end + after), after);
      }
      start = end;
    }
    return out.finish();
  }

  #toIndex(codePoint: number): number {
    const known = this.#directIndexes[codePoint] ?? NOT_PLAIN;
    if (known !== NOT_SEEN) return known;
    const character = this.#characters.length < MAX_CHARACTERS ? this.#toPlainCharacter(codePoint) : null;
    const index = character === null ? NOT_PLAIN : this.#characters.push(character) - 1;
    this.#directIndexes[codePoint] = index;
    return index;
  }

  #toPlainCharacter(codePoint: number): PlainCharacter | null {
    if (!isPlain(codePoint)) return null;
    const first = this.#font.glyphForCodePoint(codePoint);
    const part = this.#joins.toPart(first.id);
    // Without an advance of its own it is a mark to the font, whatever Unicode says.
    if (first.advanceWidth === 0 || !part.staysSingle) return null;
    const kerning = new Int16Array(MAX_CHARACTERS + 1).fill(NOT_LEARNT);
    return { part, codePoints: [codePoint], glyph: 0, nominalAdvance: 0, kerning };
  }

  /** How far the join of two neighbours reaches, null where they only kern. */
  #readReach(leftIndex: number, rightIndex: number): number | null {
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

  #layoutStretch(codePoints: readonly number[]): ShapedGlyphs {
    const text = String.fromCodePoint(...codePoints);
    const known = this.#stretches.get(text);
    if (known !== undefined) return known;
    const shaped = layoutText(this.#font, text, this.#features, codePoints.some(isOtherScript) ? null : 'latn');
    this.#stretches.set(text, shaped);
    return shaped;
  }

  /** Adds a text without joined characters. What the table lacks is laid out and learnt first. */
  #addPlainText(out: GlyphCollector, codePoints: readonly number[], indexes: readonly number[], after: 0 | 1): void {
    const characters = indexes.flatMap((index) => this.#characters[index] ?? []);
    if (characters.some(({ kerning }, i) => kerning[indexes[i + 1] ?? END] === NOT_LEARNT)) {
      const shaped = layoutText(this.#font, String.fromCodePoint(...codePoints), this.#features, 'latn');
      if (!isOneToOne(shaped, characters)) {
        out.addStretch(shaped, 0, after);
        return;
      }
      for (const [i, character] of characters.entries()) learnCharacter(character, indexes[i + 1] ?? END, shaped, i);
    }
    for (const [i, character] of characters.slice(0, characters.length - after).entries()) {
      const { glyph, nominalAdvance, kerning } = character;
      out.addGlyph(glyph, character.codePoints, nominalAdvance, nominalAdvance + (kerning[indexes[i + 1] ?? END] ?? 0));
    }
  }
}

/** Always, unless the font does what its rules do not show. Such text is laid out each time. */
function isOneToOne(shaped: ShapedGlyphs, characters: readonly PlainCharacter[]): boolean {
  return shaped.glyphs.length === characters.length && shaped.offsets === null;
}

function learnCharacter(character: PlainCharacter, right: number, shaped: ShapedGlyphs, i: number): void {
  const nominalAdvance = shaped.nominalAdvances[i] ?? 0;
  character.glyph = shaped.glyphs[i] ?? 0;
  character.nominalAdvance = nominalAdvance;
  character.kerning[right] = (shaped.advances[i] ?? 0) - nominalAdvance;
}
