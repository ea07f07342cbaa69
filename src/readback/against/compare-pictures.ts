import { roundPoints } from '../../base/index.ts';
import type { Picture, Rasterizer } from '../../raster/index.ts';
import type { PictureDifference } from '../read-document.ts';

/** Pixels a point: 100 dpi, where a hair line is still a pixel. */
const SCALE = 100 / 72;

/** Draws both files and tells on which pages a single pixel differs, a page that only one of them has included. */
export async function comparePictures(
  rasterizer: Rasterizer,
  file: Uint8Array,
  other: Uint8Array,
): Promise<readonly PictureDifference[]> {
  const one = await rasterizer.open(file);
  try {
    const two = await rasterizer.open(other);
    try {
      const differences: PictureDifference[] = [];
      for (let page = 1; page <= Math.max(one.pageCount, two.pageCount); page += 1) {
        const isShared = page <= one.pageCount && page <= two.pageCount;
        const difference = isShared
          ? findDifference(await one.draw(page, SCALE), await two.draw(page, SCALE))
          : { pixels: null, box: null };
        if (difference !== null) differences.push({ page, ...difference });
      }
      return differences;
    } finally {
      two.close();
    }
  } finally {
    one.close();
  }
}

function findDifference(one: Picture, two: Picture): Omit<PictureDifference, 'page'> | null {
  if (one.width !== two.width || one.height !== two.height) return { pixels: null, box: null };
  if (Buffer.compare(one.rgba, two.rgba) === 0) return null;
  let [pixels, left, right, top, bottom] = [0, one.width, 0, one.height, 0];
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      const at = (y * one.width + x) * 4;
      if ([0, 1, 2, 3].every((channel) => one.rgba[at + channel] === two.rgba[at + channel])) continue;
      pixels += 1;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  }
  const [x, y, width, height] = [left, top, right - left, bottom - top].map((pixel) => roundPoints(pixel / SCALE)) as [
    number,
    number,
    number,
    number,
  ];
  return { pixels, box: { x, y, width, height } };
}
