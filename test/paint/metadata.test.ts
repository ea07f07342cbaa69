import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PaintMetadata, paintDocument } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import { hasJudges, queryXml, readInfo, readInfoDictionary, readXmp, withPdf } from '../support/judges/index.ts';
import { loadFonts, METADATA, oneParagraph, resources } from './hand-made.ts';

let book: FontBook;
beforeAll(async () => {
  book = await loadFonts();
});

function paintTitled(title: string, metadata: PaintMetadata = METADATA): Uint8Array {
  return paintDocument(oneParagraph(book, 'x', title), resources(book, { metadata }));
}

/** The value of one property wherever it stands in the packet. */
function property(xmp: string, name: string): Promise<string> {
  return queryXml(xmp, `string(//*[name()="${name}"])`);
}

describe('metadata', () => {
  it.skipIf(!hasJudges('pdfinfo'))('is what was handed in, dated on the invoice’s day', async () => {
    const info = await withPdf(paintTitled('Faktura 1 – Sønn & Co'), readInfo);
    expect(info).toMatchObject({
      Title: 'Faktura 1 – Sønn & Co',
      Author: 'Fjord Kaffe AS',
      Subject: 'Invoice 1',
      Keywords: 'invoice, 1',
      Creator: 'fakturapress 0.1.0',
      CreationDate: '2026-11-23T00:00:00Z',
      Tagged: 'yes',
      Encrypted: 'no',
      JavaScript: 'no',
      'PDF version': '1.7',
    });
  });

  it.skipIf(!hasJudges('pdfinfo', 'xmllint'))(
    'claims both standards in XMP, and says of its own property what it is',
    async () => {
      const xmp = await withPdf(paintTitled('Faktura'), readXmp);
      expect(await property(xmp, 'pdfaid:part')).toBe('3');
      expect(await property(xmp, 'pdfaid:conformance')).toBe('A');
      expect(await property(xmp, 'pdfuaid:part')).toBe('1');
      expect(await property(xmp, 'fakturapress:template')).toBe('classic 1.0.0');
      expect(await property(xmp, 'xmp:CreateDate')).toBe('2026-11-23T00:00:00Z');
      expect(await property(xmp, 'dc:language')).toBe('nb');
    },
  );

  it.skipIf(!hasJudges('pdfinfo', 'xmllint'))(
    'says the same in Info and in well-formed XMP, whatever the texts are',
    async () => {
      const awkward = fc.string({
        unit: fc.oneof(
          fc.constantFrom(
            '&',
            '<',
            '>',
            '"',
            "'",
            ']]>',
            '(',
            ')',
            '\\',
            'ø',
            'Å',
            'ŋ',
            '\u0000',
            '\u001b',
            '\ud800',
            '\ufffe',
            '😀',
            '</rdf:li>',
          ),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        ),
        minLength: 1,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(awkward, awkward, awkward, async (title, author, keyword) => {
          // A mark before and behind keeps XPath and XML from trimming what the texts begin and end with.
          const [a, b, c] = [title, author, keyword].map((text) => `·${text}·`) as [string, string, string];
          const pdf = paintTitled(a, { ...METADATA, author: b, keywords: [c, '1'] });
          const xmp = await withPdf(pdf, readXmp);
          const info = await readInfoDictionary(pdf);
          expect(await property(xmp, 'dc:title')).toBe(info['Title']);
          expect(await property(xmp, 'dc:creator')).toBe(info['Author']);
          expect(await property(xmp, 'pdf:Keywords')).toBe(info['Keywords']);
          expect(await property(xmp, 'dc:description')).toBe(info['Subject']);
          expect(await property(xmp, 'xmp:CreatorTool')).toBe(info['Creator']);
          expect(await property(xmp, 'pdf:Producer')).toBe(info['Producer']);
          expect(await property(xmp, 'fakturapress:template')).toBe(
            (info['Custom'] as Record<string, string>)['Template'],
          );
          expect(await queryXml(xmp, 'count(//*[name()="pdfaid:part"])')).toBe('1');
        }),
        { numRuns: 25 },
      );
    },
  );

  it('identifies a file by all that it holds, not by its Info alone', () => {
    const identity = (pdf: Uint8Array) => /\/ID\[<(\w{32})><\1>\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
    const paint = (text: string) => identity(paintDocument(oneParagraph(book, text), resources(book)));
    expect(paint('1')).toMatch(/^[0-9a-f]{32}$/i);
    expect(paint('1')).toBe(paint('1'));
    expect(paint('1')).not.toBe(paint('2'));
  });
});
