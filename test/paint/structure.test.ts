import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Drawable, Mark, PagedDocument } from '#dist/layout/index.js';
import { type PaintResources, paintDocument, prepareImage } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import {
  hasJudges,
  readPageStructure,
  readPlainObjects,
  readStructure,
  readTags,
  withPdf,
} from '../support/judges/index.ts';
import { contentStreams, findUnmarked, readObjects } from './content-stream.ts';
import { everyKind, FADING_SQUARE } from './every-kind.ts';
import {
  BACKGROUND,
  content,
  element,
  footer,
  leaf,
  line,
  link,
  loadFonts,
  page,
  paged,
  rectangle,
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

describe('marked content', () => {
  it('leaves nothing painted outside a mark', () => {
    for (const stream of contentStreams(paintDocument(everyKind(book), withLogo)))
      expect(findUnmarked(stream)).toEqual([]);
  });

  it('leaves nothing outside, and pairs every sequence, in any document', () => {
    fc.assert(
      fc.property(randomDocuments(book), (document) => {
        for (const stream of contentStreams(paintDocument(document, resources(book))))
          expect(findUnmarked(stream)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('shows a reader which fact a text prints, in the content and in the running foot', async () => {
    const read = await readTags(paintDocument(everyKind(book), withLogo), 1);
    const facts = read.filter(({ tags }) => tags.some((tag) => tag.startsWith('fact.')));
    expect(facts).toEqual([
      { tags: ['fact.seller.name'], text: 'Fjord Kaffe AS' },
      { tags: ['fact.line.1.description'], text: 'Kaffe,' },
      { tags: ['fact.line.1.description'], text: 'mørkbrent' },
      { tags: ['fact.line.1.amount'], text: '1 234,50' },
      { tags: ['fact.payable'], text: '1 234,50' },
      { tags: ['Artifact', 'fact.seller.name'], text: 'Fjord Kaffe AS' },
    ]);
    expect(read[0]).toEqual({ tags: ['H1'], text: 'Faktura' });
  });

  it('is one sequence for each stretch of one mark, balanced, whatever the order of marks', () => {
    const marks = fc.oneof(
      fc
        .record({ leaf: fc.integer({ min: 1, max: 3 }), fact: fc.constantFrom(null, 'payable', 'kid') })
        .map((mark): Mark => content(mark.leaf, mark.fact)),
      fc.constantFrom<Mark>(BACKGROUND, footer(), footer('seller.name')),
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 20 }), (sequence) => {
        const drawables = sequence.map((mark, index) => line([0, index, 10, index], mark));
        const [stream = ''] = contentStreams(
          paintDocument(paged([page(drawables)], [element('P', [1, 2, 3].map(leaf))]), resources(book)),
        );
        const stretches = sequence.filter(
          (mark, index) => JSON.stringify(mark) !== JSON.stringify(sequence[index - 1]),
        );
        const opened = [...stream.matchAll(/^\/\S+ <<.*>> BDC$/gm)];
        expect(opened).toHaveLength(stretches.length);
        expect(findUnmarked(stream)).toEqual([]);
        const mcids = [...stream.matchAll(/MCID (\d+)/g)].map(([, mcid]) => Number(mcid));
        expect(mcids).toEqual(mcids.map((_, index) => index));
      }),
    );
  });
});

describe('the structure tree', () => {
  it.skipIf(!hasJudges('pdfinfo'))(
    'reads aloud in the order of the elements, paragraphs over the page in one',
    async () => {
      const read = await withPdf(paintDocument(everyKind(book), withLogo), readStructure);
      expect(read.trimEnd()).toBe(READ_ALOUD);
    },
  );

  it('leads pdf.js from a page to the elements that have content on it', async () => {
    const second = JSON.stringify(await readPageStructure(paintDocument(everyKind(book), withLogo), 2));
    expect(second.match(/"role":"\w+"/g)).toEqual(
      expect.arrayContaining(['"role":"Document"', '"role":"P"', '"role":"Span"']),
    );
    expect(second.match(/"type":"content"/g)).toHaveLength(2);
  });

  it('names elements of facts and header cells once each, in an id tree sorted by bytes', async () => {
    const twice = paged(
      [
        page([
          textMaker(book)('a', { x: 40, y: 60 }, content(1, 'payable')),
          textMaker(book)('b', { x: 40, y: 80 }, content(2, 'payable')),
        ]),
      ],
      [
        element('P', [leaf(1)], { fact: 'payable' }),
        element('P', [leaf(2)], { fact: 'payable' }),
        element('P', [], { fact: 'Zeta' }),
      ],
    );
    const file = [...readObjects(paintDocument(twice, resources(book))).values()].join('\n');
    const [, names = ''] = /\/IDTree<<\/Names\[(.*?)\]/.exec(file) ?? [];
    expect([...names.matchAll(/\((.*?)\)/g)].map(([, name]) => name)).toEqual([
      'fact.Zeta',
      'fact.payable',
      'fact.payable#2',
    ]);
    expect([...file.matchAll(/\/ID \((.*?)\)/g)].map(([, name]) => name).sort()).toEqual([
      'fact.Zeta',
      'fact.payable',
      'fact.payable#2',
    ]);
  });

  it('keeps scope, spans, language and alternative text', () => {
    const table = element('Table', [
      element('TR', [
        element('TH', [leaf(1)], { scope: 'Column', columnSpan: 2 }),
        element('TD', [leaf(2)], { rowSpan: 3 }),
      ]),
    ]);
    const file = [
      ...readObjects(
        paintDocument(
          paged([page([])], [table, element('Figure', [], { alternative: 'Ærlig (logo)', language: 'nn' })]),
          resources(book),
        ),
      ).values(),
    ].join('\n');
    expect(file).toContain('/A<</O/Table/Scope/Column/ColSpan 2>>');
    expect(file).toContain('/A<</O/Table/RowSpan 3>>');
    expect(file).toContain('/Alt <FEFF00C60072006C0069006700200028006C006F0067006F0029>/Lang (nn)');
  });

  it.skipIf(!hasJudges('qpdf'))('ties a link to its element both ways, one annotation for each area', async () => {
    const text = textMaker(book);
    const document: PagedDocument = paged(
      [
        page([
          text('two', { x: 40, y: 60 }, content(1)),
          link('https://example.com/a?b=c', [40, 50, 20, 12], content(1)),
          text('lines', { x: 40, y: 80 }, content(1)),
          link('https://example.com/a?b=c', [40, 70, 20, 12], content(1)),
        ]),
      ],
      [element('P', [element('Link', [element('Span', [leaf(1)])])])],
    );
    const objects = await withPdf(paintDocument(document, resources(book)), readPlainObjects);
    expect(objects.match(/\/Type \/OBJR/g)).toHaveLength(2);
    expect(objects.match(/\/URI \(https:\/\/example\.com\/a\?b=c\)/g)).toHaveLength(2);
    expect(objects.match(/\/StructParent \d+/g)).toEqual(['/StructParent 1', '/StructParent 2']);
    expect(objects).toContain('/Tabs /S');
    expect(objects).toContain('/ParentTreeNextKey 3');
  });
});

describe('what belongs nowhere', () => {
  const paint = (drawables: readonly Drawable[]) => () =>
    paintDocument(paged([page(drawables)], [element('P', [leaf(1)])]), resources(book));

  it('is refused: a leaf that the tree lacks', () => {
    expect(paint([rectangle([0, 0, 1, 1], content(2))])).toThrow(expect.objectContaining({ code: 'PAINT_UNMARKED' }));
  });

  it('is refused: a link in an artifact or in no Link element', () => {
    expect(paint([link('https://example.com', [0, 0, 1, 1], footer())])).toThrow(
      expect.objectContaining({ code: 'PAINT_UNMARKED' }),
    );
    expect(paint([link('https://example.com', [0, 0, 1, 1], content(1))])).toThrow(
      expect.objectContaining({ code: 'PAINT_UNMARKED' }),
    );
  });

  it('is refused: a link to anything but https: and mailto:', () => {
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'http://example.com',
      '//example.com',
      '#top',
      '',
      'https://',
    ]) {
      expect(paint([link(url, [0, 0, 1, 1], content(1))]), url).toThrow(
        expect.objectContaining({ code: 'LINK_REFUSED' }),
      );
    }
  });
});

const READ_ALOUD = `Document
  Part
    Sect
      Figure:
         /BBox [420 779.89 452 811.89]
        ""
      H1 (block)
        "Faktura"
      Div
        H2 (block)
          "Selger"
        P <fact.seller.name> (block)
          "Fjord Kaffe AS"
      P (block)
        "Spørsmål? "
        Link (inline)
          "faktura@fjordkaffe.example"
          Object 25 0
      Table (block)
        Caption
          "Varer"
        THead
          TR
            TH <header>:
               /Scope /Column
              "Beskrivelse"
            TH <header#2>:
               /Scope /Column
              "Beløp"
        TBody
          TR
            TD <fact.line.1.description>
              P (block)
                "Kaffe, mørkbrent"
            TD <fact.line.1.amount>
              P (block)
                "1\u00a0234,50"
        TFoot
          TR
            TH <header#3>:
               /Scope /Row
              "Å betale"
            TD <fact.payable>
              P (block)
                "1\u00a0234,50"
      L (block)
        LI (block)
          Lbl (block)
            "•"
          LBody (block)
            "Betal innen fristen"
      Figure:
         /BBox [399.5 501.39 460.5 542.39]
        ""
      P (block)
        "Et avsnitt som begynner her"
        "og slutter her."
      P (block)
        Span (inline)
          "Thank you"`;
