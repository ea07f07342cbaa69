import type { ComputedStyle } from '../document/index.ts';
import { type Face, type FontSpec, toMissingGlyphFault } from '../text/index.ts';
import type { TextItem } from './boxes/box.ts';
import type { LayoutContext } from './context.ts';

/** Text in one face. */
export interface FontStretch {
  readonly text: string;
  readonly font: FontSpec;
}

/** The fonts of one document by style, looked up once for all its pages. */
export interface FontLookup {
  /** The first face that the style names, at its size. FONT_UNKNOWN. */
  readonly primary: (style: ComputedStyle) => FontSpec;
  /** The text of an item divided by the faces that have its characters. GLYPH_MISSING. */
  readonly divide: (item: TextItem) => readonly FontStretch[];
}

/** The faces that a style names, in order, and each at the style's size. */
interface StyleFonts {
  readonly primary: FontSpec;
  readonly faces: readonly Face[];
  readonly specs: readonly FontSpec[];
}

/** Starts looking fonts up. */
export function createFontLookup({ fontBook }: LayoutContext): FontLookup {
  const known = new Map<ComputedStyle, StyleFonts>();
  const faces = new Map<readonly string[], Map<string, readonly Face[]>>();
  const fontsOf = (style: ComputedStyle): StyleFonts => {
    const old = known.get(style);
    if (old !== undefined) return old;
    const fonts = toFonts(facesOf(fontBook, faces, style), style);
    known.set(style, fonts);
    return fonts;
  };
  return {
    primary: (style) => fontsOf(style).primary,
    divide: (item) => divide(fontBook, item, fontsOf(item.style)),
  };
}

/** Few combinations of families, weight and style serve many computed styles. */
function facesOf(
  fontBook: LayoutContext['fontBook'],
  known: Map<readonly string[], Map<string, readonly Face[]>>,
  { fontFamily, fontWeight, fontStyle }: ComputedStyle,
): readonly Face[] {
  const ofFamily = known.get(fontFamily) ?? new Map<string, readonly Face[]>();
  known.set(fontFamily, ofFamily);
  const key = `${fontWeight} ${fontStyle}`;
  const faces = ofFamily.get(key) ?? fontBook.match(fontFamily, fontWeight, fontStyle);
  ofFamily.set(key, faces);
  return faces;
}

function toFonts(faces: readonly Face[], style: ComputedStyle): StyleFonts {
  const specs = faces.map((face) => toSpec(face, style));
  const [primary] = specs;
  if (primary === undefined) throw new TypeError('match answers with a face or throws FONT_UNKNOWN');
  return { primary, faces, specs };
}

function toSpec(face: Face, style: ComputedStyle): FontSpec {
  return {
    face,
    size: style.fontSize,
    figureSpacing: style.fontVariantNumeric.figureSpacing,
    figureStyle: style.fontVariantNumeric.figureStyle,
    kerning: style.fontKerning,
    ligatures: style.fontLigatures,
    letterSpacing: style.letterSpacing,
    wordSpacing: style.wordSpacing,
  };
}

function divide(fontBook: LayoutContext['fontBook'], item: TextItem, fonts: StyleFonts): readonly FontStretch[] {
  const result = fontBook.itemize(item.text, fonts.faces);
  if (result.kind === 'missing') {
    const where = item.mark.fact === null ? `the text "${item.text.trim()}"` : `fact ${item.mark.fact}`;
    throw toMissingGlyphFault(result, where, item.place);
  }
  return result.stretches.map(({ face, text }) => ({
    text,
    font: fonts.specs[fonts.faces.indexOf(face)] ?? fonts.primary,
  }));
}
