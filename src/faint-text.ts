import type { Box, Place } from './base/index.ts';
import type { PagedDocument } from './layout/index.ts';
import { contrastOf, LEAST_CONTRAST } from './template/index.ts';

type Page = PagedDocument['pages'][number];
type Drawable = Page['drawables'][number];
type TextDrawable = Extract<Drawable, { kind: 'text' }>;
type Color = TextDrawable['color'];

/** A text that is too faint on what it lies on. */
export interface FaintText {
  readonly text: string;
  /** `#rrggbb`, as it comes out on its ground. */
  readonly color: string;
  readonly ground: string;
  /** 1 to 21, WCAG 2.2. */
  readonly contrast: number;
  /** Of the innermost element around it; undefined where layout noted no boxes. */
  readonly place: Place | undefined;
}

/** WCAG 2.2 §1.4.3: text from 18 pt, or from 14 pt in bold, needs less. */
const LEAST_FOR_LARGE = 3;
const PAPER: Color = { red: 1, green: 1, blue: 1, alpha: 1 };
const BOLD = 700;

/** Every text of a document that misses WCAG 2.2 AA on the grounds that it is drawn on. Pictures are no grounds that can be told. */
export function findFaintText(paged: PagedDocument): readonly FaintText[] {
  return paged.pages.flatMap((page) =>
    page.drawables.flatMap((drawable, index) => {
      const { kind } = drawable;
      return kind === 'text' && drawable.run.text.trim() !== '' ? judgeText(page, drawable, index) : [];
    }),
  );
}

function judgeText(page: Page, { x, y, run, color }: TextDrawable, index: number): readonly FaintText[] {
  const { size, face } = run.font;
  // Above the baseline, where letters are.
  const middle = { x: x + run.width / 2, y: y - size / 4 };
  const ground = findGround(page.drawables.slice(0, index), middle);
  if (ground === null) return [];
  const ink = toHex(blend(ground, color));
  const contrast = contrastOf(ink, toHex(ground));
  const isLarge = size >= 18 || (size >= 14 && face.weight >= BOLD);
  if (contrast >= (isLarge ? LEAST_FOR_LARGE : LEAST_CONTRAST)) return [];
  return [{ text: run.text, color: ink, ground: toHex(ground), contrast, place: findPlace(page, middle) }];
}

/** What lies under a point, painted in order; null where that is a picture. */
function findGround(below: readonly Drawable[], point: { readonly x: number; readonly y: number }): Color | null {
  let ground: Color | null = PAPER;
  for (const drawable of below) {
    if (drawable.kind === 'image' && isInside(drawable.box, point)) ground = null;
    if (drawable.kind !== 'rectangle' || !isInside(drawable.box, point)) continue;
    if (drawable.fill.alpha === 1 || ground !== null) ground = blend(ground ?? PAPER, drawable.fill);
  }
  return ground;
}

/** Where the smallest box around a point comes from. */
function findPlace(page: Page, point: { readonly x: number; readonly y: number }): Place | undefined {
  const around = page.outline.filter(({ box }) => isInside(box, point));
  return around.toSorted((a, b) => areaOf(a.box) - areaOf(b.box))[0]?.place;
}

function areaOf({ width, height }: Box): number {
  return width * height;
}

function isInside({ x, y, width, height }: Box, point: { readonly x: number; readonly y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

function blend(ground: Color, { red, green, blue, alpha }: Color): Color {
  const mix = (below: number, above: number) => below + (above - below) * alpha;
  return { red: mix(ground.red, red), green: mix(ground.green, green), blue: mix(ground.blue, blue), alpha: 1 };
}

function toHex({ red, green, blue }: Color): string {
  return `#${[red, green, blue]
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
