import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PagedDocument } from '#dist/layout/index.js';
import { type PaintResources, paintDocument, prepareImage } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import {
  findBreaches,
  findSyntaxErrors,
  hasJudges,
  inTemporaryFolder,
  judgeConformance,
  listFonts,
} from '../support/judges/index.ts';
import { everyKind, FADING_SQUARE } from './every-kind.ts';
import {
  content,
  element,
  leaf,
  loadFonts,
  METADATA,
  oneParagraph,
  page,
  paged,
  resources,
  textMaker,
} from './hand-made.ts';
import { randomDocuments } from './random-document.ts';

let book: FontBook;
let withLogo: PaintResources;
beforeAll(async () => {
  book = await loadFonts();
  withLogo = resources(book, { images: new Map([['logo', prepareImage(FADING_SQUARE, 'logo.png')]]) });
});

function samples(): Record<string, [PagedDocument, PaintResources]> {
  const text = textMaker(book);
  const xml = Buffer.from('<Invoice>æ</Invoice>');
  return {
    'every kind': [everyKind(book), withLogo],
    'awkward title': [oneParagraph(book, 'ÆØÅ æøå ÄÖ äö', `<Sønn> & "Co" 'x' \u0007]]> ðŧŋ`), resources(book)],
    'empty cells': [
      paged(
        [page([text('Antall', { x: 40, y: 60 }, content(1)), text('2', { x: 40, y: 80 }, content(3))])],
        [
          element('Table', [
            element('TR', [
              element('TH', [leaf(1)], { scope: 'Column' }),
              element('TH', [leaf(2)], { scope: 'Column' }),
            ]),
            element('TR', [element('TD', [leaf(3)]), element('TD', [leaf(4)])]),
          ]),
        ],
      ),
      resources(book),
    ],
    spans: [
      paged(
        [page([1, 2, 3, 4, 5].map((id) => text(`celle ${id}`, { x: 40 * id, y: 60 }, content(id))))],
        [
          element('Table', [
            element('TR', [
              element('TH', [leaf(1)], { scope: 'Both', rowSpan: 2 }),
              element('TD', [leaf(2)], { columnSpan: 2 }),
            ]),
            element('TR', [element('TD', [leaf(3)]), element('TD', [leaf(4)])]),
            element('TR', [element('TD', [leaf(5)], { columnSpan: 3 })]),
          ]),
        ],
      ),
      resources(book),
    ],
    attachments: [
      oneParagraph(book, 'Se vedlegg'),
      resources(book, {
        attachments: ['b.xml', 'A.xml'].map((name) => ({
          name,
          bytes: xml,
          mimeType: 'text/xml',
          relationship: 'Alternative',
          description: 'Samme faktura, maskinlesbar',
          date: METADATA.date,
        })),
      }),
    ],
    'two meanings of a glyph': [oneParagraph(book, 'a b\u00a0c fi ffl'), resources(book)],
    'nothing but a page': [paged([page([])], []), resources(book)],
  };
}

describe('a painted file', { timeout: 120_000 }, () => {
  it.skipIf(!hasJudges('verapdf'))('passes veraPDF as PDF/A-3a and as PDF/UA-1', async () => {
    await inTemporaryFolder(async (folder) => {
      const files = await writeSamples(folder);
      expect(await findBreaches(files)).toEqual([]);
    });
  });

  it.skipIf(!hasJudges('verapdf', 'qpdf'))(
    'passes whatever its structure and however it is cut into pages',
    async () => {
      const documents = fc.sample(randomDocuments(book), { numRuns: 60, seed: 20261123 });
      await inTemporaryFolder(async (folder) => {
        const files = await Promise.all(
          documents.map(async (document, index) => {
            const file = join(folder, `${index}.pdf`);
            await writeFile(file, paintDocument(document, resources(book)));
            return file;
          }),
        );
        expect(await findBreaches(files)).toEqual([]);
        for (const file of files) expect(await findSyntaxErrors(file), file).toBe('');
      });
    },
  );

  it.skipIf(!hasJudges('verapdf'))(
    'fails veraPDF once its claims are spoilt, so that a pass means something',
    async () => {
      const pdf = Buffer.from(paintDocument(everyKind(book), withLogo));
      const spoilt = pdf
        .toString('latin1')
        .replace('/DisplayDocTitle true', '/DisplayDocTitle nope')
        .replace('<pdfaid:part>3', '<pdfaid:part>2');
      await inTemporaryFolder(async (folder) => {
        const file = join(folder, 'spoilt.pdf');
        await writeFile(file, Buffer.from(spoilt, 'latin1'));
        const verdicts = await judgeConformance([file, join(folder, 'missing.pdf')]);
        expect(verdicts.map(({ flavour, passed, broken }) => [flavour, passed, broken])).toEqual([
          ['3a', false, ['6.6.4-2']],
          ['3a', false, ['not judged']],
          ['ua1', false, ['7.1-10']],
          ['ua1', false, ['not judged']],
        ]);
      });
    },
  );

  it.skipIf(!hasJudges('qpdf'))('is clean to qpdf', async () => {
    await inTemporaryFolder(async (folder) => {
      for (const file of await writeSamples(folder)) expect(await findSyntaxErrors(file), file).toBe('');
    });
  });

  it.skipIf(!hasJudges('pdffonts'))('embeds every font as a subset with its Unicode', async () => {
    await inTemporaryFolder(async (folder) => {
      const [first] = await writeSamples(folder);
      const fonts = await listFonts(first ?? '');
      expect(fonts).toHaveLength(3);
      for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, hasUnicode: true });
    });
  });
});

async function writeSamples(folder: string): Promise<string[]> {
  return Promise.all(
    Object.entries(samples()).map(async ([name, [document, needs]]) => {
      const file = join(folder, `${name}.pdf`);
      await writeFile(file, paintDocument(document, needs));
      return file;
    }),
  );
}
