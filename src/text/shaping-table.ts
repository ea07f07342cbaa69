import type { Font } from 'fontkit';
import { RecentMap } from '../base/index.ts';
import { isOtherScript, isPlain, toCharacterName } from './characters.ts';
import { composeText, toCodePoints } from './clusters.ts';
import { textFaults } from './faults.ts';
import { findJoins, type JoinPart, type Joins } from './find-joins.ts';
import { findStretches } from './find-stretches.ts';
import { blameFont } from './font-defect.ts';
import type { FontRules } from './font-rules.ts';
import { GlyphCollector } from './glyph-collector.ts';
import { layoutText, type ShapedGlyphs } from './layout-text.ts';
import { PlainCharacters } from './plain-characters.ts';

/** Texts with joined characters that one table remembers at least, and as many stretches. */
const REMEMBERED_TEXTS = 512;
/** Code points handed to fontkit at once, neighbours aside. A longer joined stretch is cut, at the cost of a join there. */
const MAX_LAYOUT_LENGTH = 128;

const SPACE = 0x20;

/** What all tables of one face share. */
export interface ShapingSource {
  readonly faceId: string;
  readonly font: Font;
  readonly rules: FontRules;
  readonly hasGlyph: (codePoint: number) => boolean;
}

/** The glyphs of a text with the text that they print: without invisible characters, composed as the face has it. */
export interface ShapedText {
  readonly text: string;
  readonly shaped: ShapedGlyphs;
}

/**
 * Shapes text in one face with one set of features, as fontkit lays it out and HarfBuzz would.
 *
 * Glyphs and pair kerning are learnt from whole texts as they come by, and later texts of learnt pairs need no layout.
 * Stretches whose characters influence each other further (ligatures, marks, contextual forms) are laid out together
 * with one neighbour on either side, and remembered. Which these are is read from the font's rules, not guessed from
 * results, so that what was learnt earlier never changes what comes later.
 */
export class ShapingTable {
  readonly #source: ShapingSource;
  readonly #features: Readonly<Record<string, boolean>>;
  readonly #joins: Joins;
  readonly #plain = new PlainCharacters((codePoint) => this.#readPart(codePoint));
  readonly #texts = new RecentMap<ShapedText>(REMEMBERED_TEXTS);
  readonly #stretches = new RecentMap<ShapedGlyphs>(REMEMBERED_TEXTS);

  /** FONT_INVALID for rules that cannot be read. */
  constructor(source: ShapingSource, features: Readonly<Record<string, boolean>>) {
    this.#source = source;
    this.#features = features;
    this.#joins = blameFont(source.faceId, () => findJoins(source.rules, features));
  }

  /** GLYPH_MISSING for a character that the face cannot print, FONT_INVALID where the font's rules fail. */
  shape(text: string): ShapedText {
    const learnt = this.#plain.shape(text);
    if (learnt !== null) return { text, shaped: learnt };
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const printed = this.#toPrintedText(text);
    const shaped = blameFont(this.#source.faceId, () => this.#shapeAnew(toCodePoints(printed)));
    if (text.length <= MAX_LAYOUT_LENGTH) this.#texts.set(text, { text: printed, shaped });
    return { text: printed, shaped };
  }

  #toPrintedText(text: string): string {
    const composed = this.#plain.hasAll(text) ? text : composeText(text, this.#source.hasGlyph);
    if (typeof composed === 'string') return composed;
    const name = composed.map(toCharacterName).join(' with ');
    throw textFaults.GLYPH_MISSING({
      message: `Unexpected character ${name}, expected one that ${this.#source.faceId} has`,
    });
  }

  /** Finds the stretches, learns what lies between them, and puts the two together. */
  #shapeAnew(codePoints: readonly number[]): ShapedGlyphs {
    const indexes = codePoints.map((codePoint) => this.#plain.toIndex(codePoint));
    const isJoined = findStretches({
      length: codePoints.length,
      isSpace: (i) => codePoints[i] === SPACE,
      isPlain: (i) => indexes[i] !== null,
      readReach: (i) => this.#plain.readReach(indexes[i] ?? -1, indexes[i + 1] ?? -1),
    });
    const out = new GlyphCollector();
    for (let start = 0; start < codePoints.length; ) {
      const joined = isJoined[start];
      let end = start + 1;
      while (end < codePoints.length && isJoined[end] === joined && end - start < MAX_LAYOUT_LENGTH) end++;
      // The neighbours of a stretch are laid out with it. So is that of plain text, where it was cut for its length.
      const before = joined && start > 0 && !isJoined[start - 1] ? 1 : 0;
      const after = end < codePoints.length && !isJoined[end] ? 1 : 0;
      const part = codePoints.slice(start - before, end + after);
      const shaped = joined ? this.#layoutStretch(part) : this.#shapePlain(part);
      out.addGlyphs(shaped, before, after);
      start = end;
    }
    return out.finish();
  }

  #layoutStretch(codePoints: readonly number[]): ShapedGlyphs {
    const text = String.fromCodePoint(...codePoints);
    const known = this.#stretches.get(text);
    if (known !== undefined) return known;
    const shaped = this.#layout(text, codePoints.some(isOtherScript) ? null : 'latn');
    this.#stretches.set(text, shaped);
    return shaped;
  }

  /** Shapes a text without joins. What the table lacks for it is learnt on the way. */
  #shapePlain(codePoints: readonly number[]): ShapedGlyphs {
    const text = String.fromCodePoint(...codePoints);
    const learnt = this.#plain.shape(text);
    if (learnt !== null) return learnt;
    const shaped = this.#layout(text, 'latn');
    // Always, unless the font does what its rules do not show. Such text is laid out each time.
    const isOneToOne = shaped.glyphs.length === codePoints.length && shaped.offsets === null;
    if (isOneToOne)
      this.#plain.learn(
        codePoints.flatMap((codePoint) => this.#plain.toIndex(codePoint) ?? []),
        shaped,
      );
    return shaped;
  }

  #layout(text: string, script: 'latn' | null): ShapedGlyphs {
    return layoutText(this.#source.font, text, this.#features, script);
  }

  #readPart(codePoint: number): JoinPart | null {
    if (!isPlain(codePoint)) return null;
    const first = this.#source.font.glyphForCodePoint(codePoint);
    const part = this.#joins.toPart(first.id);
    // Without an advance of its own it is a mark to the font, whatever Unicode says.
    return first.advanceWidth === 0 || !part.staysSingle ? null : part;
  }
}
