import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadBundledBook, readFontFile } from './bundled-fonts.js';

/** Letters of every language that the templates speak and of its neighbours. */
const NORDIC = 'æøåäöÆØÅÄÖšžŠŽáÁéÉèÈüÜõÕßðÐþÞ';
/** They lack ŧ and Ŧ, so lists with them need another family behind. */
const WITHOUT_SAMI = ['Source Serif 4', 'Figtree'];
/** Northern Sami. */
const SAMI = 'áčđŋšŧžÁČĐŊŠŦŽ';
/** Signs of money, rates, dates and addresses. */
const SIGNS = '\u00a0\u202f\u2009\u2011\u2212\u2013\u2014‘’“”…•†€§%°×·/|@&«»½²³µ';

describe('the fonts of the package', async () => {
  const book = await loadBundledBook();

  it.each(book.faces)('$id prints every Nordic letter and the signs of an invoice', (face) => {
    const missing = [...NORDIC, ...SIGNS].filter((c) => !book.hasGlyph(face, c.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });

  it.each(book.faces.filter((face) => !WITHOUT_SAMI.includes(face.family)))('$id prints Northern Sami', (face) => {
    expect([...SAMI].filter((c) => !book.hasGlyph(face, c.codePointAt(0) ?? 0))).toEqual([]);
  });

  it.each(book.faces)('$id has figures of one width when they are asked to be tabular', (face) => {
    const spec = {
      face,
      size: 10,
      figureSpacing: 'tabular',
      figureStyle: 'lining',
      kerning: true,
      ligatures: true,
      letterSpacing: 0,
      wordSpacing: 0,
    } as const;
    const widths = new Set([...'0123456789'].map((digit) => book.measure(digit, spec)));
    expect(widths.size).toBe(1);
  });

  it('are the files that the manifest describes, each with its licence beside it', async () => {
    const { fonts } = JSON.parse(new TextDecoder().decode(await readFontFile('fonts.json'))) as {
      fonts: readonly { file: string; sha256: string; licenceFile: string }[];
    };
    expect(fonts.length).toBe(book.faces.length);
    for (const { file, sha256, licenceFile } of fonts) {
      expect(
        createHash('sha256')
          .update(await readFontFile(file))
          .digest('hex'),
        file,
      ).toBe(sha256);
      expect(new TextDecoder().decode(await readFontFile(licenceFile)), licenceFile).toContain('SIL OPEN FONT LICENSE');
    }
  });
});
