import { RecentMap } from '../base/index.ts';
import type { Face, FontFile, GlyphRun } from '../text/index.ts';
import { deflate } from './deflate.ts';
import { type EmbeddedCharacter, isSameText, toCharacterKey } from './embedded-character.ts';
import { nameSubset, toDescriptorEntries, toWidths } from './font-dictionaries.ts';
import { hexCode } from './pdf-syntax.ts';
import { toUnicodeMap } from './to-unicode-map.ts';

/** Subsets of one face that are remembered at least. Each is a few kilobytes. */
const REMEMBERED_SUBSETS = 32;

/** Characters of one face as they are embedded: the one with index i has the character code i + 1. */
export interface FontSubset {
  /** Thousandths of an em per font unit, in which widths and adjustments are counted. */
  readonly scale: number;
  /** Of the font, with the tag that tells subsets apart (ISO 32000-1 §9.6.4). */
  readonly name: string;
  readonly outlines: FontFile['outlines'];
  /** The font descriptor's entries beside the program. */
  readonly descriptor: string;
  /** The W array. */
  readonly widths: string;
  /** The program's stream dictionary, but for its length (ISO 32000-1 Table 127). */
  readonly programEntries: string;
  /** Deflated. */
  readonly program: Uint8Array;
  /** The ToUnicode map, deflated. */
  readonly toUnicode: Uint8Array;
  /** The operators that show a run. Labels come again in every document that uses the subset, as the same runs. */
  readonly shown: WeakMap<GlyphRun, string>;
  /** The character code, four hexadecimal digits, of a glyph that stands for these code points. */
  encode(glyph: number, codePoints: readonly number[]): string;
}

/**
 * The subsets of an engine's faces, compressed. A document's own characters decide alone what is embedded; documents that
 * use the same characters of a face, as those of one template mostly do in headings and labels, share the work.
 */
export class FontSubsets {
  readonly #fontOf: (face: Face) => FontFile;
  readonly #subsets = new Map<string, RecentMap<FontSubset>>();

  constructor(fontOf: (face: Face) => FontFile) {
    this.#fontOf = fontOf;
  }

  /** `characters` in the order of their codes. */
  find(face: Face, characters: readonly EmbeddedCharacter[]): FontSubset {
    const ofFace = this.#subsets.get(face.id) ?? new RecentMap<FontSubset>(REMEMBERED_SUBSETS);
    this.#subsets.set(face.id, ofFace);
    const key = characters.map(toCharacterKey).join(' ');
    const known = ofFace.get(key);
    if (known !== undefined) return known;
    const subset = makeSubset(this.#fontOf(face), characters, key);
    ofFace.set(key, subset);
    return subset;
  }
}

function makeSubset(font: FontFile, characters: readonly EmbeddedCharacter[], key: string): FontSubset {
  const name = nameSubset(font, key);
  const program = font.subset(characters.map(({ glyph }) => glyph));
  const kind = font.outlines === 'TrueType' ? `/Length1 ${program.length}` : '/Subtype/CIDFontType0C';
  return {
    scale: 1000 / font.unitsPerEm,
    name,
    outlines: font.outlines,
    descriptor: toDescriptorEntries(font, name),
    widths: toWidths(font, characters),
    programEntries: `${kind}/Filter/FlateDecode`,
    program: deflate(program),
    toUnicode: deflate(Buffer.from(toUnicodeMap(characters), 'latin1')),
    shown: new WeakMap(),
    encode: toEncoder(characters),
  };
}

/** A text that a glyph stands for, and the next one that it stands for too. */
interface EncodedText {
  readonly codePoints: readonly number[];
  readonly hex: string;
  readonly next: EncodedText | null;
}

function toEncoder(characters: readonly EmbeddedCharacter[]): FontSubset['encode'] {
  const byGlyph = new Map<number, EncodedText>();
  for (const [index, { glyph, codePoints }] of characters.entries()) {
    byGlyph.set(glyph, { codePoints, hex: hexCode(index + 1), next: byGlyph.get(glyph) ?? null });
  }
  // Asked for every glyph of a document, so it walks a list that has one entry nearly always, and makes nothing.
  return (glyph, codePoints) => {
    let code = byGlyph.get(glyph) ?? null;
    while (code !== null && !isSameText(code.codePoints, codePoints)) code = code.next;
    if (code === null) throw new TypeError(`Glyph ${glyph} is not in the subset`);
    return code.hex;
  };
}
