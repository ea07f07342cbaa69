import type { Box } from '../base/index.ts';
import type { Drawable, LinkDrawable, Page } from '../layout/index.ts';
import { boundsOf, unite } from './bounds.ts';
import type { DocumentFonts } from './fonts.ts';
import type { GraphicsStates } from './graphics-states.ts';
import type { DocumentImages } from './images.ts';
import { MarkedContent } from './marked-content.ts';
import { PageOperators } from './operators.ts';
import { paintLine, paintPath, paintRectangle } from './paint-shape.ts';
import { paintText } from './paint-text.ts';
import type { StructureIndex } from './structure-index.ts';

/** What the pages of a document share. */
export interface DocumentTools {
  readonly index: StructureIndex;
  readonly fonts: DocumentFonts;
  readonly images: DocumentImages;
  readonly states: GraphicsStates;
}

/** A page as operators, with what the rest of the file says about it. */
export interface PaintedPage {
  readonly width: number;
  readonly height: number;
  readonly content: Uint8Array;
  /** Whether anything on it lets what is below shine through. */
  readonly isTransparent: boolean;
  /** By MCID: the leaf whose content the sequence is. */
  readonly leaves: readonly number[];
  readonly links: readonly LinkDrawable[];
  /** Where the leaves that are part of figures lie. */
  readonly figureBounds: ReadonlyMap<number, Box>;
}

/** Turns one page's drawables into operators, in their order. */
export function paintPage(page: Page, tools: DocumentTools): PaintedPage {
  const operators = new PageOperators(page.height, tools.states);
  const marked = new MarkedContent(operators, tools.index);
  const links: LinkDrawable[] = [];
  const figureBounds = new Map<number, Box>();
  for (const drawable of page.drawables) {
    if (drawable.kind === 'link') {
      links.push(drawable);
      continue;
    }
    marked.enter(drawable.mark);
    paintDrawable(operators, tools, drawable);
    if (drawable.mark.kind === 'content' && tools.index.find(drawable.mark.leaf).inFigure) {
      const { leaf } = drawable.mark;
      const bounds = unite(figureBounds.get(leaf) ?? null, boundsOf(drawable));
      if (bounds !== null) figureBounds.set(leaf, bounds);
    }
  }
  marked.close();
  return {
    width: page.width,
    height: page.height,
    content: operators.toBytes(),
    isTransparent: operators.isTransparent || page.drawables.some((drawable) => isTransparentImage(drawable, tools)),
    leaves: marked.leaves,
    links,
    figureBounds,
  };
}

function isTransparentImage(drawable: Drawable, tools: DocumentTools): boolean {
  return drawable.kind === 'image' && tools.images.isTransparent(drawable.image);
}

function paintDrawable(
  operators: PageOperators,
  tools: DocumentTools,
  drawable: Exclude<Drawable, LinkDrawable>,
): void {
  switch (drawable.kind) {
    case 'text':
      paintText(operators, tools.fonts, drawable);
      break;
    case 'rectangle':
      paintRectangle(operators, drawable);
      break;
    case 'line':
      paintLine(operators, drawable);
      break;
    case 'path':
      paintPath(operators, drawable);
      break;
    case 'image':
      tools.images.paint(operators, drawable);
      break;
  }
}
