import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TextDrawable } from '#dist/layout/index.js';
import { paintDocument } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import { hasJudges, readMupdfText, readPlainObjects, readText, withPdf } from '../support/judges/index.ts';
import { contentStreams, readRuns, type ShownRun } from './content-stream.ts';
import { content, element, leaf, loadFonts, page, paged, resources, type TextOptions, textMaker } from './hand-made.ts';

let book: FontBook;
beforeAll(async () => {
  book = await loadFonts();
});

function drawText(text: string, options: TextOptions = {}): TextDrawable {
  return textMaker(book)(text, { x: 40, y: 60 }, content(1), options);
}

function paintTexts(...texts: readonly TextDrawable[]): Uint8Array {
  return paintDocument(paged([page(texts)], [element('P', [leaf(1)])]), resources(book));
}

/** A run as it stands in the file, with the width of each code from the run itself: codes follow first use. */
function readBack(drawable: TextDrawable): ShownRun {
  const { run } = drawable;
  const [stream = ''] = contentStreams(paintTexts(drawable));
  const widths = new Map<string, number>();
  const codes = readRuns(stream, () => 0)[0]?.codes ?? [];
  codes.forEach(({ code }, index) => {
    widths.set(code, ((run.nominalAdvances[index] ?? 0) * 1000) / run.font.face.unitsPerEm);
  });
  const [shown] = readRuns(stream, (code) => widths.get(code) ?? 0);
  if (shown === undefined) throw new Error('no run');
  return shown;
}

describe('text', () => {
  it('puts every glyph where layout wants it, to a thousandth of a point, however long the run', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'AVToWy.,fil 1234567890æøåÄÖ\u00a0-'),
      minLength: 1,
      maxLength: 80,
    });
    const sizes = fc.constantFrom(6.3, 8, 9.5, 10, 24);
    const spacings = fc.constantFrom(0, 0.2, 1 / 3, -0.1);
    fc.assert(
      fc.property(words, sizes, spacings, spacings, (text, size, letterSpacing, wordSpacing) => {
        const drawable = drawText(text, { size, spec: { letterSpacing, wordSpacing } });
        const { codes } = readBack(drawable);
        let pen = 0;
        drawable.run.advances.forEach((advance, index) => {
          expect(Math.abs((codes[index]?.x ?? Number.NaN) - pen)).toBeLessThan(0.001);
          pen += advance;
        });
        expect(codes).toHaveLength(drawable.run.glyphs.length);
      }),
      { numRuns: 100 },
    );
  });

  it('measures y upwards from the page’s foot', () => {
    const [shown] = [readBack(drawText('x'))];
    expect([shown.x, shown.y]).toEqual([40, 781.89]);
  });

  it('draws marks without a composed form off the pen, and returns to the baseline', () => {
    const drawable = drawText('x\u030cy', { size: 20 });
    expect(drawable.run.offsets).not.toBeNull();
    const { codes } = readBack(drawable);
    drawable.run.offsets?.forEach((offset, index) => {
      expect(codes[index]?.rise).toBeCloseTo(offset.y, 2);
    });
    const [stream = ''] = contentStreams(paintTexts(drawable));
    const rises = [...stream.matchAll(/(\S+) Ts/g)].map(([, rise]) => rise);
    expect(rises.length === 0 || rises.at(-1) === '0').toBe(true);
  });

  it('sets what has changed and nothing else', () => {
    const [stream = ''] = contentStreams(paintTexts(drawText('a'), drawText('b'), drawText('c', { size: 12 })));
    expect(stream.match(/ Tf/g)).toHaveLength(2);
    expect(stream).not.toContain('rg');
    expect(stream.match(/BDC/g)).toHaveLength(1);
  });

  const sentences = [
    'Ærlig øl på Åsgård — «ÄÖÜ äöü éèê ðþ ČŠŽ đŋ»',
    'office fjord fluffy difficult',
    'KID 00012345678903, 1\u00a0234,50\u00a0kr',
    'AVATAR Toyota Ty. 11-11',
    '& < > " \' ( ) \\ / % [ ] { } #',
    'non\u2011breaking − minus 25,5\u00a0%',
  ];

  it.skipIf(!hasJudges('pdftotext'))('comes back letter by letter from poppler, ligatures included', async () => {
    const texts = sentences.map((sentence, index) =>
      textMaker(book)(sentence, { x: 40, y: 60 + 20 * index }, content(1)),
    );
    const read = await withPdf(paintTexts(...texts), readText);
    expect(read.trimEnd().split('\n')).toEqual(sentences.map(toPlainSpaces));
  });

  it.skipIf(!hasJudges('mutool'))('comes back from MuPDF too', async () => {
    const texts = sentences.map((sentence, index) =>
      textMaker(book)(sentence, { x: 40, y: 60 + 20 * index }, content(1)),
    );
    const read = await withPdf(paintTexts(...texts), readMupdfText);
    expect(read.trim().split(/\n+/)).toEqual(sentences.map(toPlainSpaces));
  });

  it.skipIf(!hasJudges('qpdf'))('gives a glyph one code for each text that it stands for', async () => {
    const drawable = drawText('a b\u00a0c office');
    const objects = await withPdf(paintTexts(drawable), readPlainObjects);
    const [, array = ''] = /beginbfrange\n<0001> <\w+> \[(.*)\]/.exec(objects) ?? [];
    const meanings = [...array.matchAll(/<(.*?)>/g)].map(([, hex]) => toText(hex ?? ''));
    const { codes } = readBack(drawable);
    expect(codes.map(({ code }) => meanings[Number.parseInt(code, 16) - 1]).join('')).toBe(drawable.run.text);
    const glyphOf = (text: string) =>
      drawable.run.glyphs[drawable.run.codePoints.findIndex((own) => own[0] === text.codePointAt(0))];
    expect(glyphOf(' ')).toBe(glyphOf('\u00a0'));
    expect(drawable.run.glyphs.length, 'a ligature').toBeLessThan(drawable.run.text.length);
  });

  it('refuses a glyph that the face does not have', () => {
    const drawable = drawText('ab');
    const broken = { ...drawable, run: { ...drawable.run, glyphs: [drawable.run.glyphs[0] ?? 0, 0] } };
    expect(() => paintTexts(broken)).toThrow(
      expect.objectContaining({ code: 'PAINT_NOT_DRAWABLE', message: expect.stringContaining('U+0062') }),
    );
  });
});

/** Readers of text turn every kind of space into U+0020. */
function toPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** UTF-16BE in hexadecimal. */
function toText(hex: string): string {
  return (hex.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
