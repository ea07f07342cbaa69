import type { PathSegment } from '../base/index.ts';
import type { Color } from '../document/index.ts';
import type { Drawable, Mark, PagedDocument, PathDrawable, StructureElement, TextDrawable } from '../layout/index.ts';
import type { PathItem, Snapshot, SnapshotItem, TextStyle } from './snapshot.ts';

/** What a snapshot is of. */
export type SnapshotSubject = Pick<Snapshot, 'fixture' | 'locale' | 'kind'>;

/** Takes the snapshot of a laid-out document whose facts have been proven. */
export function takeSnapshot(paged: PagedDocument, subject: SnapshotSubject, factCount: number): Snapshot {
  const owners = collectOwners(paged.structure);
  const pages = paged.pages.map(({ width, height, drawables }) => ({
    width: round(width),
    height: round(height),
    items: drawables.map((drawable) => toItem(drawable, owners)),
  }));
  return { ...subject, language: paged.language, title: paged.title, factCount, pages };
}

/** The structure element that each leaf belongs to. */
function collectOwners(root: StructureElement): ReadonlyMap<number, StructureElement> {
  const owners = new Map<number, StructureElement>();
  const visit = (element: StructureElement): void => {
    for (const child of element.children) {
      if (child.kind === 'leaf') owners.set(child.id, element);
      else visit(child);
    }
  };
  visit(root);
  return owners;
}

function toItem(drawable: Drawable, owners: ReadonlyMap<number, StructureElement>): SnapshotItem {
  const { mark } = drawable;
  const alternative = mark.kind === 'content' ? (owners.get(mark.leaf)?.alternative ?? null) : null;
  switch (drawable.kind) {
    case 'text': {
      const { x, y, run } = drawable;
      const place = { x: round(x), y: round(y), width: round(run.width) };
      return {
        kind: 'text',
        role: roleOf(mark, owners),
        style: toStyle(drawable),
        ...place,
        text: run.text,
        fact: mark.fact,
      };
    }
    case 'rectangle': {
      const [a, b, c, d] = drawable.radii;
      const radii = [round(a), round(b), round(c), round(d)] as const;
      return { kind: 'rectangle', ...roundBox(drawable.box), color: printColor(drawable.fill), radii };
    }
    case 'line': {
      const { x1, y1, x2, y2, width, dash, color } = drawable;
      const ends = { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
      return { kind: 'line', ...ends, width: round(width), dash, color: printColor(color) };
    }
    case 'path': {
      const { fill, fillRule, stroke, clip, segments } = drawable;
      return {
        kind: 'path',
        segments: segments.map(printSegment).join(''),
        fill: fill === null ? null : printColor(fill),
        fillRule,
        stroke: stroke === null ? null : toStroke(stroke),
        ...(clip === null ? {} : { clip: roundBox(clip) }),
        alternative,
      };
    }
    case 'image':
      return { kind: 'image', ...roundBox(drawable.box), image: drawable.image, alternative };
    case 'link':
      return { kind: 'link', ...roundBox(drawable.box), url: drawable.url };
    default:
      return drawable satisfies never;
  }
}

function toStroke(stroke: NonNullable<PathDrawable['stroke']>): PathItem['stroke'] {
  const { dash, dashOffset } = stroke;
  const rounded = { dash: dash.map(round), dashOffset: round(dashOffset), miterLimit: round(stroke.miterLimit) };
  return { ...stroke, ...rounded, color: printColor(stroke.color), width: round(stroke.width) };
}

function roleOf(mark: Mark, owners: ReadonlyMap<number, StructureElement>): string {
  return mark.kind === 'artifact' ? 'Artifact' : (owners.get(mark.leaf)?.role ?? 'Artifact');
}

function toStyle({ run: { font }, color }: TextDrawable): TextStyle {
  return {
    face: font.face.id,
    size: round(font.size),
    color: printColor(color),
    ...(font.figureSpacing === 'normal' ? {} : { figureSpacing: font.figureSpacing }),
    ...(font.figureStyle === 'normal' ? {} : { figureStyle: font.figureStyle }),
    ...(font.kerning ? {} : { kerning: false as const }),
    ...(font.ligatures ? {} : { ligatures: false as const }),
    ...(font.letterSpacing === 0 ? {} : { letterSpacing: roundFinely(font.letterSpacing) }),
    ...(font.wordSpacing === 0 ? {} : { wordSpacing: roundFinely(font.wordSpacing) }),
  };
}

function printSegment(segment: PathSegment): string {
  const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;
  switch (segment.kind) {
    case 'move':
      return `M${at(segment.x, segment.y)}`;
    case 'line':
      return `L${at(segment.x, segment.y)}`;
    case 'curve':
      return `C${at(segment.x1, segment.y1)} ${at(segment.x2, segment.y2)} ${at(segment.x, segment.y)}`;
    case 'close':
      return 'Z';
    default:
      return segment satisfies never;
  }
}

function printColor({ red, green, blue, alpha }: Color): string {
  const channels = [red, green, blue].map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${channels.join('')}${alpha === 1 ? '' : `/${round(alpha)}`}`;
}

function roundBox({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Finer differences are not worth a changed snapshot. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** Spacing is added once a glyph, so its rounding adds up. */
function roundFinely(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
