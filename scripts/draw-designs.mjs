// `npm run draw:designs`: draws docs/images/designs.png, the first pages of the four templates in a row, from the fixtures, and
// docs/images/beside-….png, each beside its designer's comp.
import { readFileSync, writeFileSync } from 'node:fs';
import { createEngine } from '../dist/index.js';
import { createRasterizer, decodePng, encodePng } from '../dist/raster/index.js';

const DESIGNS = ['classic-comp', 'modern-comp', 'compact-comp', 'consumer-comp'];
/** Of A4's 595 points, so that four pages and their gaps fill a page of documentation on a fine screen. */
const SCALE = 0.72;
/** What the comps' pictures were drawn at. */
const COMP_DPI = 110;
const GAP = 16;
/** The grey that pages lie on. */
const GROUND = [0xe9, 0xeb, 0xed, 0xff];

const rasterizer = await createRasterizer();
const pages = [];
for (const name of DESIGNS) pages.push(await drawFirstPage(name));
writeFileSync('docs/images/designs.png', encodePng(layInRow(pages)));

for (const name of DESIGNS) {
  const comp = decodePng(readFileSync(`test/layout/comps/${name.replace('-comp', '')}-1.png`));
  const own = await drawFirstPage(name, COMP_DPI / 72);
  const beside = layInRow([comp, own].map(halve));
  writeFileSync(`docs/images/beside-${name.replace('-comp', '')}.png`, encodePng(beside));
}
await rasterizer.close();

/** Pages side by side on grey. */
function layInRow(pictures) {
  const width = pictures.reduce((sum, page) => sum + page.width + GAP, GAP);
  const height = Math.max(...pictures.map((page) => page.height)) + 2 * GAP;
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < rgba.length; at += 4) rgba.set(GROUND, at);
  let left = GAP;
  for (const page of pictures) {
    for (let row = 0; row < page.height; row += 1) {
      const from = row * page.width * 4;
      rgba.set(page.rgba.subarray(from, from + page.width * 4), ((row + GAP) * width + left) * 4);
    }
    left += page.width + GAP;
  }
  return { width, height, rgba };
}

/** Half as wide and high, each pixel the mean of four. */
function halve(picture) {
  const [width, height] = [Math.floor(picture.width / 2), Math.floor(picture.height / 2)];
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < rgba.length; at += 1) {
    const [x, y] = [(at >> 2) % width, Math.floor((at >> 2) / width)];
    const from = (2 * y * picture.width + 2 * x) * 4 + (at & 3);
    const below = from + picture.width * 4;
    rgba[at] = (picture.rgba[from] + picture.rgba[from + 4] + picture.rgba[below] + picture.rgba[below + 4]) / 4;
  }
  return { width, height, rgba };
}

async function drawFirstPage(name, scale = SCALE) {
  const engine = await createEngine({ brand: `fixtures/${name}/brand.json` });
  const { pdf } = engine.render(readFileSync(`fixtures/${name}/source.json`));
  await engine.close();
  const document = await rasterizer.open(pdf);
  const picture = await document.draw(1, scale);
  document.close();
  return picture;
}
