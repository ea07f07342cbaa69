import type { TextSight } from '../read-document.ts';
import { blend, type Color, contrast, PAPER } from './color.ts';
import type { Painted, PaintedArea, PaintedText } from './painted.ts';
import { boundsOfGlyph, boundsOfText, cornersOfGlyph } from './painted-text.ts';
import { type Bounds, hasAllOf, isInside, overlaps, type Shape } from './shape.ts';

/** A text with its measures, and where it stands in the page's own space; the box is for the caller to turn. */
export interface MeasuredText extends Omit<TextSight, 'box'> {
  readonly bounds: Bounds;
}

/**
 * How each text of a page comes to the eye: what it is painted with and on, and what of it is cut off or painted over
 * later. Text that stands plainly in sight is left out, which in an honest document is all of it.
 */
export function measureSights(painted: readonly Painted[], page: Bounds): MeasuredText[] {
  const areas = painted.flatMap((item, order) => (item.kind === 'area' ? [{ area: item, order }] : []));
  const pageShape: Shape = { bounds: page, isBox: true, polygons: [], evenOdd: false };
  return painted.flatMap((item, order) => {
    if (item.kind !== 'text' || item.text.trim() === '') return [];
    const bounds = boundsOfText(item);
    const [under, over]: [PaintedArea[], PaintedArea[]] = [[], []];
    for (const { area, order: areaOrder } of areas) {
      if (!overlaps(area.shape.bounds, bounds)) continue;
      if (areaOrder < order) under.push(area);
      else if (!isRule(area, bounds, item)) over.push(area);
    }
    const sight = measure(item, { bounds, pageShape, under, over });
    return isPlain(sight) ? [] : [sight];
  });
}

interface Surroundings {
  readonly bounds: Bounds;
  readonly pageShape: Shape;
  /** Painted before the text, and after it. */
  readonly under: readonly PaintedArea[];
  readonly over: readonly PaintedArea[];
}

function measure(text: PaintedText, { bounds, pageShape, under, over }: Surroundings): MeasuredText {
  const cuts = [pageShape, ...text.clips].filter((clip) => !hasAllOf(clip, bounds));
  const simple = over.length === 0 && cuts.length === 0 && under.every((area) => isWhole(area, bounds));
  return {
    fact: text.fact,
    text: text.text,
    bounds,
    colors: text.inks.map((ink) => ink.color),
    opacity: Math.max(0, ...text.inks.map((ink) => ink.opacity)),
    widthScale: text.widthScale,
    ...(simple ? lookOnce(text, under) : lookAtEach(text, under, over, cuts)),
    offPage: !overlaps(pageShape.bounds, bounds),
    layered: text.layered,
    masked: text.masked,
    mirrored: text.mirrored,
  };
}

type Eyeful = Pick<MeasuredText, 'contrast' | 'grounds' | 'overpainted' | 'hidden'>;

/** Text on one ground, nothing over it: it looks the same everywhere. */
function lookOnce(text: PaintedText, under: readonly PaintedArea[]): Eyeful {
  const { left, right, bottom, top } = boundsOfGlyph(text, 0);
  const { contrast, ground } = look(text, under, [], (left + right) / 2, (bottom + top) / 2);
  return { contrast, grounds: [ground], overpainted: 0, hidden: 0 };
}

/** Glyph by glyph at many points, for the worst of them. */
function lookAtEach(
  text: PaintedText,
  under: readonly PaintedArea[],
  over: readonly PaintedArea[],
  cuts: readonly Shape[],
): Eyeful {
  let [contrastLeast, hidden, overpainted] = [Number.POSITIVE_INFINITY, 0, 0];
  let grounds: readonly Color[] = [];
  for (const [index, glyph] of text.glyphs.entries()) {
    if (glyph.text.trim() === '') continue;
    const points = gridOf(cornersOfGlyph(text, index));
    const looks = points.map(([x, y]) => look(text, under, over, x, y));
    const worst = looks.map((one) => one.contrast).toSorted((a, b) => a - b)[Math.floor(points.length * WORST)] ?? 0;
    if (worst < contrastLeast) {
      contrastLeast = worst;
      grounds = [...new Set(looks.filter((one) => one.contrast <= worst).map((one) => one.ground))];
    }
    overpainted = Math.max(
      overpainted,
      share(looks, (one) => one.overpainted),
    );
    hidden = Math.max(
      hidden,
      share(points, ([x, y]) => cuts.some((clip) => !isInside(clip, x, y))),
    );
  }
  return { contrast: contrastLeast, grounds, overpainted, hidden };
}

/** The share of a glyph that may be unreadable, as where its edge touches another ground. */
const WORST = 0.1;

interface Look {
  /** 1 to 21; of pictures nothing is known, and so nothing can be read on them. */
  readonly contrast: number;
  readonly ground: Color;
  readonly overpainted: boolean;
}

/** What the eye meets at one point of a text: everything that is painted there, one over the other. */
function look(
  text: PaintedText,
  under: readonly PaintedArea[],
  over: readonly PaintedArea[],
  x: number,
  y: number,
): Look {
  const ground = lay(under, PAPER, x, y).color;
  const later = lay(over, ground, x, y);
  // Filled in one colour and outlined in another, text may be no more than the worse of both.
  const readable = text.inks.map((ink) =>
    contrast(lay(over, blend(ground, ink.color, ink.opacity), x, y).color, later.color),
  );
  return {
    contrast: readable.length === 0 ? 1 : Math.min(...readable),
    ground: later.color,
    overpainted: later.painted,
  };
}

/** Paints lighter than this cannot be made out. */
const FAINTEST = 0.02;

function lay(areas: readonly PaintedArea[], ground: Color, x: number, y: number): { color: Color; painted: boolean } {
  let [color, painted] = [ground, false];
  for (const area of areas) {
    if (area.opacity < FAINTEST || !isInside(area.shape, x, y)) continue;
    if (!area.clips.every((clip) => isInside(clip, x, y))) continue;
    color = area.masked || area.layered ? null : blend(color, area.color, area.opacity);
    painted = true;
  }
  return { color, painted };
}

/** Whether an area lies under all of a text in the same way. */
function isWhole({ shape, clips }: PaintedArea, bounds: Bounds): boolean {
  return hasAllOf(shape, bounds) && clips.every((clip) => hasAllOf(clip, bounds));
}

/** Thickness of a line through text, as a share of the type size. */
const RULE = 0.12;

/** A line through the whole of a text says that it no longer holds, and leaves it to be read. */
function isRule({ shape, what }: PaintedArea, { left, right }: Bounds, { size, upright }: PaintedText): boolean {
  const { bounds } = shape;
  if (what !== 'path' || !upright || !shape.isBox) return false;
  return bounds.top - bounds.bottom <= RULE * size && bounds.left <= left && right <= bounds.right;
}

/** Points a glyph is looked at, each way. */
const STEPS = 7;

function gridOf([x0 = 0, y0 = 0, x1 = 0, y1 = 0, , , x3 = 0, y3 = 0]: readonly number[]): (readonly [
  number,
  number,
])[] {
  const points: (readonly [number, number])[] = [];
  for (let row = 0; row < STEPS; row += 1) {
    for (let column = 0; column < STEPS; column += 1) {
      const [across, up] = [(column + 0.5) / STEPS, (row + 0.5) / STEPS];
      points.push([x0 + (x1 - x0) * across + (x3 - x0) * up, y0 + (y1 - y0) * across + (y3 - y0) * up]);
    }
  }
  return points;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

/** Contrast that no one doubts; and nothing else about the text is out of the ordinary. */
const PLAIN_CONTRAST = 3;
const PLAIN_WIDTH = 0.5;

function isPlain(sight: MeasuredText): boolean {
  return (
    sight.contrast >= PLAIN_CONTRAST &&
    sight.opacity > 0.5 &&
    sight.widthScale >= PLAIN_WIDTH &&
    sight.overpainted === 0 &&
    sight.hidden === 0 &&
    !sight.offPage &&
    !sight.layered &&
    !sight.masked &&
    !sight.mirrored
  );
}
