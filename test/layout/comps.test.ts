import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCascade, parseHtml } from '#dist/document/index.js';
import { layOutDocument } from '#dist/layout/index.js';
import { paintDocument } from '#dist/paint/index.js';
import { createRasterizer, decodePng, type Picture, type Rasterizer } from '#dist/raster/index.js';
import { resources } from '../paint/hand-made.ts';
import { compareWords, type Word, wordsOf } from './browser-words.ts';
import { context, fontBook } from './support.ts';

/**
 * Designs as a designer hands them over, with their pictures. Only the names of faces that stand in for missing ones are
 * gone. `browser/record.mjs` wrote the words of Chromium's print.
 */
const COMPS = new URL('comps/', import.meta.url);

/** As the recorder has it: comps have large type, kerned and spaced. */
const GAP = { apart: 1.5, over: 4 };

/** Half a millimetre. */
const TOLERANCE = (0.5 * 72) / 25.4;

let rasterizer: Rasterizer;
beforeAll(async () => {
  rasterizer = await createRasterizer();
});
afterAll(() => rasterizer.close());

describe.each(readdirSync(COMPS).filter((file) => file.endsWith('.html')))('%s', (file) => {
  const html = readFileSync(new URL(file, COMPS), 'utf8');
  const theirs = JSON.parse(readFileSync(new URL(file.replace('.html', '.json'), COMPS), 'utf8')) as Word[];
  const paged = layOutDocument(createCascade([]).style(parseHtml(html, { file })), context);

  it('lies on what Chromium prints, each word within half a millimetre and in its colour', () => {
    expect(compareWords(wordsOf(paged, GAP), theirs, TOLERANCE)).toEqual([]);
  });

  it('looks like its picture', async () => {
    const document = await rasterizer.open(paintDocument(paged, resources(fontBook)));
    for (let page = 1; page <= document.pageCount; page++) {
      const picture = decodePng(readFileSync(new URL(file.replace('.html', `-${page}.png`), COMPS)));
      const drawn = await document.draw(page, DPI / 72);
      expect(cellsThatDiffer(drawn, picture)).toEqual([]);
      // A page that is half a cell lower is another page.
      expect(cellsThatDiffer(drawn, picture, CELL / 2).length).toBeGreaterThan(10);
    }
    document.close();
  });
});

const DPI = 110;
/** Pixels: two and a half millimetres, in which edges that are smoothed otherwise average out. */
const CELL = 11;
/** Of 255. */
const MOST_DIFFERENCE = 36;

/** The cells whose mean colour is another in one of the channels; `shift` moves the second picture down. */
function cellsThatDiffer(ours: Picture, theirs: Picture, shift = 0): string[] {
  const cells: string[] = [];
  const height = Math.min(ours.height, theirs.height - Math.ceil(shift)) - CELL;
  for (let y = 0; y <= height; y += CELL) {
    for (let x = 0; x + CELL <= ours.width; x += CELL) {
      const [a, b] = [meanColor(ours, x, y), meanColor(theirs, x, y + Math.round(shift))];
      if (a.some((channel, i) => Math.abs(channel - (b[i] ?? 0)) > MOST_DIFFERENCE)) {
        cells.push(`${x}, ${y}: ${a.map(Math.round).join()} for ${b.map(Math.round).join()}`);
      }
    }
  }
  return cells;
}

function meanColor({ rgba, width }: Picture, left: number, top: number): number[] {
  const sums = [0, 0, 0];
  for (let y = top; y < top + CELL; y++) {
    for (let x = left; x < left + CELL; x++) {
      for (const channel of [0, 1, 2])
        sums[channel] = (sums[channel] ?? 0) + (rgba[(y * width + x) * 4 + channel] ?? 0);
    }
  }
  return sums.map((sum) => sum / (CELL * CELL));
}
