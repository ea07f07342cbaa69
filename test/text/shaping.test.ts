import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import * as harfbuzz from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import {
  type Face,
  type FontBook,
  type FontSource,
  type FontSpec,
  type GlyphRun,
  loadFontBook,
} from '#dist/text/index.js';
import { loadBundledBook, readBundledSources } from './bundled-fonts.js';

/** What style sheets can ask for, and the OpenType features that it means. */
const VARIANTS: readonly { name: string; spec: Partial<FontSpec>; features: readonly string[] }[] = [
  { name: 'defaults', spec: {}, features: [] },
  {
    name: 'tabular lining figures',
    spec: { figureSpacing: 'tabular', figureStyle: 'lining' },
    features: ['tnum', 'lnum'],
  },
  {
    name: 'proportional old-style figures',
    spec: { figureSpacing: 'proportional', figureStyle: 'oldstyle' },
    features: ['pnum', 'onum'],
  },
  { name: 'no kerning', spec: { kerning: false }, features: ['-kern'] },
  { name: 'no ligatures', spec: { ligatures: false }, features: ['-liga', '-clig', '-calt'] },
  { name: 'letter-spacing', spec: { letterSpacing: 3 }, features: ['-liga', '-clig', '-calt'] },
];

const STRINGS_PER_VARIANT = 60;

describe('shaping', async () => {
  const sources = await readBundledSources();
  const book = await loadBundledBook();

  // 30 faces, 6 variants, 60 texts: 10,800. The judge is HarfBuzz, which shapes text in browsers.
  describe.each(book.faces)('in $id', (face) => {
    const judge = toJudge(sources.find((source) => toId(source) === face.id));

    it.each(VARIANTS)('agrees with HarfBuzz, glyph by glyph: $name', ({ spec, features }) => {
      // At one unit a point, advances are whole numbers and comparison is exact.
      const full = toSpec(face, { size: face.unitsPerEm, ...spec });
      fc.assert(
        fc.property(documentText(), (text) => {
          const run = book.shape(text, full);
          const expected = judge(text, features);
          expect(run.glyphs).toEqual(expected.map((glyph) => glyph.codepoint));
          expect(run.advances.map((advance) => advance - full.letterSpacing)).toEqual(
            expected.map((glyph) => glyph.xAdvance),
          );
          expectConsistent(run, text);
        }),
        { numRuns: STRINGS_PER_VARIANT, seed: 20261123 },
      );
    });

    it('agrees with HarfBuzz on letters with marks', () => {
      const full = toSpec(face, { size: face.unitsPerEm });
      const marks = ['\u0300', '\u0301', '\u0302', '\u0303', '\u0308', '\u030a', '\u030c'];
      const known = marks.filter((mark) => book.hasGlyph(face, mark.codePointAt(0) ?? 0));
      const cluster = fc.tuple(fc.constantFrom(...'aeinoszAEOS mqx'), fc.constantFrom(...known, ''));
      fc.assert(
        fc.property(fc.array(cluster, { maxLength: 12 }), (clusters) => {
          const text = clusters.flat().join('');
          const run = book.shape(text, full);
          const expected = judge(text, []);
          expect(run.glyphs).toEqual(expected.map((glyph) => glyph.codepoint));
          // Inter kerns past marks by a filter that fontkit does not know: there, only the glyphs have to agree.
          if (face.family === 'Inter') return;
          expect(run.advances).toEqual(expected.map((glyph) => glyph.xAdvance));
          const offsets = run.offsets ?? run.glyphs.map(() => ({ x: 0, y: 0 }));
          expect(offsets).toEqual(expected.map((glyph) => ({ x: glyph.xOffset, y: glyph.yOffset })));
        }),
        { numRuns: 30, seed: 20261123 },
      );
    });
  });

  it('does not depend on what was shaped before', () => {
    const regular = sources.filter((source) => source.weight === 400 && source.style === 'normal');
    fc.assert(
      fc.property(fc.array(documentText(), { minLength: 4, maxLength: 12 }), (texts) => {
        const forwards = loadFontBook(regular);
        const backwards = loadFontBook(regular);
        for (const face of forwards.faces) {
          const spec = toSpec(face, { size: 9.5 });
          const first = texts.map((text) => forwards.shape(text, spec));
          const second = texts.toReversed().map((text) => backwards.shape(text, spec));
          expect(second.toReversed()).toEqual(first);
        }
      }),
      { numRuns: 4, seed: 7 },
    );
  });

  it('minds what stands further off: Inter raises both brackets around capitals, whatever lies between', () => {
    const [inter] = book.match(['Inter'], 400, 'normal') as [Face];
    const brackets = (text: string): readonly unknown[] => {
      const { glyphs } = book.shape(text, toSpec(inter, {}));
      return [glyphs[0], glyphs.at(-1)];
    };
    expect(brackets('(Oslo)')).toEqual(brackets('(AB)'));
    expect(brackets('(oslo)')).not.toEqual(brackets('(AB)'));
  });
});

describe('a glyph run', async () => {
  const book = await loadBundledBook();
  const [sans] = book.match(['Source Sans 3'], 400, 'normal') as [Face];
  const [serif] = book.match(['Source Serif 4'], 400, 'normal') as [Face];

  it('says which of two characters a shared glyph stands for, whichever came first', () => {
    for (const text of ['1 2\u00a03', '1\u00a02 3']) {
      const run = book.shape(text, toSpec(sans, {}));
      expect(String.fromCodePoint(...run.codePoints.flat())).toBe(text);
    }
    const hyphens = book.shape('a-b\u2010c\u2011d', toSpec(sans, {}));
    expect(String.fromCodePoint(...hyphens.codePoints.flat())).toBe('a-b\u2010c\u2011d');
    expect(new Set([1, 3, 5].map((i) => hyphens.glyphs[i])).size).toBe(1);
  });

  it('has one glyph for a ligature, with all its code points, unless letters are spaced or ligatures are off', () => {
    expect(toPieces(book.shape('affix', toSpec(serif, {})))).toEqual(['a', 'ffi', 'x']);
    expect(toPieces(book.shape('affix', toSpec(serif, { ligatures: false })))).toEqual(['a', 'f', 'f', 'i', 'x']);
    expect(toPieces(book.shape('affix', toSpec(serif, { letterSpacing: 0.1 })))).toEqual(['a', 'f', 'f', 'i', 'x']);
  });

  it('kerns: "To" is narrower than its letters', () => {
    const width = (text: string): number => book.measure(text, toSpec(sans, {}));
    expect(width('To')).toBeLessThan(width('T') + width('o'));
    expect(book.measure('To', toSpec(sans, { kerning: false }))).toBeCloseTo(width('T') + width('o'), 10);
  });

  it('adds letter-spacing after every character and word-spacing to spaces, no-break ones too', () => {
    const plain = book.shape('a b\u00a0c', toSpec(sans, { ligatures: false }));
    const spaced = book.shape('a b\u00a0c', toSpec(sans, { ligatures: false, letterSpacing: 0.5, wordSpacing: 2 }));
    const added = spaced.advances.map((advance, i) => advance - (plain.advances[i] ?? 0));
    const expected = [0.5, 2.5, 0.5, 2.5, 0.5];
    for (const [i, points] of expected.entries()) expect(added[i]).toBeCloseTo(points, 10);
    expect(spaced.width).toBeCloseTo(plain.width + 6.5, 10);
  });

  it('composes marks onto their base, so that å typed as two characters is the letter å', () => {
    const typed = book.shape('A\u030al', toSpec(sans, {}));
    expect(typed.text).toBe('Ål');
    expect(typed.glyphs).toEqual(book.shape('Ål', toSpec(sans, {})).glyphs);
    expect(typed.offsets).toBeNull();
  });

  it('places a mark that cannot be composed over its base, without an advance', () => {
    const run = book.shape('m\u0308', toSpec(sans, { size: 1000 }));
    expect(run.advances[1]).toBe(0);
    expect(run.offsets?.[0]).toEqual({ x: 0, y: 0 });
    // Over the middle of the m, give or take the slant of the mark's own box.
    expect(run.offsets?.[1]?.x).toBeLessThan(0);
    const spaced = book.shape('m\u0308m', toSpec(sans, { size: 1000, letterSpacing: 100 }));
    expect(spaced.advances[0]).toBe(run.advances[0]);
    expect(spaced.advances[1]).toBe(100);
  });

  it('leaves out soft hyphens and zero width spaces, and says so in its text', () => {
    const run = book.shape('kaffe\u00adkopp\u200b\u2060', toSpec(sans, {}));
    expect(run.text).toBe('kaffekopp');
    expect(run).toEqual(book.shape('kaffekopp', toSpec(sans, {})));
  });

  it('is empty for an empty text', () => {
    const run = book.shape('', toSpec(sans, {}));
    expect([run.glyphs, run.advances, run.width]).toEqual([[], [], 0]);
  });

  it('turns digits around a fraction slash into a fraction', () => {
    const fraction = book.shape('1\u20442', toSpec(sans, {}));
    const apart = book.shape('12', toSpec(sans, {}));
    expect(fraction.glyphs[0]).not.toBe(apart.glyphs[0]);
    expect(fraction.width).toBeLessThan(apart.width + book.measure('\u2044', toSpec(sans, {})));
  });
});

describe('shaping at length', async () => {
  const book = await loadBundledBook();
  const [sans] = book.match(['Source Sans 3'], 400, 'normal') as [Face];
  const [inter] = book.match(['Inter'], 400, 'normal') as [Face];

  it.each([
    ['letters', 'a', sans],
    ['ligatures', 'ffi ', sans],
    ['one long ligature run', 'f', sans],
    ['marks', 'm\u0308\u0301', sans],
    ['brackets', '(A)', inter],
  ])('takes a megabyte of %s in linear time', (_, unit, face) => {
    const quarter = timeShaping(book, unit.repeat(Math.floor(250_000 / unit.length)), face);
    const whole = timeShaping(book, unit.repeat(Math.floor(1_000_000 / unit.length)), face);
    expect(whole).toBeLessThan(Math.max(12 * quarter, 500_000));
  });

  it('keeps its memory within bounds however many different texts come by', () => {
    const spec = toSpec(sans, {});
    const shapeMany = (from: number): number => {
      for (let i = from; i < from + 4_000; i++) book.shape(`${i} ffi ${i.toString(36)}ft`, spec);
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    shapeMany(0);
    const before = shapeMany(10_000);
    expect(shapeMany(20_000) - before).toBeLessThan(2 ** 20);
  });
});

/** Microseconds of this process's own time, which other processes do not lengthen. */
function timeShaping(book: FontBook, text: string, face: Face): number {
  const start = process.cpuUsage();
  expect(book.shape(text, toSpec(face, {})).width).toBeGreaterThan(0);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function toId(source: { family: string; weight: number; style: string }): string {
  return `${source.family} ${source.weight}${source.style === 'italic' ? ' italic' : ''}`;
}

type Judge = (text: string, features: readonly string[]) => readonly (harfbuzz.GlyphInfo & harfbuzz.GlyphPosition)[];

function toJudge(source: FontSource | undefined): Judge {
  if (source === undefined) throw new Error('no such font');
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(source.bytes).buffer)));
  return (text, features) => {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.setDirection(harfbuzz.Direction.LTR);
    buffer.setScript('Latn');
    const settings = features.flatMap((feature) => harfbuzz.Feature.fromString(feature) ?? []);
    harfbuzz.shape(font, buffer, settings);
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map((info, i) => ({ ...info, ...(positions[i] as harfbuzz.GlyphPosition) }));
  };
}

function toSpec(face: Face, spec: Partial<FontSpec>): FontSpec {
  return {
    face,
    size: 10,
    figureSpacing: 'normal',
    figureStyle: 'normal',
    kerning: true,
    ligatures: true,
    letterSpacing: 0,
    wordSpacing: 0,
    ...spec,
  };
}

/** Names, amounts, dates, references and random strings over the letters, ligatures and brackets that fonts react to. */
function documentText(): fc.Arbitrary<string> {
  const alphabet = [
    ...'abcdefghijklmnopqrstuvwxyzæøåäöABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖ0123456789',
    ...'    ffiilltjk.,;:-–—/()[]{}@&<>=*+~%°"\'’‘“”éèüßšž×−€§½¼²³⁄→•xX',
    '\u00a0',
    '\u2009',
    '-->',
    '1x2',
    '(A)',
    'ffi',
    'To',
    'AV',
  ];
  const random = fc.array(fc.constantFrom(...alphabet), { maxLength: 28 }).map((parts) => parts.join(''));
  const amount = fc
    .tuple(fc.constantFrom('', '\u2212', '-', 'kr '), fc.integer({ min: 0, max: 99_999_999 }))
    .map(
      ([sign, minor]) =>
        `${sign}${String(Math.floor(minor / 100)).replace(/(?=(?:\d{3})+$)\B/g, '\u00a0')},${minor % 100}`,
    );
  const name = fc
    .array(
      fc.constantFrom('Bjørn', 'Åse-Marie', 'Väinö', 'Staff', 'Kjell', 'AS', '(Oslo)', '&', 'Økonomi', 'Avd. 7', 'ffl'),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((parts) => parts.join(' '));
  const date = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
    .map(([d, m]) => `${d}.${m}.2026`);
  return fc.oneof({ arbitrary: random, weight: 3 }, amount, name, date);
}

/** Every glyph's code points, put together, are the text; the width is the sum; arrays are of one length. */
function expectConsistent(run: GlyphRun, text: string): void {
  expect(run.text).toBe(text);
  expect(String.fromCodePoint(...run.codePoints.flat())).toBe(text);
  expect([run.codePoints.length, run.advances.length]).toEqual([run.glyphs.length, run.glyphs.length]);
  expect(run.width).toBe(run.advances.reduce((sum, advance) => sum + advance, 0));
}

function toPieces(run: GlyphRun): readonly string[] {
  return run.codePoints.map((codePoints) => String.fromCodePoint(...codePoints));
}
