// Holds each template against its designer's comp: the comp's HTML and a fixture with the comp's order are laid out by the
// same layout, and every text of the one is looked for in the other.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { POINTS_PER_MM } from '../../dist/base/index.js';
import { createCascade, parseHtml } from '../../dist/document/index.js';
import { createEngine } from '../../dist/index.js';
import { layOutDocument } from '../../dist/layout/index.js';
import { loadBundledFonts, loadFontBook } from '../../dist/text/index.js';

export const TOLERANCE_MM = 1;
export const TOLERANCE_PT = 0.5;

/** What stands elsewhere on purpose, by fact or words, and why that is right or better. */
export const EXPLAINED = {
  classic: {
    'buyer.address': 'the order names a contact person, who has a line of their own above the address',
  },
  modern: {
    deliveryDate: 'an order without shipping has no day of delivery, so that the row is not there',
    orderReference: 'one row higher without the day of delivery',
    buyerReference: 'one row higher without the day of delivery',
    'buyer.organizationNumber': 'one row higher without the day of delivery',
    'Er org.nr': 'one row higher without the day of delivery',
    ', säte Stockholm': 'every statement about the seller has a line of its own, which leaves room for longer ones',
  },
  compact: {
    deliveryDate: 'an order without shipping has no day of delivery, so that the row is not there',
    orderReference: 'one row higher without the day of delivery',
    buyerReference: 'one row higher without the day of delivery',
    'buyer.organizationNumber': 'one row higher without the day of delivery',
    'Kundens org.nr.': 'one row higher without the day of delivery',
    'carriedForward.2': 'what comes over from page 1 goes by the name of page 1, and is proven by it',
    90300: 'freight has no article number in the order, and none is made up',
    'Betalingsopplysninger står på side 1.':
      'a shorter invoice has its totals on page 1, where the sentence would be wrong; the running head names the invoice instead',
  },
  consumer: {
    'line.4.vatRate': 'the word stands before the rate, so that the figure has its name right before it',
  },
};

const ROOT = new URL('../../', import.meta.url);

/** Every text of the comp with what it is, and the nearest of the template's. */
export async function compareDesign(name) {
  const comp = listTexts(await layOutComp(name));
  const own = listTexts(await layOutTemplate(name));
  return comp.map((text) => {
    const match = findNearest(text, own);
    const away = match === undefined ? null : distanceOf(text, match);
    return { ...text, match, away, agrees: match !== undefined && agrees(text, match) };
  });
}

async function layOutComp(name) {
  const fonts = new URL('fonts/', ROOT);
  const fontBook = loadFontBook(await loadBundledFonts((file) => readFile(new URL(file, fonts))));
  const html = readFileSync(new URL(`test/layout/comps/${name}.html`, ROOT), 'utf8');
  const styled = createCascade([]).style(parseHtml(html, { file: `${name}.html` }));
  return layOutDocument(styled, { fontBook, imageSize: () => null, isWhole: () => false });
}

async function layOutTemplate(name) {
  const fixture = new URL(`fixtures/${name}-comp/`, ROOT);
  const engine = await createEngine({ brand: fileURLToPath(new URL('brand.json', fixture)) });
  const { paged } = engine.layOut(readFileSync(new URL('source.json', fixture)));
  await engine.close();
  return paged;
}

/** Texts as they are read: the runs of a fact, or of one leaf's line, joined; in mm from the paper's corner, y the baseline. */
function listTexts({ pages }) {
  return pages.flatMap(({ drawables }, page) => {
    const texts = [];
    let before = null;
    for (const drawable of drawables) {
      if (drawable.kind !== 'text') continue;
      const { mark, x, y, run } = drawable;
      const goesOn = before !== null && before.mark.fact === mark.fact && isOneLine(before, drawable);
      const last = texts.at(-1);
      const right = (x + run.width) / POINTS_PER_MM;
      if (goesOn && last !== undefined) {
        last.words = `${last.words} ${run.text}`;
        last.right = Math.max(last.right, right);
      } else if (run.text.trim() !== '') {
        const { size, face } = run.font;
        const place = { page, x: x / POINTS_PER_MM, right, y: y / POINTS_PER_MM };
        texts.push({ fact: mark.fact, words: run.text, ...place, size, weight: face.weight });
      }
      before = drawable;
    }
    return texts.map((text) => ({ ...text, words: text.words.replace(/\s+/g, ' ').trim() }));
  });
}

function isOneLine(a, b) {
  if (b.mark.fact !== null) return true;
  const gap = b.x - (a.x + a.run.width);
  return Math.abs(a.y - b.y) < 0.1 && gap < b.run.font.size && gap > -1 && a.run.font.size === b.run.font.size;
}

/**
 * The nearest text of the same fact, whose figures may be others. Of what the comp marks as no fact, whatever begins in its
 * place: words and marks may be others; else the same words elsewhere.
 */
function findNearest(text, own) {
  const onPage = own.filter(({ page }) => page === text.page);
  if (text.fact !== null)
    return nearest(
      text,
      onPage.filter(({ fact }) => fact === text.fact),
    );
  const inPlace = nearest(
    text,
    onPage.filter((other) => Math.abs(other.x - text.x) <= TOLERANCE_MM),
  );
  if (inPlace !== undefined && agrees(text, inPlace)) return inPlace;
  return nearest(
    text,
    onPage.filter(({ words }) => words === text.words),
  );
}

function nearest(text, candidates) {
  return candidates.toSorted((a, b) => distanceOf(text, a) - distanceOf(text, b))[0];
}

/** Words are held by where they begin, figures by where they end, whichever is nearer. */
function distanceOf(a, b) {
  return Math.max(Math.min(Math.abs(a.x - b.x), Math.abs(a.right - b.right)), Math.abs(a.y - b.y));
}

function agrees(text, match) {
  return (
    distanceOf(text, match) <= TOLERANCE_MM &&
    Math.abs(text.size - match.size) <= TOLERANCE_PT &&
    text.weight === match.weight
  );
}
