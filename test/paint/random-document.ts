import fc from 'fast-check';
import type { Drawable, Mark, PagedDocument, StructureElement } from '#dist/layout/index.js';
import type { FontBook } from '#dist/text/index.js';
import {
  BACKGROUND,
  content,
  element,
  footer,
  leaf,
  line,
  link,
  page,
  paged,
  rectangle,
  textMaker,
} from './hand-made.ts';

/** A block of a document, as plain as fast-check can vary it. */
type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading' | 'list' | 'figure'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly columns: number; readonly rows: number; readonly run: Run };

interface Run {
  readonly text: string;
  readonly fact: string | null;
  readonly style: 'plain' | 'span' | 'link';
  /** In how many pieces it is drawn; none for what has nothing to show. */
  readonly pieces: number;
  /** Whether a page ends after its first piece. */
  readonly breaksPage: boolean;
}

const run: fc.Arbitrary<Run> = fc.record({
  text: fc.string({ unit: fc.constantFrom(...'aæøåÄÖ 1\u00a0,.-fi«»&<(\\'), minLength: 1, maxLength: 12 }),
  fact: fc.constantFrom(null, null, 'payable', 'seller.name', 'line.1.amount', 'vat.2500.net'),
  style: fc.constantFrom('plain', 'span', 'link'),
  pieces: fc.integer({ min: 0, max: 3 }),
  breaksPage: fc.boolean(),
});
const runs = fc.array(run, { minLength: 1, maxLength: 4 });

const blocks: fc.Arbitrary<readonly Block[]> = fc.array(
  fc.oneof(
    runs.map((own): Block => ({ kind: 'paragraph', runs: own })),
    fc.record({ kind: fc.constantFrom('heading' as const, 'list' as const, 'figure' as const), runs }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.integer({ min: 1, max: 4 }),
      rows: fc.integer({ min: 1, max: 5 }),
      run,
    }),
  ),
  { maxLength: 8 },
);

/** Documents of every structure that a template can ask for, drawn in any number of pieces over any number of pages. */
export function randomDocuments(book: FontBook): fc.Arbitrary<PagedDocument> {
  return blocks.map((own) => new Scribe(book).write(own));
}

class Scribe {
  readonly #text: ReturnType<typeof textMaker>;
  readonly #pages: Drawable[][] = [[]];
  #leaves = 0;
  #y = 40;

  constructor(book: FontBook) {
    this.#text = textMaker(book);
  }

  write(own: readonly Block[]): PagedDocument {
    const children = own.map((block) => this.#block(block));
    return paged(this.#pages.map(page), children, 'Vilkårlig dokument');
  }

  #block(block: Block): StructureElement {
    switch (block.kind) {
      case 'paragraph':
        return element('P', this.#runs(block.runs), { fact: block.runs[0]?.fact ?? null });
      case 'heading':
        return element('H1', this.#runs(block.runs));
      case 'list':
        return element(
          'L',
          block.runs.map((own) =>
            element('LI', [element('Lbl', [this.#leaf(own)]), element('LBody', this.#runs([own]))]),
          ),
        );
      case 'figure':
        return element(
          'Figure',
          block.runs.map((own) => this.#drawing(own)),
          { alternative: 'En «figur»' },
        );
      case 'table':
        return this.#table(block.columns, block.rows, block.run);
    }
  }

  #table(columns: number, rows: number, own: Run): StructureElement {
    const row = (role: 'TH' | 'TD') =>
      element(
        'TR',
        Array.from({ length: columns }, () =>
          role === 'TH'
            ? element('TH', [this.#leaf(own)], { scope: 'Column' })
            : element('TD', [element('P', this.#runs([own]))], { fact: own.fact }),
        ),
      );
    const header = element('THead', [row('TH')]);
    return element('Table', [
      header,
      element(
        'TBody',
        Array.from({ length: rows }, () => row('TD')),
      ),
    ]);
  }

  #runs(own: readonly Run[]): StructureElement['children'] {
    return own.map((each) => {
      if (each.style === 'plain') return this.#leaf(each);
      if (each.style === 'span') return element('Span', [this.#leaf(each)], { language: 'en' });
      const inside = this.#leaf(each);
      const box = [40, this.#y, 50, 12] as const;
      this.#draw(link('https://example.com/?a=(b)&c=å', box, content(inside.id, each.fact)));
      return element('Link', [inside]);
    });
  }

  #leaf(own: Run) {
    return this.#pieces(own, (mark) => this.#text(own.text, { x: 40, y: this.#y }, mark));
  }

  #drawing(own: Run) {
    return this.#pieces({ ...own, pieces: 1 }, (mark) =>
      rectangle([40, this.#y, 20, 10], mark, { radii: [2, 2, 2, 2] }),
    );
  }

  #pieces(own: Run, toDrawable: (mark: Mark) => Drawable) {
    this.#leaves += 1;
    const id = this.#leaves;
    for (let piece = 0; piece < own.pieces; piece += 1) {
      this.#draw(toDrawable(content(id, own.fact)));
      if (piece === 0 && own.breaksPage) this.#breakPage();
      else this.#draw(line([40, this.#y, 60, this.#y], BACKGROUND));
      this.#y += 12;
    }
    return leaf(id);
  }

  #breakPage(): void {
    this.#draw(this.#text('Fjord Kaffe AS', { x: 40, y: 820 }, footer('seller.name')));
    this.#pages.push([]);
    this.#y = 40;
  }

  #draw(drawable: Drawable): void {
    this.#pages.at(-1)?.push(drawable);
  }
}
