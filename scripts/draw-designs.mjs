// `npm run draw:designs`: draws docs/images/designs.png, the first pages of the four templates in a row, from the fixtures.
import { readFileSync, writeFileSync } from 'node:fs';
import { createEngine } from '../dist/index.js';
import { createRasterizer, encodePng } from '../dist/raster/index.js';

const DESIGNS = ['classic-comp', 'modern-comp', 'compact-comp', 'consumer-comp'];
/** Of A4's 595 points, so that four pages and their gaps fill a page of documentation on a fine screen. */
const SCALE = 0.72;
const GAP = 16;
/** The grey that pages lie on. */
const GROUND = [0xe9, 0xeb, 0xed, 0xff];

const rasterizer = await createRasterizer();
const pages = [];
for (const name of DESIGNS) pages.push(await drawFirstPage(name));
await rasterizer.close();

const width = pages.reduce((sum, page) => sum + page.width + GAP, GAP);
const height = Math.max(...pages.map((page) => page.height)) + 2 * GAP;
const rgba = new Uint8Array(width * height * 4);
for (let at = 0; at < rgba.length; at += 4) rgba.set(GROUND, at);
let left = GAP;
for (const page of pages) {
  for (let row = 0; row < page.height; row += 1) {
    const from = row * page.width * 4;
    rgba.set(page.rgba.subarray(from, from + page.width * 4), ((row + GAP) * width + left) * 4);
  }
  left += page.width + GAP;
}
writeFileSync('docs/images/designs.png', encodePng({ width, height, rgba }));

async function drawFirstPage(name) {
  const engine = await createEngine({ brand: `fixtures/${name}/brand.json` });
  const { pdf } = engine.render(readFileSync(`fixtures/${name}/source.json`));
  await engine.close();
  const document = await rasterizer.open(pdf);
  const picture = await document.draw(1, SCALE);
  document.close();
  return picture;
}
