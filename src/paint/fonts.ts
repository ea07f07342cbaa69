import type { Page } from '../layout/index.ts';
import type { Face } from '../text/index.ts';
import { collectCharacters } from './collect-characters.ts';
import type { FontSubset, FontSubsets } from './font-subsets.ts';
import { pdfName, pdfReference } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

/** One embedded face, as the operators of a page use it. */
export interface PaintFont {
  readonly resourceName: string;
  readonly subset: FontSubset;
}

/** The faces of one document, each embedded once, with the characters that its pages show. */
export class DocumentFonts {
  readonly #fonts = new Map<string, PaintFont>();
  #entries = '';

  /** Writes the fonts that the pages use. */
  constructor(writer: PdfWriter, pages: readonly Page[], subsets: FontSubsets) {
    for (const { face, characters } of collectCharacters(pages)) {
      const resourceName = `F${this.#fonts.size + 1}`;
      const subset = subsets.find(face, characters);
      this.#fonts.set(face.id, { resourceName, subset });
      this.#entries += `/${resourceName} ${pdfReference(writeFont(writer, subset))}`;
    }
  }

  /** The font of a face that the document's pages use. */
  use(face: Face): PaintFont {
    const font = this.#fonts.get(face.id);
    if (font === undefined) throw new TypeError(`Face ${face.id} is not on the pages`);
    return font;
  }

  /** Entries of a resource dictionary's Font. */
  resourceEntries(): string {
    return this.#entries;
  }
}

/** A composite font with codes of two bytes (ISO 32000-1 §9.7). */
function writeFont(writer: PdfWriter, subset: FontSubset): number {
  const isTrueType = subset.outlines === 'TrueType';
  const program = writer.addStream(subset.programEntries, subset.program);
  const toUnicode = writer.addStream('/Filter/FlateDecode', subset.toUnicode);
  const descriptor = writer.add(
    `<<${subset.descriptor}/${isTrueType ? 'FontFile2' : 'FontFile3'} ${pdfReference(program)}>>`,
  );
  const name = pdfName(subset.name);
  const descendant = writer.add(
    `<</Type/Font/Subtype/${isTrueType ? 'CIDFontType2/CIDToGIDMap/Identity' : 'CIDFontType0'}/BaseFont${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${pdfReference(descriptor)}/W${subset.widths}>>`,
  );
  return writer.add(
    `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H` +
      `/DescendantFonts[${pdfReference(descendant)}]/ToUnicode ${pdfReference(toUnicode)}>>`,
  );
}
