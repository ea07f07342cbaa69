import type { Drawable, PagedDocument, StructureElement } from '#dist/layout/index.js';
import type { FontBook } from '#dist/text/index.js';
import {
  BACKGROUND,
  BLACK,
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
import { makePng } from './png-maker.ts';

/** Two pages with every kind of drawable, every role, facts, artifacts and a paragraph that runs over the page. */
export function everyKind(book: FontBook): PagedDocument {
  const text = textMaker(book);
  const first: Drawable[] = [
    rectangle([0, 0, 595.276, 90], BACKGROUND),
    rectangle([400, 20, 150, 50], BACKGROUND, {
      radii: [8, 4, 2, 0],
      fill: { red: 0.04, green: 0.36, blue: 0.42, alpha: 0.5 },
    }),
    { kind: 'image', box: { x: 420, y: 30, width: 32, height: 32 }, image: 'logo', mark: content(1) },
    text('Faktura', { x: 40, y: 60 }, content(2), { size: 24, weight: 700 }),
    text('Selger', { x: 40, y: 110 }, content(3), { size: 14, weight: 600 }),
    text('Fjord Kaffe AS', { x: 40, y: 130 }, content(4, 'seller.name')),
    text('Spørsmål? ', { x: 40, y: 150 }, content(5)),
    text('faktura@fjordkaffe.example', { x: 90, y: 150 }, content(6), {
      color: { red: 0, green: 0.2, blue: 0.6, alpha: 1 },
    }),
    link('mailto:faktura@fjordkaffe.example', [90, 140, 120, 14], content(6)),
    text('Varer', { x: 40, y: 180 }, content(7), { weight: 600 }),
    line([40, 185, 555, 185], BACKGROUND),
    text('Beskrivelse', { x: 40, y: 200 }, content(8), { weight: 600 }),
    text('Beløp', { x: 500, y: 200 }, content(9), { weight: 600 }),
    line([40, 205, 555, 205], BACKGROUND, 'dashed'),
    text('Kaffe, ', { x: 40, y: 220 }, content(10, 'line.1.description')),
    text('mørkbrent', { x: 70, y: 220 }, content(10, 'line.1.description'), { weight: 600 }),
    text('1\u00a0234,50', { x: 500, y: 220 }, content(11, 'line.1.amount'), { spec: { figureSpacing: 'tabular' } }),
    line([40, 225, 555, 225], BACKGROUND, 'dotted'),
    text('Å betale', { x: 40, y: 240 }, content(12)),
    text('1\u00a0234,50', { x: 500, y: 240 }, content(13, 'payable'), { size: 12 }),
    text('•', { x: 40, y: 270 }, content(14)),
    text('Betal innen fristen', { x: 52, y: 270 }, content(15)),
    {
      kind: 'path',
      segments: [
        { kind: 'move', x: 400, y: 300 },
        { kind: 'line', x: 440, y: 300 },
        { kind: 'curve', x1: 460, y1: 300, x2: 460, y2: 340, x: 440, y: 340 },
        { kind: 'close' },
      ],
      fill: BLACK,
      fillRule: 'evenodd',
      stroke: {
        color: { red: 1, green: 0, blue: 0, alpha: 1 },
        width: 1,
        cap: 'round',
        join: 'bevel',
        miterLimit: 4,
        dash: [3, 1],
        dashOffset: 1,
      },
      clip: null,
      mark: content(16),
    },
    text('Et avsnitt som begynner her', { x: 40, y: 760 }, content(17)),
    text('Side 1 av 2', { x: 40, y: 820 }, footer(), { size: 8 }),
    text('Fjord Kaffe AS', { x: 480, y: 820 }, footer('seller.name'), { size: 8 }),
  ];
  const second: Drawable[] = [
    text('og slutter her.', { x: 40, y: 60 }, content(17)),
    text('Thank you', { x: 40, y: 80 }, content(18)),
    text('Side 2 av 2', { x: 40, y: 820 }, footer(), { size: 8 }),
  ];
  return paged([page(first), page(second)], everyRole(), 'Faktura 1 – «Sønn & Co» <"x">');
}

function everyRole(): StructureElement['children'] {
  const row = (children: StructureElement['children']) => element('TR', children);
  const cell = (id: number, rest: Partial<StructureElement> = {}) => element('TD', [element('P', [leaf(id)])], rest);
  return [
    element('Part', [
      element('Sect', [
        element('Figure', [leaf(1)], { alternative: 'Fjord Kaffe' }),
        element('H1', [leaf(2)]),
        element('Div', [element('H2', [leaf(3)]), element('P', [leaf(4)], { fact: 'seller.name' })]),
        element('P', [leaf(5), element('Link', [leaf(6)])]),
        element('Table', [
          element('Caption', [leaf(7)]),
          element('THead', [
            row([element('TH', [leaf(8)], { scope: 'Column' }), element('TH', [leaf(9)], { scope: 'Column' })]),
          ]),
          element('TBody', [row([cell(10, { fact: 'line.1.description' }), cell(11, { fact: 'line.1.amount' })])]),
          element('TFoot', [row([element('TH', [leaf(12)], { scope: 'Row' }), cell(13, { fact: 'payable' })])]),
        ]),
        element('L', [element('LI', [element('Lbl', [leaf(14)]), element('LBody', [leaf(15)])])]),
        element('Figure', [leaf(16)], { alternative: 'En tegning: «halv oval»' }),
        element('P', [leaf(17)]),
        element('P', [element('Span', [leaf(18)], { language: 'en' })]),
      ]),
    ]),
  ];
}

/** A red square that fades away to the right. */
export const FADING_SQUARE: Uint8Array = makePng({
  width: 8,
  height: 8,
  bitDepth: 8,
  colorType: 6,
  interlaced: false,
  samples: Array.from({ length: 64 }, (_, index) => [200, 20, 20, 255 - (index % 8) * 32]).flat(),
});
