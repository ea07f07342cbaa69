import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '#dist/index.js';
import { comparePictures, createRasterizer, decodePng, encodePng, type Picture } from '#dist/raster/index.js';

const SOURCE = readFileSync('fixtures/classic-comp/source.json');

let pdf: Uint8Array;
let rasterizer: Awaited<ReturnType<typeof createRasterizer>>;

beforeAll(async () => {
  const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json' });
  ({ pdf } = engine.render(SOURCE));
  await engine.close();
  rasterizer = await createRasterizer();
});
afterAll(() => rasterizer.close());

async function draw(page: number, scale: number): Promise<Picture> {
  const document = await rasterizer.open(pdf);
  try {
    return await document.draw(page, scale);
  } finally {
    document.close();
  }
}

/** How many pixels are not white. */
function countInk({ rgba }: Picture): number {
  let ink = 0;
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at] !== 255 || rgba[at + 1] !== 255) ink += 1;
  return ink;
}

describe('rasterizer', () => {
  it('draws a page at its size, with ink on it, the same each time', async () => {
    const picture = await draw(1, 1);
    expect([picture.width, picture.height]).toEqual([595, 842]);
    expect(countInk(picture)).toBeGreaterThan(5_000);
    expect(Buffer.compare((await draw(1, 1)).rgba, picture.rgba)).toBe(0);
  });

  it('draws a page again after another, and one document while another is open', async () => {
    const [a, b] = [await rasterizer.open(pdf), await rasterizer.open(pdf)];
    const first = await a.draw(1, 0.5);
    await b.draw(1, 1);
    expect(Buffer.compare((await a.draw(1, 0.5)).rgba, first.rgba)).toBe(0);
    a.close();
    expect(countInk(await b.draw(1, 0.5))).toBe(countInk(first));
    b.close();
  });

  it('draws a part of a page as it is on the whole, cut off where the page ends', async () => {
    const whole = await draw(1, 2);
    const document = await rasterizer.open(pdf);
    for (const part of [
      { left: 100, top: 90, width: 300, height: 211 },
      { left: whole.width - 50, top: whole.height - 120, width: 400, height: 400 },
      { left: -20, top: -30, width: 200, height: 300 },
    ]) {
      const [left, top] = [Math.max(0, part.left), Math.max(0, part.top)];
      const drawn = document.drawPart(1, 2, part);
      expect([drawn.width, drawn.height]).toEqual([
        Math.min(whole.width, part.left + part.width) - left,
        Math.min(whole.height, part.top + part.height) - top,
      ]);
      for (let row = 0; row < drawn.height; row += 1) {
        const at = ((top + row) * whole.width + left) * 4;
        const own = drawn.rgba.subarray(row * drawn.width * 4, (row + 1) * drawn.width * 4);
        expect(Buffer.compare(own, whole.rgba.subarray(at, at + drawn.width * 4))).toBe(0);
      }
    }
    expect(countInk(document.drawPart(1, 2, { left: 100, top: 90, width: 300, height: 211 }))).toBeGreaterThan(100);
    expect(document.drawPart(1, 2, { left: 5_000, top: 0, width: 10, height: 10 }).rgba).toHaveLength(0);
    document.close();
  });

  it('refuses pages that are not there, pages beyond any use, and what is no PDF', async () => {
    await expect(draw(0, 1)).rejects.toThrow('no page 0');
    await expect(draw(2, 1)).rejects.toThrow('no page 2');
    await expect(draw(1, 1000)).rejects.toThrow('too large');
    await expect(draw(1, Number.NaN)).rejects.toThrow('too large');
    await expect(rasterizer.open(Buffer.from('not a PDF'))).rejects.toThrow();
  });

  it('takes no memory that it does not give back', async () => {
    await draw(1, 2);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 100; round += 1) await draw(1, 2);
    // A hundred pictures of eight megabytes; what stays is what the collector has not come to yet.
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(300);
  });
});

describe('pictures', () => {
  it('come back from PNG as they were, and give the same bytes again', async () => {
    const picture = await draw(1, 1);
    const png = encodePng(picture);
    expect(Buffer.compare(decodePng(png).rgba, picture.rgba)).toBe(0);
    expect(Buffer.compare(encodePng(picture), png)).toBe(0);
  });

  it('differ by the pixels that were changed, and wholly where their sizes do', async () => {
    const picture = await draw(1, 1);
    expect(comparePictures(picture, picture).pixels).toBe(0);
    const spoiled = { ...picture, rgba: picture.rgba.slice() };
    // A black bar of forty by ten on the white top margin.
    for (let y = 10; y < 20; y += 1)
      for (let x = 100; x < 140; x += 1) spoiled.rgba.set([0, 0, 0, 255], (y * picture.width + x) * 4);
    const { pixels, difference } = comparePictures(picture, spoiled);
    expect(pixels).toBe(400);
    expect([...difference.rgba.subarray((15 * picture.width + 120) * 4).subarray(0, 3)]).toEqual([255, 0, 0]);
    expect(comparePictures(picture, await draw(1, 0.5)).pixels).toBe(595 * 842);
  });
});
