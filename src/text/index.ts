/**
 * Floor 2: fonts and measuring. Comes in: font files and text. Goes out: `GlyphRun`s, final glyphs with advances in
 * points. Never here: pages, styles, PDF.
 */
export type { Face, FontSpec, GlyphRun } from './glyph-run.ts';
