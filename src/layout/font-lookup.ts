import { Fault } from '../base/index.ts';
import type { ComputedStyle, StyledElement } from '../document/index.ts';
import { type Face, type FontSpec, textFaults, toMissingGlyphFault } from '../text/index.ts';
import type { TextItem } from './boxes/box.ts';
import type { LayoutContext } from './context.ts';
import { type Extent, leadedExtent } from './inline/font-metrics.ts';

/** Text in one face. */
export interface FontStretch {
  readonly text: string;
  readonly font: FontSpec;
}

/** Fonts by style. Documents of one template share their styles, so each is looked up once for all of them. */
export interface FontLookup {
  /** The first face that the style names, at its size. FONT_UNKNOWN. */
  readonly primary: (style: ComputedStyle) => FontSpec;
  /** What a line takes for text of the style. */
  readonly extent: (style: ComputedStyle) => Extent;
  /** The text of an item divided by the faces that have its characters. GLYPH_MISSING. */
  readonly divide: (item: TextItem) => readonly FontStretch[];
}

/** The faces that a style names, in order, and each at the style's size. */
interface StyleFonts {
  readonly primary: FontSpec;
  readonly extent: Extent;
  readonly faces: readonly Face[];
  readonly specs: readonly FontSpec[];
}

/** The lookup in a font book, which lives as long as the book. */
export function fontLookupIn(fontBook: LayoutContext['fontBook']): FontLookup {
  const known = LOOKUPS.get(fontBook);
  if (known) return known;
  const lookup = createFontLookup(fontBook);
  LOOKUPS.set(fontBook, lookup);
  return lookup;
}

/** Whether all fonts are there, before anything is laid out. FONT_UNKNOWN, with the element that asks for one. */
export function checkFonts({ style, element, children }: StyledElement, fonts: FontLookup): void {
  try {
    fonts.primary(style);
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.code !== 'FONT_UNKNOWN') throw fault;
    throw textFaults.FONT_UNKNOWN({ message: fault.message, place: element.place, cause: fault });
  }
  for (const child of children) if (child.kind === 'element') checkFonts(child, fonts);
}

const LOOKUPS = new WeakMap<LayoutContext['fontBook'], FontLookup>();

function createFontLookup(fontBook: LayoutContext['fontBook']): FontLookup {
  const known = new WeakMap<ComputedStyle, StyleFonts>();
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
    extent: (style) => fontsOf(style).extent,
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
  return { primary, extent: leadedExtent(style, primary), faces, specs };
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
  const [only] = result.stretches;
  if (only && result.stretches.length === 1 && only.face === fonts.faces[0])
    return [{ text: only.text, font: fonts.primary }];
  return result.stretches.map(({ face, text }) => ({
    text,
    font: fonts.specs[fonts.faces.indexOf(face)] ?? fonts.primary,
  }));
}
