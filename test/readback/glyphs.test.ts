import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCharacterMap } from '#dist/readback/glyphs/character-map.js';
import { GlyphOutlines } from '#dist/readback/glyphs/glyph-outlines.js';
import { readTrustedFace } from '#dist/readback/index.js';

const MANIFEST: { readonly fonts: readonly { readonly file: string }[] } = JSON.parse(
  readFileSync(new URL('../../fonts/fonts.json', import.meta.url), 'utf8'),
);

describe.each(MANIFEST.fonts.map(({ file }) => file))('%s', (file) => {
  const bytes = readFileSync(new URL(`../../fonts/${file}`, import.meta.url));
  const face = readTrustedFace(bytes);
  const outlines = new GlyphOutlines(bytes);
  const toGlyph = readCharacterMap(outlines.tables);
  const draw = (character: string) => outlines.drawingOf(toGlyph(character.codePointAt(0) ?? 0)) ?? '';

  test('draws every figure and letter of an amount as itself and as no other', () => {
    const characters = Array.from('0123456789,.-KRNOEU');
    for (const text of characters) {
      const drawn = characters.filter((character) => face.mayDraw(text, draw(character)));
      expect(drawn, text).toEqual([text]);
    }
  });

  test('draws no text of several characters by the glyph of one, but for a letter and its marks', () => {
    expect(face.mayDraw('19', draw('1'))).toBe(false);
    expect(face.mayDraw('19', draw('9'))).toBe(false);
    expect(face.mayDraw('e\u0301', draw('é'))).toBe(true);
    expect(face.mayDraw('é', draw('a'))).toBe(false);
  });

  test('draws nothing by what it has for characters that it lacks', () => {
    expect(face.mayDraw('\u{10FFFD}', outlines.drawingOf(0) ?? '')).toBe(false);
    expect(outlines.drawingOf(outlines.glyphCount)).toBeNull();
  });
});
