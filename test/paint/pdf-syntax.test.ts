import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfName, pdfNumber, pdfTextString } from '#dist/paint/pdf-syntax.js';
import { PdfWriter } from '#dist/paint/pdf-writer.js';

describe('numbers', () => {
  it('are exact to half a thousandth, without exponent, sign of zero or spare digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const text = pdfNumber(value);
        expect(text).toMatch(/^(?!-0$)-?(0|[1-9]\d*)(\.\d{0,2}[1-9])?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.000_500_1);
      }),
    );
  });

  it('that are none, or lie off any page, are refused', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e12]) {
      expect(() => pdfNumber(value)).toThrow(expect.objectContaining({ code: 'PAINT_NOT_DRAWABLE' }));
    }
  });
});

describe('names', () => {
  it('come back from their escapes and never end early', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const written = pdfName(name);
        expect(written).toMatch(/^\/[^\s()<>[\]{}/%\u0080-\uffff]+$/);
        const bytes = written
          .slice(1)
          .replace(/#([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
        expect(Buffer.from(bytes, 'latin1').toString('utf8')).toBe(name);
      }),
    );
  });

  it('keep the letters of facts as they are', () => {
    expect(pdfName('fact.line.1.netAmount')).toBe('/fact.line.1.netAmount');
  });
});

describe('text strings', () => {
  it('are literal where ASCII suffices, with their delimiters escaped', () => {
    expect(pdfTextString('a (b) \\ c')).toBe('(a \\(b\\) \\\\ c)');
  });

  it('are UTF-16BE with a byte order mark otherwise', () => {
    expect(pdfTextString('Å😀')).toBe('<FEFF00C5D83DDE00>');
    expect(pdfTextString('a\nb')).toBe('<FEFF0061000A0062>');
  });
});

describe('a file under construction', () => {
  const frame = { language: 'nb', info: { CreationDate: new Date(0) }, xmp: '<x/>' };

  it('is a fault, not silence, where an object was promised and never written', () => {
    const writer = new PdfWriter(frame);
    const id = writer.reserve();
    expect(() => writer.finish()).toThrow(
      expect.objectContaining({ code: 'PAINT_UNFINISHED', message: expect.stringContaining(`${id}`) }),
    );
  });

  it('ends with its end-of-file marker', () => {
    expect(Buffer.from(new PdfWriter(frame).finish()).toString('latin1')).toMatch(/startxref\n\d+\n%%EOF\n$/);
  });
});
