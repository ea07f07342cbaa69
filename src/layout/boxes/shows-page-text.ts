import type { BlockChild, InlineContent, InlineItem, LayoutBox, TableBox } from './box.ts';

/** Whether anything in the box reads differently from page to page. */
export function showsPageText(box: LayoutBox): boolean {
  const known = KNOWN.get(box);
  if (known !== undefined) return known;
  const shows = looksInside(box);
  KNOWN.set(box, shows);
  return shows;
}

const KNOWN = new WeakMap<LayoutBox, boolean>();

function looksInside(box: LayoutBox): boolean {
  switch (box.kind) {
    case 'flow': {
      const { content, marker } = box;
      if (marker !== null && showsPageText(marker)) return true;
      return content.kind === 'inlines' ? contentShowsPageText(content) : content.children.some(childShows);
    }
    case 'flex':
    case 'grid':
      return box.children.some(childShows);
    case 'table':
      return tableShows(box);
    case 'image':
      return false;
    default:
      return box satisfies never;
  }
}

/** The same for a paragraph. */
export function contentShowsPageText({ items }: InlineContent): boolean {
  return items.some(itemShows);
}

function itemShows(item: InlineItem): boolean {
  switch (item.kind) {
    case 'text':
      return item.pageText !== null;
    case 'atom':
    case 'out-of-flow':
      return showsPageText(item.box);
    default:
      return false;
  }
}

function childShows(child: BlockChild): boolean {
  return showsPageText(child.kind === 'out-of-flow' ? child.box : child);
}

function tableShows({ captions, rows, breaks }: TableBox): boolean {
  const strips = [breaks, ...breaks.groups].flatMap(({ above, below }) => [above, below]);
  return (
    captions.some(showsPageText) ||
    rows.some(({ cells }) => cells.some(({ box }) => showsPageText(box))) ||
    strips.some((strip) => strip !== null && strip !== 'header' && showsPageText(strip))
  );
}
