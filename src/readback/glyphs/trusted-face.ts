import { readCharacterMap } from './character-map.ts';
import { readFontTables } from './font-tables.ts';
import { GlyphOutlines } from './glyph-outlines.ts';
import { readPostScriptName } from './postscript-name.ts';
import { readSubstitutions, type Substitutions } from './substitutions.ts';

/** A font file that is known to show what it says, to hold against those that travel in documents. */
export interface TrustedFace {
  /** As documents name it that embed it. */
  readonly name: string;
  /** Only TrueType outlines can be compared. */
  readonly outlines: 'TrueType' | 'CFF';
  /** Whether a glyph so drawn may stand for a text: is the font's own for it, or one that the font may put there. */
  mayDraw(text: string, drawing: string): boolean;
}

/** Reads a whole font file. Throws for one that is broken. */
export function readTrustedFace(bytes: Uint8Array): TrustedFace {
  const tables = readFontTables(bytes);
  const name = readPostScriptName(tables).replaceAll(' ', '_');
  if (tables.has('CFF ')) return { name, outlines: 'CFF', mayDraw: () => false };
  return new FaceOfFile(name, new GlyphOutlines(bytes));
}

const LETTER_AND_MARKS = /^\P{M}\p{M}+$/u;

class FaceOfFile implements TrustedFace {
  readonly name: string;
  readonly outlines = 'TrueType';
  readonly #outlines: GlyphOutlines;
  readonly #toGlyph: (codePoint: number) => number;
  #substitutions: Substitutions | null = null;
  readonly #drawings = new Map<string, ReadonlySet<string>>();

  constructor(name: string, outlines: GlyphOutlines) {
    this.name = name;
    this.#outlines = outlines;
    this.#toGlyph = readCharacterMap(outlines.tables);
  }

  mayDraw(text: string, drawing: string): boolean {
    let drawings = this.#drawings.get(text);
    if (drawings === undefined) {
      drawings = new Set([...this.#glyphsFor(text)].flatMap((glyph) => this.#outlines.drawingOf(glyph) ?? []));
      this.#drawings.set(text, drawings);
    }
    return drawings.has(drawing);
  }

  /** Of several characters the ligatures of all; a letter and its marks may be drawn one by one as well. */
  #glyphsFor(text: string): ReadonlySet<number> {
    const glyphs = new Set<number>();
    for (const form of new Set([text, text.normalize('NFC'), text.normalize('NFD')])) {
      const parts = Array.from(form, (character) => this.#variantsOf(this.#toGlyph(character.codePointAt(0) ?? 0)));
      if (parts.length === 1 || LETTER_AND_MARKS.test(form)) {
        for (const part of parts) for (const glyph of part) glyphs.add(glyph);
      }
      for (const glyph of this.#ligaturesOf(parts)) for (const variant of this.#variantsOf(glyph)) glyphs.add(variant);
    }
    // What a font shows for want of a glyph says nothing.
    glyphs.delete(0);
    return glyphs;
  }

  /** Read when first needed: of most faces of a run nothing is asked. */
  get #rules(): Substitutions {
    this.#substitutions ??= readSubstitutions(this.#outlines.tables.get('GSUB'));
    return this.#substitutions;
  }

  #variantsOf(glyph: number): ReadonlySet<number> {
    const variants = new Set([glyph]);
    // A set hands out what is added to it on the way.
    for (const variant of variants) for (const next of this.#rules.single.get(variant) ?? []) variants.add(next);
    return variants;
  }

  #ligaturesOf([first, ...rest]: readonly ReadonlySet<number>[]): number[] {
    return [...(first ?? [])].flatMap((glyph) =>
      (this.#rules.ligatures.get(glyph) ?? [])
        .filter((ligature) => ligature.rest.length === rest.length)
        .filter((ligature) => ligature.rest.every((part, index) => rest[index]?.has(part) === true))
        .map((ligature) => ligature.glyph),
    );
  }
}
