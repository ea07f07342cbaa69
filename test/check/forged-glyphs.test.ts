import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasJudges } from '../support/judges/tools.ts';
import { type RealDocument, renderFixture } from './real-document.ts';
import { recover, redrawFile } from './redraw.ts';

describe.runIf(hasJudges('qpdf'))('a document whose font shows something else than is read', () => {
  let document: RealDocument;
  beforeAll(async () => {
    document = await renderFixture('classic-comp');
  });
  afterAll(() => document.engine.close());

  async function judge(forged: Uint8Array) {
    const { findings, facts } = await document.engine.validate(forged, document.source, {
      strict: true,
      rerender: false,
    });
    return { facts, errors: findings.filter((finding) => finding.severity === 'error') };
  }

  test('is found where codes and what they mean are both exchanged: 1 is read, 7 is shown', async () => {
    const forged = await redrawFile(document.pdf, (plain) => {
      const font = readFont(plain);
      const [one, seven] = [font.codeOf('0031'), font.codeOf('0037')];
      return exchange(font.exchangeMeanings('0031', '0037'), font.name, one, seven);
    });
    const { errors, facts } = await judge(forged);
    // Every fact is read as the session has it: the text alone tells nothing.
    expect(facts['payable']).toBe('17 086,50 NOK');
    expect(new Set(errors.map(({ ruleId }) => ruleId))).toEqual(new Set(['glyph-forged']));
    expect(errors).toContainEqual(
      expect.objectContaining({ field: 'payable', page: 1, found: 'another shape for "1"', channel: 'visual' }),
    );
    expect(errors.map(({ field }) => field)).toEqual(expect.arrayContaining(['payable', 'dueDate', 'kid']));
  });

  test('is found where the font program has the glyphs exchanged', async () => {
    const forged = await redrawFile(
      document.pdf,
      (plain) => {
        const font = readFont(plain);
        const map = Array.from({ length: 256 }, (_, code) => code);
        const [one, seven] = [font.codeOf('0031'), font.codeOf('0037')].map((code) => Number.parseInt(code, 16));
        if (one === undefined || seven === undefined) throw new Error('No digits');
        [map[one], map[seven]] = [seven, one];
        return font.withGlyphMap(plain, map);
      },
      recover,
    );
    const { errors } = await judge(forged);
    expect(errors).toContainEqual(expect.objectContaining({ ruleId: 'glyph-forged', field: 'payable' }));
  });

  test('is found where a code shows no glyph of the font, or has another width', async () => {
    const missing = await redrawFile(
      document.pdf,
      (plain) => readFont(plain).withGlyphMap(plain, new Array(256).fill(0)),
      recover,
    );
    expect((await judge(missing)).errors).toContainEqual(
      expect.objectContaining({ ruleId: 'glyph-forged', field: 'payable', found: 'an empty box for "1"' }),
    );
    const narrow = await redrawFile(document.pdf, (plain) => plain.replace(/\/W \[\s*1\s*\[\s*/g, '$&100 '));
    expect((await judge(narrow)).errors).toContainEqual(
      expect.objectContaining({ ruleId: 'glyph-forged', found: expect.stringMatching(/^another width/) }),
    );
  });

  test('is found where a font is not embedded, or is one that nobody knows', async () => {
    const renamed = await redrawFile(document.pdf, (plain) =>
      plain.replaceAll('FakturapressSans-SemiBold', 'Elsewhere'),
    );
    expect((await judge(renamed)).errors).toMatchObject([{ ruleId: 'font-untrusted', channel: 'visual', page: 1 }]);
    const bare = await redrawFile(document.pdf, (plain) => plain.replaceAll('/FontFile2', '/NoFontFile'));
    expect((await judge(bare)).errors).toContainEqual(expect.objectContaining({ ruleId: 'font-untrusted' }));
  });
});

/** The font that `payable` is set in, in a file whose streams are plain. */
function readFont(plain: string) {
  const objectAt = (reference: string | undefined) => {
    const start = plain.indexOf(`\n${reference} 0 obj\n`);
    return plain.slice(start, plain.indexOf('\nendobj', start));
  };
  const name = /\/fact\.payable <<[^\n]*\n[^/]*\/(F\d+) [\d.]+ Tf/.exec(plain)?.[1] ?? '';
  const dictionary = objectAt(new RegExp(`/${name} (\\d+) 0 R`).exec(plain)?.[1]);
  const toUnicode = objectAt(/\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1]);
  const descendant = objectAt(/\/DescendantFonts \[\s*(\d+) 0 R/.exec(dictionary)?.[1]);
  const [, first = '', meanings = ''] = /<([0-9A-F]{4})> <[0-9A-F]{4}> \[([^\]]*)\]/.exec(toUnicode) ?? [];
  return {
    name,
    /** The code of a character, both in hexadecimal. */
    codeOf(character: string): string {
      const index = meanings.split(' ').indexOf(`<${character}>`);
      if (index < 0) throw new Error(`No ${character} in ${name}`);
      return (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
    },
    exchangeMeanings(one: string, other: string): string {
      const swapped = meanings.replaceAll(new RegExp(`<(?:${one}|${other})>`, 'g'), (found) =>
        found === `<${one}>` ? `<${other}>` : `<${one}>`,
      );
      return plain.replace(toUnicode, toUnicode.replace(meanings, swapped));
    },
    /** The file with another glyph for each code, of which there are 256 here. */
    withGlyphMap(file: string, glyphs: readonly number[]): string {
      const bytes = String.fromCharCode(...glyphs.flatMap((glyph) => [glyph >> 8, glyph & 0xff]));
      const stream = `<<\n  /Length ${bytes.length}\n>>\nstream\n${bytes}\nendstream`;
      return withObject(file, stream, (reference) =>
        descendant.replace('/CIDToGIDMap /Identity', `/CIDToGIDMap ${reference}`),
      );
    },
  };

  function withObject(file: string, object: string, use: (reference: string) => string): string {
    const number = Math.max(...[...file.matchAll(/^(\d+) 0 obj$/gm)].map(([, found]) => Number(found))) + 1;
    const changed = file.replace(descendant, () => use(`${number} 0 R`));
    return changed.replace(/^xref$/m, () => `${number} 0 obj\n${object}\nendobj\n\nxref`);
  }
}

/** Exchanges two codes wherever a font shows them. */
function exchange(plain: string, font: string, one: string, other: string): string {
  return plain.replaceAll(new RegExp(`/${font} [\\d.]+ Tf[\\s\\S]*?(?=/F\\d+ [\\d.]+ Tf|endstream)`, 'g'), (shown) =>
    shown.replaceAll(/<([0-9a-f]+)>/g, (_, codes: string) => {
      const swapped = (codes.match(/.{4}/g) ?? []).map((code) => {
        if (code === one) return other;
        return code === other ? one : code;
      });
      return `<${swapped.join('')}>`;
    }),
  );
}
