import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Face, type FontBook, type FontSource, loadFontBook } from '#dist/text/index.js';
import { readBundledSources } from './bundled-fonts.js';

let sources: readonly FontSource[];
let book: FontBook;
beforeAll(async () => {
  // Node's own Buffer, as files are read: its `slice` would share the file's bytes.
  sources = (await readBundledSources()).map((source) => ({ ...source, bytes: Buffer.from(source.bytes) }));
  book = loadFontBook(sources);
});

/** fontkit's font with what its types leave out. */
type OpenFont = Font & {
  readonly maxp: { readonly numGlyphs: number };
  readonly directory: { readonly tables: object };
};

const open = (bytes: Uint8Array): OpenFont => create(Buffer.from(bytes)) as OpenFont;
const sourceOf = (face: Face): FontSource =>
  sources.find((s) => s.family === face.family && s.weight === face.weight && s.style === face.style) as FontSource;

describe('a subset of a face', () => {
  it('draws every glyph as the face does, composites included, in any order and twice', () => {
    const faces = fc.constantFrom(...book.faces);
    fc.assert(
      fc.property(faces, fc.array(fc.nat(), { maxLength: 40 }), (face, picks) => {
        const whole = open(sourceOf(face).bytes);
        const glyphs = picks.map((pick) => pick % whole.maxp.numGlyphs);
        const subset = open(book.fontOf(face).subset(glyphs));
        for (const [index, id] of [0, ...glyphs].entries()) {
          const [drawn, wanted] = [subset.getGlyph(index), whole.getGlyph(id)];
          expect(drawn.path.toSVG(), `${face.id} ${id}`).toBe(wanted.path.toSVG());
          expect(drawn.advanceWidth).toBe(wanted.advanceWidth);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is a whole file of the tables that PDF asks for, with right checksums', () => {
    for (const face of book.faces) {
      const bytes = Buffer.from(book.fontOf(face).subset([40, 41, 42]));
      const tags = Object.keys(open(bytes).directory.tables).filter(
        (tag) => !['cvt', 'fpgm', 'prep'].includes(tag.trim()),
      );
      expect(tags.sort()).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
      let sum = 0;
      for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
      expect(sum).toBe(0xb1b0afba);
    }
  });

  it('leaves the file as it is, so that the next subset is cut from the same glyphs', () => {
    for (const face of book.faces) {
      const { bytes } = sourceOf(face);
      const before = Buffer.from(bytes);
      const all = Array.from({ length: open(bytes).maxp.numGlyphs }, (_, id) => id);
      const first = book.fontOf(face).subset(all);
      expect(Buffer.compare(book.fontOf(face).subset(all), first)).toBe(0);
      expect(Buffer.compare(bytes, before), face.id).toBe(0);
    }
  });

  it('is refused where an outline is not in the file, as the font’s fault', () => {
    const [face] = book.faces as [Face];
    expect(() => book.fontOf(face).subset([0xffff])).toThrow(expect.objectContaining({ code: 'FONT_INVALID' }));
  });
});
