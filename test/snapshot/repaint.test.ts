import { describe, expect, it } from 'vitest';
import { loadEngineParts } from '#dist/engine-parts.js';
import { comparePictures, createRasterizer } from '#dist/raster/index.js';
import {
  findFixture,
  loadFixtures,
  makeCase,
  parseSnapshot,
  printSnapshot,
  repaintSnapshot,
  toEngineOptions,
} from '#dist/snapshot/index.js';

describe('a snapshot', () => {
  // With a logo, with letter spacing and small figures, with several pages.
  it.each([
    ['classic-comp', 'nb'],
    ['sweden-b2b', 'sv'],
    ['forty-lines', 'en'],
  ])('is drawn again from its text as it was: %s in %s', async (name, locale) => {
    const fixture = findFixture(loadFixtures(), name);
    const { snapshot, rendered } = await makeCase({ template: 'classic' }, { fixture, locale });
    const parts = await loadEngineParts(toEngineOptions('classic', undefined, fixture, locale));
    const again = repaintSnapshot(parseSnapshot(printSnapshot(snapshot), 'a.txt'), parts);
    const rasterizer = await createRasterizer();
    const [a, b] = [await rasterizer.open(rendered.pdf), await rasterizer.open(again)];
    expect(b.pageCount).toBe(a.pageCount);
    for (let page = 1; page <= a.pageCount; page += 1) {
      const before = await a.draw(page, 2);
      const { pixels } = comparePictures(before, await b.draw(page, 2));
      // Places are rounded to a hundredth of a point, which moves a letter to its next fraction of a pixel here and there.
      expect(pixels / (before.width * before.height)).toBeLessThan(0.0005);
    }
    rasterizer.close();
  });
});
