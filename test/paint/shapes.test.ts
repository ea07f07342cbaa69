import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Color } from '#dist/document/index.js';
import type { Drawable, PathDrawable } from '#dist/layout/index.js';
import { paintDocument } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import { hasJudges, rasterise, withPdf } from '../support/judges/index.ts';
import { contentStreams, readObjects } from './content-stream.ts';
import {
  BACKGROUND,
  BLACK,
  content,
  element,
  leaf,
  line,
  loadFonts,
  page,
  paged,
  rectangle,
  resources,
} from './hand-made.ts';

let book: FontBook;
beforeAll(async () => {
  book = await loadFonts();
});

const RED: Color = { red: 1, green: 0, blue: 0, alpha: 1 };
const WHITE_PIXEL = [255, 255, 255];
const RED_PIXEL = [255, 0, 0];
const BLACK_PIXEL = [0, 0, 0];

function paint(...drawables: readonly Drawable[]): Uint8Array {
  return paintDocument(paged([page(drawables)], [element('P', [leaf(1)])]), resources(book));
}

/** The page at one pixel a point: `at(x, y)` is the colour whose top left corner is there. */
async function look(...drawables: readonly Drawable[]): Promise<(x: number, y: number) => number[]> {
  // Poppler measures the page up from its foot in whole pixels, so that the tenth of a point above A4 moves y by one.
  const { data, width } = PNG.sync.read(
    Buffer.from(await withPdf(paint(...drawables), (file) => rasterise(file, 1, 72))),
  );
  return (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

const square = (side: number, offset: number): PathDrawable['segments'] => [
  { kind: 'move', x: offset, y: offset },
  { kind: 'line', x: offset + side, y: offset },
  { kind: 'line', x: offset + side, y: offset + side },
  { kind: 'line', x: offset, y: offset + side },
  { kind: 'close' },
];

describe.skipIf(!hasJudges('pdftoppm'))('on paper', () => {
  it('a rectangle fills its box and no more', async () => {
    const at = await look(rectangle([100, 200, 50, 30], BACKGROUND, { fill: RED }));
    for (const [x, y] of [
      [101, 202],
      [148, 202],
      [101, 227],
      [148, 227],
    ] as const)
      expect(at(x, y), `${x} ${y}`).toEqual(RED_PIXEL);
    for (const [x, y] of [
      [98, 215],
      [151, 215],
      [125, 198],
      [125, 232],
    ] as const)
      expect(at(x, y), `${x} ${y}`).toEqual(WHITE_PIXEL);
  });

  it('a rounded rectangle leaves out the corners it should', async () => {
    const at = await look(rectangle([100, 200, 50, 50], BACKGROUND, { fill: RED, radii: [20, 0, 20, 0] }));
    expect(at(102, 202)).toEqual(WHITE_PIXEL);
    expect(at(147, 202)).toEqual(RED_PIXEL);
    expect(at(147, 247)).toEqual(WHITE_PIXEL);
    expect(at(102, 247)).toEqual(RED_PIXEL);
    expect(at(125, 225)).toEqual(RED_PIXEL);
  });

  it('what is half transparent mixes with what is below, and what follows is opaque again', async () => {
    const at = await look(
      rectangle([100, 200, 50, 50], BACKGROUND, { fill: BLACK }),
      rectangle([100, 200, 50, 50], BACKGROUND, { fill: { ...RED, alpha: 0.5 } }),
      rectangle([200, 200, 50, 50], BACKGROUND, { fill: RED }),
    );
    expect(Math.abs((at(125, 225)[0] ?? 0) - 127)).toBeLessThan(2);
    expect(at(225, 225)).toEqual(RED_PIXEL);
  });

  it('a line is as wide as it says; dashes and dots have gaps', async () => {
    const wide = (y: number, dash: 'solid' | 'dashed' | 'dotted') => ({
      ...line([100, y, 200, y], BACKGROUND, dash),
      width: 10,
    });
    const at = await look(wide(300, 'solid'), wide(400, 'dashed'), wide(500, 'dotted'));
    expect([at(150, 297), at(150, 302), at(150, 293), at(150, 307)]).toEqual([
      BLACK_PIXEL,
      BLACK_PIXEL,
      WHITE_PIXEL,
      WHITE_PIXEL,
    ]);
    expect([at(115, 400), at(145, 400), at(175, 400)]).toEqual([BLACK_PIXEL, WHITE_PIXEL, BLACK_PIXEL]);
    expect([at(120, 500), at(130, 500), at(140, 500)]).toEqual([BLACK_PIXEL, WHITE_PIXEL, BLACK_PIXEL]);
  });

  it('a path is filled by its rule, and stroked', async () => {
    const path = (fillRule: PathDrawable['fillRule'], x: number): PathDrawable => ({
      kind: 'path',
      segments: [...square(60, x), ...square(20, x + 20)],
      fill: RED,
      fillRule,
      stroke: { color: BLACK, width: 4, cap: 'butt', join: 'miter', miterLimit: 10, dash: [], dashOffset: 0 },
      clip: null,
      mark: content(1),
    });
    const at = await look(path('evenodd', 100), path('nonzero', 300));
    expect([at(110, 110), at(130, 130), at(99, 130)]).toEqual([RED_PIXEL, WHITE_PIXEL, BLACK_PIXEL]);
    expect([at(310, 310), at(330, 330), at(299, 330)]).toEqual([RED_PIXEL, RED_PIXEL, BLACK_PIXEL]);
  });
});

describe('a clip', () => {
  it('hides what of a path lies beyond it, and leaves what follows alone', async () => {
    const path: PathDrawable = {
      kind: 'path',
      segments: square(100, 100),
      fill: RED,
      fillRule: 'nonzero',
      stroke: null,
      clip: { x: 120, y: 120, width: 40, height: 200 },
      mark: content(1),
    };
    const at = await look(path, { ...path, segments: square(20, 300), clip: null });
    expect([at(130, 130), at(130, 190), at(110, 130), at(170, 130)]).toEqual([
      RED_PIXEL,
      RED_PIXEL,
      WHITE_PIXEL,
      WHITE_PIXEL,
    ]);
    expect(at(310, 310)).toEqual(RED_PIXEL);
  });
});

describe('what cannot be drawn', () => {
  const refused = expect.objectContaining({ code: 'PAINT_NOT_DRAWABLE' });

  it('is refused: a coordinate that is no number', () => {
    expect(() => paint(rectangle([0, Number.NaN, 1, 1], BACKGROUND))).toThrow(refused);
    expect(() => paint(line([0, 0, Number.POSITIVE_INFINITY, 1], BACKGROUND))).toThrow(refused);
  });

  it('is refused: an image that was not handed in', () => {
    const image: Drawable = {
      kind: 'image',
      box: { x: 0, y: 0, width: 1, height: 1 },
      image: 'logo',
      mark: BACKGROUND,
    };
    expect(() => paint(image)).toThrow(refused);
  });

  it('is nothing: a path without segments, fill or stroke', () => {
    const nothing: PathDrawable = {
      kind: 'path',
      segments: [],
      fill: BLACK,
      fillRule: 'nonzero',
      stroke: null,
      clip: null,
      mark: BACKGROUND,
    };
    const [stream = ''] = contentStreams(paint(nothing, { ...nothing, segments: square(1, 0), fill: null }));
    expect(stream).not.toMatch(/ f| S|rg/);
  });
});

describe('a page', () => {
  it('says in which colours it mixes where something on it is transparent, and only there', () => {
    const pageOf = (fill: Color) =>
      [...readObjects(paint(rectangle([0, 0, 1, 1], BACKGROUND, { fill }))).values()].find((body) =>
        body.startsWith('<</Type/Page/'),
      );
    expect(pageOf(RED)).not.toContain('/Group');
    expect(pageOf({ ...RED, alpha: 0.25 })).toContain('/Group<</S/Transparency/CS/DeviceRGB>>');
  });
});
