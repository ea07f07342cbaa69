import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '#dist/base/index.js';
import {
  type Face,
  type FontSource,
  type FontSpec,
  type Itemization,
  loadBundledFonts,
  loadFontBook,
  toMissingGlyphFault,
} from '#dist/text/index.js';
import { loadBundledBook, readBundledSources, readFontFile } from './bundled-fonts.js';

describe('matching faces', async () => {
  const book = await loadBundledBook();

  it.each([
    // CSS Fonts 4 §5.2: 400 to 500 look up to 500 first, then down; lighter look down first, bolder look up first.
    { family: 'Source Sans 3', weight: 400, style: 'normal', expected: 'Source Sans 3 400' },
    { family: 'Source Sans 3', weight: 450, style: 'normal', expected: 'Source Sans 3 500' },
    { family: 'Source Serif 4', weight: 500, style: 'normal', expected: 'Source Serif 4 400' },
    { family: 'Source Serif 4', weight: 550, style: 'normal', expected: 'Source Serif 4 600' },
    { family: 'Source Serif 4', weight: 900, style: 'normal', expected: 'Source Serif 4 600' },
    { family: 'Source Sans 3', weight: 100, style: 'normal', expected: 'Source Sans 3 400' },
    // Style before weight: a light italic rather than a bold upright; upright where there is no italic.
    { family: 'Source Sans 3', weight: 700, style: 'italic', expected: 'Source Sans 3 600 italic' },
    { family: 'IBM Plex Mono', weight: 700, style: 'italic', expected: 'IBM Plex Mono 600' },
    { family: 'sOURCE sANS 3', weight: 600, style: 'normal', expected: 'Source Sans 3 600' },
  ] as const)('$family $weight $style is $expected', ({ family, weight, style, expected }) => {
    expect(book.match([family], weight, style).map((face) => face.id)).toEqual([expected]);
  });

  it('answers with one face for each family, in order', () => {
    const faces = book.match(['Source Serif 4', 'Source Sans 3'], 600, 'normal');
    expect(faces.map((face) => face.id)).toEqual(['Source Serif 4 600', 'Source Sans 3 600']);
  });

  it('refuses a family that is not loaded, and names those that are', () => {
    const fault = catchFault(() => book.match(['Source Sans 3', 'Comic Sans'], 400, 'normal'));
    expect(fault.code).toBe('FONT_UNKNOWN');
    expect(fault.kind).toBe('template');
    expect(fault.message).toMatch(/"Comic Sans".*Source Sans 3, Source Serif 4/);
  });
});

describe('itemizing', async () => {
  const book = await loadBundledBook();
  const serif = book.match(['Source Serif 4', 'Source Sans 3'], 400, 'normal');

  it('gives each character to the first face that has it', () => {
    expect(toStretches(book.itemize('Kárášjoga ŧ', serif))).toEqual([
      ['Source Serif 4 400', 'Kárášjoga ', 0],
      ['Source Sans 3 400', 'ŧ', 10],
    ]);
  });

  it('keeps a mark with its base, in the first face that has both', () => {
    expect(toStretches(book.itemize('at\u0301b', serif))).toEqual([['Source Serif 4 400', 'at\u0301b', 0]]);
    expect(toStretches(book.itemize('aŧ\u0301b', serif))).toEqual([
      ['Source Serif 4 400', 'a', 0],
      ['Source Sans 3 400', 'ŧ\u0301', 1],
      ['Source Serif 4 400', 'b', 3],
    ]);
  });

  it('takes a letter apart where a face has its base and its mark only', () => {
    const [face] = serif as [Face];
    expect(book.hasGlyph(face, 0x1ebd)).toBe(false);
    expect(book.itemize('\u1ebd', serif).kind).toBe('covered');
  });

  it('lets characters that print nothing go with their neighbours', () => {
    const text = 'kaffe\u00adkopp\u200b\u2060';
    expect(toStretches(book.itemize(text, serif))).toEqual([['Source Serif 4 400', text, 0]]);
  });

  it.each([
    ['a Chinese character', '你', 0x4f60],
    ['an emoji', '😀', 0x1f600],
    ['a full-width digit', '１', 0xff11],
    ['a Hebrew letter', 'א', 0x5d0],
    ['an unpaired surrogate', '\ud83d', 0xd83d],
    ['the second half of a pair alone', '\ude00', 0xde00],
    ['NUL', '\u0000', 0],
    ['a tab', '\t', 9],
    ['a C1 control', '\u0085', 0x85],
    ['a zero width joiner', '\u200d', 0x200d],
    ['a right-to-left mark', '\u200f', 0x200f],
    ['a right-to-left override', '\u202e', 0x202e],
    ['a variation selector', '\ufe0f', 0xfe0f],
    ['a byte order mark', '\ufeff', 0xfeff],
    ['a noncharacter', '\uffff', 0xffff],
    ['a tag', '\u{e0041}', 0xe0041],
  ])('says where %s stands, which no page can show', (_, character, codePoint) => {
    expect(book.itemize(`ab${character}c`, serif)).toMatchObject({ kind: 'missing', index: 2, codePoint });
    expect(catchFault(() => book.shape(`ab${character}c`, toSpec(serif[0]))).code).toBe('GLYPH_MISSING');
  });

  it('turns a missing glyph into a fault with field, character, code point and faces', () => {
    const missing = book.itemize('Te 你', serif);
    if (missing.kind !== 'missing') throw new Error('expected a missing glyph');
    const place = { file: 'invoice.hbs', line: 3, column: 7 };
    const fault = toMissingGlyphFault(missing, 'line.1.description', place);
    expect(fault).toMatchObject({ code: 'GLYPH_MISSING', kind: 'template', place });
    expect(fault.message).toBe(
      'Unexpected character "你" (U+4F60) in line.1.description, expected one that Source Serif 4 400 or Source Sans 3 400 has',
    );
    const control = toMissingGlyphFault({ ...missing, codePoint: 0x202e }, 'payee');
    expect(control.message).toContain('Unexpected character U+202E in payee');
  });

  it('loses nothing, whatever the text: the stretches put together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const result = book.itemize(text, serif);
        if (result.kind === 'missing') return text.codePointAt(result.index) !== undefined;
        return result.stretches.map((stretch) => stretch.text).join('') === text;
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe('a font file', async () => {
  const sources = await readBundledSources();
  const [regular] = sources as [FontSource];

  it.each([
    ['is empty', () => new Uint8Array()],
    ['is something else', () => new TextEncoder().encode('%PDF-1.7 and so on, long enough for a header')],
    ['is cut off', () => regular.bytes.subarray(0, 40_000)],
    ['is cut off in its directory', () => regular.bytes.subarray(0, 100)],
    ['is a collection', () => patch(regular.bytes, (view) => view.setUint32(0, 0x74746366))],
    ['lacks a table', () => patch(regular.bytes, (view) => view.setUint32(findTable(view, 'cmap'), 0x78787878))],
    ['forbids embedding', () => patch(regular.bytes, (view) => view.setUint16(toOffset(view, 'OS/2') + 8, 2))],
    ['maps no characters', () => patch(regular.bytes, (view) => fillTable(view, 'cmap', 4, 0))],
    ['is damaged', () => damage(regular.bytes, (view) => view.setUint8(toOffset(view, 'glyf') + 20_000, 0))],
  ])('is refused when it %s', (_, makeBytes) => {
    const fault = catchFault(() => loadFontBook([{ ...regular, bytes: makeBytes() }]));
    expect(fault.code).toBe('FONT_INVALID');
    expect(fault.kind).toBe('template');
    expect(fault.message).toContain('Source Sans 3 400');
  });

  it('is refused when its rules never end, before they are let loose', () => {
    const bytes = patch(regular.bytes, multiplyForEver);
    const book = loadFontBook([{ ...regular, bytes }]);
    const fault = catchFault(() => book.shape('a', toSpec(book.faces[0])));
    expect(fault).toMatchObject({ code: 'FONT_INVALID', kind: 'template' });
    expect(fault.message).toContain('its substitution rules never end');
  });

  it('never brings the process down, however its bytes are damaged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(regular.bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (hits) => {
          const bytes = Uint8Array.from(regular.bytes);
          for (const [at, value] of hits) bytes[at] = value;
          try {
            const book = loadFontBook([{ ...regular, bytes }]);
            const [face] = book.faces as [Face];
            const spec = { face, size: 10, figureSpacing: 'normal', figureStyle: 'normal' } as const;
            book.shape('Kaffe 1 234,50', { ...spec, kerning: true, ligatures: true, letterSpacing: 0, wordSpacing: 0 });
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
            expect(['FONT_INVALID', 'GLYPH_MISSING']).toContain((error as Fault).code);
          }
        },
      ),
      { numRuns: 120, seed: 3 },
    );
  });

  it('is refused when a letter that every invoice needs is missing, by its code point', () => {
    // Takes æ (U+00E6) out of the range of the character map by moving the whole range's end below it.
    const bytes = patch(regular.bytes, (view) => removeCodePoint(view, 0xe6));
    expect(catchFault(() => loadFontBook([{ ...regular, bytes }])).message).toContain('U+00E6');
  });

  it('is refused when its face is given twice', () => {
    expect(catchFault(() => loadFontBook([regular, regular])).code).toBe('FONT_INVALID');
  });

  it('is at hand for embedding, parsed apart from the one that shapes', () => {
    const book = loadFontBook([regular]);
    const [face] = book.faces as [Face];
    expect(book.fontOf(face).postscriptName).toBe('FakturapressSans-Regular');
    expect(book.fontOf(face)).toBe(book.fontOf(face));
    expect(() => book.fontOf({ ...face, id: 'another' })).toThrow(TypeError);
  });

  it('has the line metrics that Chromium uses for it', async () => {
    const book = await loadBundledBook();
    const metrics = (family: string): readonly number[] => {
      const [face] = book.match([family], 400, 'normal') as [Face];
      return [face.ascent, face.descent, face.lineGap].map((units) => Math.round((units * 1000) / face.unitsPerEm));
    };
    // Read from Chromium 136 as fontBoundingBoxAscent and -Descent at 1,000 pixels, and the height of a normal line.
    expect(metrics('Source Sans 3')).toEqual([1000, -326, 0]);
    expect(metrics('Source Serif 4')).toEqual([1036, -335, 0]);
    expect(metrics('Inter')).toEqual([969, -241, 0]);
    expect(metrics('Figtree')).toEqual([950, -250, 0]);
    expect(metrics('IBM Plex Sans')).toEqual([1025, -275, 0]);
  });
});

describe('loading the fonts of the package', () => {
  it('reads only the families that are asked for', async () => {
    const read: string[] = [];
    const sources = await loadBundledFonts(
      (file) => {
        read.push(file);
        return readFontFile(file);
      },
      ['inter'],
    );
    expect(new Set(sources.map((source) => source.family))).toEqual(new Set(['Inter']));
    expect(read.filter((file) => !file.startsWith('inter/'))).toEqual(['fonts.json']);
  });

  it('refuses a manifest that it does not understand', async () => {
    const read = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode('{"fonts":[{"file":1}]}'));
    await expect(loadBundledFonts(read)).rejects.toMatchObject({ code: 'FONT_INVALID' });
  });
});

function catchFault(action: () => unknown): Fault {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a fault');
}

function toSpec(face: Face | undefined): FontSpec {
  if (face === undefined) throw new Error('no such face');
  const figures = { figureSpacing: 'normal', figureStyle: 'normal' } as const;
  return { face, size: 10, ...figures, kerning: true, ligatures: true, letterSpacing: 0, wordSpacing: 0 };
}

function toStretches(result: Itemization): readonly (readonly [string, string, number])[] {
  if (result.kind === 'missing') throw new Error(`missing U+${result.codePoint.toString(16)}`);
  return result.stretches.map(({ face, text, start }) => [face.id, text, start]);
}

/** A changed copy, its checksums put right again: the change is meant, not damage. */
function patch(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  change(view);
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    let sum = 0n;
    for (let i = 0; i < length; i++) sum += BigInt(copy[offset + i] ?? 0) << BigInt(24 - 8 * (i % 4));
    view.setUint32(at + 4, Number(sum % 2n ** 32n));
  }
  return copy;
}

/** A changed copy whose checksums tell of it. */
function damage(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  change(new DataView(copy.buffer));
  return copy;
}

/** Where the directory names a table. */
function findTable(view: DataView, tag: string): number {
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const found = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
    if (found === tag) return at;
  }
  throw new Error(`no table ${tag}`);
}

function toOffset(view: DataView, tag: string): number {
  return view.getUint32(findTable(view, tag) + 8);
}

function fillTable(view: DataView, tag: string, from: number, value: number): void {
  const record = findTable(view, tag);
  const end = view.getUint32(record + 8) + view.getUint32(record + 12);
  for (let at = view.getUint32(record + 8) + from; at < end; at++) view.setUint8(at, value);
}

/** Ends the segment of a character map of format 4 that holds a code point just before it. */
function removeCodePoint(view: DataView, codePoint: number): void {
  const table = toOffset(view, 'cmap');
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const subtable = table + view.getUint32(table + 4 + i * 8 + 4);
    if (view.getUint16(subtable) !== 4) continue;
    const segments = view.getUint16(subtable + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = view.getUint16(subtable + 14 + s * 2);
      const start = view.getUint16(subtable + 16 + segments * 2 + s * 2);
      if (start <= codePoint && codePoint <= end) view.setUint16(subtable + 14 + s * 2, codePoint - 1);
    }
  }
}

/** Turns the ligature feature's lookup into one that makes two of every `a`. */
function multiplyForEver(view: DataView): void {
  const gsub = toOffset(view, 'GSUB');
  const lookups = gsub + view.getUint16(gsub + 8);
  for (let i = 0; i < view.getUint16(lookups); i++) {
    const lookup = lookups + view.getUint16(lookups + 2 + i * 2);
    if (view.getUint16(lookup) !== 4) continue;
    const subtable = lookup + view.getUint16(lookup + 6);
    const coverage = subtable + view.getUint16(subtable + 2);
    const glyph = view.getUint16(coverage + 4);
    const set = subtable + view.getUint16(subtable + 6);
    view.setUint16(lookup, 2);
    // A sequence of three in place of a ligature set: count, then the covered glyph itself.
    for (const [at, value] of [3, glyph, glyph, glyph].entries()) view.setUint16(set + at * 2, value);
  }
}
