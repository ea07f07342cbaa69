import type { Face, FontFile } from '../text/index.ts';
import { paintFaults } from './faults.ts';
import { hexCode } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { EmbeddedFont } from './pdfkit-document.ts';

/** The faces that one document uses, each embedded once. */
export class DocumentFonts {
  readonly #writer: PdfWriter;
  readonly #fontOf: (face: Face) => FontFile;
  readonly #fonts = new Map<string, PaintFont>();

  constructor(writer: PdfWriter, fontOf: (face: Face) => FontFile) {
    this.#writer = writer;
    this.#fontOf = fontOf;
  }

  use(face: Face): PaintFont {
    const known = this.#fonts.get(face.id);
    if (known !== undefined) return known;
    const font = new PaintFont(this.#writer.embedFont(this.#fontOf(face), face.id), face);
    this.#fonts.set(face.id, font);
    return font;
  }

  /** Entries of a resource dictionary's Font. */
  resourceEntries(): string {
    return [...this.#fonts.values()].map((font) => `/${font.resourceName} ${font.objectId} 0 R`).join('');
  }
}

/** What one character code of an embedded font shows and means. */
interface CharacterCode {
  readonly hex: string;
  readonly codePoints: readonly number[];
}

/** One embedded face: turns final glyphs into character codes and remembers what each code means. */
export class PaintFont {
  readonly resourceName: string;
  readonly objectId: number;
  readonly #embedded: EmbeddedFont;
  readonly #faceId: string;
  /** Thousandths of an em per font unit. */
  readonly #scale: number;
  readonly #codes = new Map<number, CharacterCode[]>();

  constructor(embedded: EmbeddedFont, face: Face) {
    this.#embedded = embedded;
    this.#faceId = face.id;
    this.#scale = 1000 / face.unitsPerEm;
    this.resourceName = embedded.id;
    this.objectId = embedded.ref().id;
  }

  /**
   * The character code, four hexadecimal digits, of a glyph that stands for these code points. A glyph that stands for
   * two texts, as that of the space for U+0020 and U+00A0, has two codes: ToUnicode maps a code to one text only.
   */
  encode(glyph: number, codePoints: readonly number[], nominalAdvance: number): string {
    const codes = this.#codes.get(glyph);
    const known = codes?.find((code) => isSame(code.codePoints, codePoints));
    if (known !== undefined) return known.hex;
    const added = { hex: hexCode(this.#addCode(glyph, codePoints, nominalAdvance)), codePoints };
    if (codes === undefined) this.#codes.set(glyph, [added]);
    else codes.push(added);
    return added.hex;
  }

  /** An advance in font units as thousandths of an em, which is what the embedded widths are in. */
  toThousandths(fontUnits: number): number {
    return fontUnits * this.#scale;
  }

  #addCode(glyph: number, codePoints: readonly number[], nominalAdvance: number): number {
    if (glyph === 0) {
      throw paintFaults.PAINT_NOT_DRAWABLE({
        message: `Unexpected missing glyph for ${formatCodePoints(codePoints)} in ${this.#faceId}, expected layout to have refused it`,
      });
    }
    const { subset, widths, unicode } = this.#embedded;
    const first = subset.includeGlyph(glyph);
    const code = unicode[first] === undefined ? first : subset.glyphs.push(glyph) - 1;
    widths[code] = this.toThousandths(nominalAdvance);
    unicode[code] = codePoints;
    return code;
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((codePoint, index) => codePoint === b[index]);
}

function formatCodePoints(codePoints: readonly number[]): string {
  return codePoints.map((codePoint) => `U+${hexCode(codePoint)}`).join(' ');
}
