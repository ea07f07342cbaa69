import type { ArtifactMark } from '../boxes/generation.ts';
import type { Strip } from '../fragment.ts';
import type { Drawable, Mark, OutlineBox, Page } from '../page.ts';

/** Collects what is drawn on one page, and puts it in reading order at the end. */
export interface PageSink {
  readonly width: number;
  readonly height: number;
  /** `order` is the document order of the box or text that is drawn. */
  readonly draw: (order: number, drawable: Drawable) => void;
  /** Null where nobody looks at the boxes. */
  readonly outline: ((order: number, box: OutlineBox) => void) | null;
  /** The strip as it reads on this page. */
  readonly renew: (strip: Strip) => Strip;
  readonly toPage: () => Page;
}

/** How things are drawn at one place: real content, or something shown again. */
export interface DrawMode {
  /** Set where what is drawn has been drawn before: repeated header rows, running heads on further pages. */
  readonly repeats: ArtifactMark | null;
}

export const AS_CONTENT: DrawMode = { repeats: null };

/** An empty page. */
export function createSink(width: number, height: number, renew: PageSink['renew'], hasOutline: boolean): PageSink {
  const drawn: { readonly order: number; readonly drawable: Drawable }[] = [];
  const outlines: { readonly order: number; readonly box: OutlineBox }[] = [];
  return {
    width,
    height,
    draw: (order, drawable) => drawn.push({ order, drawable }),
    outline: hasOutline ? (order, box) => outlines.push({ order, box }) : null,
    renew,
    // Sorting is stable: of one box, the background stays before the borders and lines stay in their order.
    toPage: () => ({
      width,
      height,
      drawables: drawn.sort((a, b) => a.order - b.order).map(({ drawable }) => drawable),
      outline: outlines.sort((a, b) => a.order - b.order).map(({ box }) => box),
    }),
  };
}

/** The mark as it holds here: a repeated fact keeps its name as an artifact. */
export function markHere(mark: Mark, mode: DrawMode): Mark {
  return mode.repeats === null ? mark : { ...mode.repeats, fact: mark.fact };
}

export const BACKGROUND: Mark = { kind: 'artifact', type: 'Background', subtype: null, fact: null };
export const ORNAMENT: Mark = { kind: 'artifact', type: 'Layout', subtype: null, fact: null };
