import { type CalendarDate, Fault, type PathSegment } from '../base/index.ts';
import type { Color } from '../document/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { Drawable, Mark, PagedDocument, PathDrawable, StructureElement } from '../layout/index.ts';
import { paintDocument } from '../paint/index.ts';
import type { FontSpec, GlyphRun } from '../text/index.ts';
import type { PathItem, Snapshot, SnapshotItem, TextItem, TextStyle } from './snapshot.ts';

type FontBook = EngineParts['layout']['fontBook'];

/**
 * Draws a snapshot again with an engine's fonts and images, so that the approved pages can be looked at without having
 * been kept as pictures. Text that the fonts no longer have, and images that are gone, are left out. For the eye only:
 * the file has no structure.
 */
export function repaintSnapshot(
  snapshot: Snapshot,
  { layout: { fontBook }, fonts, images, template }: EngineParts,
): Uint8Array {
  const pages = snapshot.pages.map(({ width, height, items }) => ({
    width,
    height,
    outline: [],
    drawables: items.flatMap((item) => {
      const drawable = toDrawable(item, fontBook);
      if (drawable === null || (drawable.kind === 'image' && !images.has(drawable.image))) return [];
      return [drawable];
    }),
  }));
  const paged: PagedDocument = { language: snapshot.language, title: snapshot.title, pages, structure: NO_STRUCTURE };
  return paintDocument(paged, {
    fonts,
    images,
    attachments: [],
    metadata: {
      author: '',
      subject: '',
      keywords: [],
      creator: 'fakturapress',
      template: { name: template.name, version: template.version },
      date: LONG_AGO,
      facturX: null,
    },
  });
}

/** The file is not to be kept, so its date says nothing. */
const LONG_AGO = '2000-01-01' as CalendarDate;

const NO_STRUCTURE: StructureElement = {
  kind: 'structure',
  role: 'Document',
  fact: null,
  alternative: null,
  language: null,
  scope: null,
  rowSpan: 1,
  columnSpan: 1,
  children: [],
};

const MARK: Mark = { kind: 'artifact', type: 'Layout', subtype: null, fact: null };

function toDrawable(item: SnapshotItem, fontBook: FontBook): Drawable | null {
  switch (item.kind) {
    case 'text': {
      const run = shapeAgain(item, fontBook);
      if (run === null) return null;
      return { kind: 'text', x: item.x, y: item.y, run, color: parseColor(item.style.color), mark: MARK };
    }
    case 'rectangle':
      return { kind: 'rectangle', box: item, radii: item.radii, fill: parseColor(item.color), mark: MARK };
    case 'line':
      return { ...item, color: parseColor(item.color), mark: MARK };
    case 'path':
      return {
        kind: 'path',
        segments: parseSegments(item.segments),
        fill: item.fill === null ? null : parseColor(item.fill),
        fillRule: item.fillRule,
        stroke: item.stroke === null ? null : toStroke(item.stroke),
        clip: item.clip ?? null,
        mark: MARK,
      };
    case 'image':
      return { kind: 'image', box: item, image: item.image, mark: MARK };
    case 'link':
      return null;
    default:
      return item satisfies never;
  }
}

/** Null for text in a face that the template has no more, or that has lost a letter. */
function shapeAgain({ text, style }: TextItem, fontBook: FontBook): GlyphRun | null {
  const [, family = '', weight, slope] = /^(.*) (\d{3})( italic)?$/.exec(style.face) ?? [];
  try {
    const [face] = fontBook.match([family], Number(weight), slope === undefined ? 'normal' : 'italic');
    return face?.id === style.face ? fontBook.shape(text, toSpec(style, face)) : null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

function toSpec(style: TextStyle, face: FontSpec['face']): FontSpec {
  return {
    face,
    size: style.size,
    figureSpacing: style.figureSpacing ?? 'normal',
    figureStyle: style.figureStyle ?? 'normal',
    kerning: style.kerning ?? true,
    ligatures: style.ligatures ?? true,
    letterSpacing: style.letterSpacing ?? 0,
    wordSpacing: style.wordSpacing ?? 0,
  };
}

function toStroke(stroke: NonNullable<PathItem['stroke']>): PathDrawable['stroke'] {
  return { ...stroke, color: parseColor(stroke.color) };
}

function parseColor(text: string): Color {
  const [hex = '', alpha = '1'] = text.slice(1).split('/');
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: channel(0), green: channel(2), blue: channel(4), alpha: Number(alpha) };
}

const SEGMENT = /([MLCZ])([^MLCZ]*)/g;

function parseSegments(text: string): PathSegment[] {
  return [...text.matchAll(SEGMENT)].map(([, letter, numbers = '']): PathSegment => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.split(' ').map(Number);
    if (letter === 'Z') return { kind: 'close' };
    if (letter === 'C') return { kind: 'curve', x1: a, y1: b, x2: c, y2: d, x: e, y: f };
    return { kind: letter === 'M' ? 'move' : 'line', x: a, y: b };
  });
}
