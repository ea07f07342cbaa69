/**
 * Floor 2: fonts and measuring. Comes in: font files and text. Goes out: `GlyphRun`s, final glyphs with advances in
 * points. Never here: pages, styles, PDF.
 */
export { textFaults } from './faults.ts';
export { type FontBook, loadFontBook } from './font-book.ts';
export type { FontFile, FontSource } from './font-source.ts';
export type { Face, FontSpec, GlyphRun } from './glyph-run.ts';
export { HYPHENATED_LANGUAGES, hyphenate } from './hyphenate.ts';
export { type Itemization, toMissingGlyphFault } from './itemize.ts';
export { canBreakAnywhere, segment } from './line-break.ts';
export { listBundledFonts, loadBundledFonts } from './load-fonts.ts';
