import { layOutFlow } from './block/lay-out-flow.ts';
import { measureFlow } from './block/measure-flow.ts';
import type { InlineContent, LayoutBox, TableBox, TextItem } from './boxes/box.ts';
import { contentShowsPageText, showsPageText } from './boxes/shows-page-text.ts';
import type { LayoutContext } from './context.ts';
import { layOutFlex } from './flex/lay-out-flex.ts';
import { measureFlex } from './flex/measure-flex.ts';
import type { FontLookup } from './font-lookup.ts';
import type { Fragment } from './fragment.ts';
import { layOutGrid } from './grid/lay-out-grid.ts';
import { measureGrid } from './grid/measure-grid.ts';
import { collectUnits } from './inline/collect-units.ts';
import { toPlainText } from './inline/plain-text.ts';
import { ShapedText } from './inline/shaped-text.ts';
import type { InlineUnit } from './inline/unit.ts';
import type { IntrinsicSizes, Pass, Space } from './pass.ts';
import { layOutImage, measureImage } from './replaced/lay-out-image.ts';
import type { PageTexts } from './strings/page-text.ts';
import { alignOnCharacters } from './table/align-characters.ts';
import { layOutTable } from './table/lay-out-table.ts';
import { measureTable } from './table/measure-table.ts';

/**
 * A run of layout. It remembers what it has measured, and the last layout of each box, so that a box which several
 * steps ask about is worked out once. The runs of the pages leave what reads the same on all of them to `flow`, the run
 * that has laid out the flow.
 */
export function createPass(
  context: LayoutContext,
  fonts: FontLookup,
  pageTexts: PageTexts,
  flow: Pass | null = null,
): Pass {
  const boxes = new Map<LayoutBox, KnownBox>();
  const aligned = new Map<TableBox, TableBox>();
  const units = new Map<InlineContent, readonly InlineUnit[]>();
  const pass: Pass = {
    context,
    pageTexts,
    layOut: (box, space) => {
      if (flow !== null && !showsPageText(box)) return flow.layOut(box, space);
      const known = knownBox(boxes, box);
      if (known.fragment && known.space && isSameSpace(known.space, space)) return known.fragment;
      const fragment = layOutBox(pass, box, space);
      known.space = space;
      known.fragment = fragment;
      return fragment;
    },
    measure: (box) => {
      if (flow !== null && !showsPageText(box)) return flow.measure(box);
      const known = knownBox(boxes, box);
      known.sizes ??= measureBox(pass, box);
      return known.sizes;
    },
    aligned: remember((table) => {
      const made = alignOnCharacters(pass, table);
      aligned.set(made, made);
      return made;
    }, aligned),
    font: fonts.primary,
    extent: fonts.extent,
    shaped: remember((item) => shapeItem(pass, fonts, item)),
    // What shows text of a page is never plain.
    plain: flow === null ? remember((content) => toPlainText(pass, content)) : flow.plain,
    units: (content, width) => {
      if (flow !== null && !contentShowsPageText(content)) return flow.units(content, width);
      const known = units.get(content);
      if (known) return known;
      const collected = collectUnits(pass, content, width);
      if (!dependsOnWidth(content)) units.set(content, collected);
      return collected;
    },
  };
  return pass;
}

/** What is known of one box: its intrinsic sizes, its last layout and the space of that. */
interface KnownBox {
  sizes: IntrinsicSizes | null;
  space: Space | null;
  fragment: Fragment | null;
}

function knownBox(boxes: Map<LayoutBox, KnownBox>, box: LayoutBox): KnownBox {
  const old = boxes.get(box);
  if (old !== undefined) return old;
  const known = { sizes: null, space: null, fragment: null };
  boxes.set(box, known);
  return known;
}

/** The function, each of whose answers is worked out once. */
function remember<Key, Value>(
  work: (key: Key) => Value,
  known: Map<Key, Value> = new Map<Key, Value>(),
): (key: Key) => Value {
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

function layOutBox(pass: Pass, box: LayoutBox, space: Space): Fragment {
  switch (box.kind) {
    case 'flow':
      return layOutFlow(pass, box, space);
    case 'flex':
      return layOutFlex(pass, box, space);
    case 'grid':
      return layOutGrid(pass, box, space);
    case 'table':
      return layOutTable(pass, pass.aligned(box), space);
    case 'image':
      return layOutImage(box, space);
    default:
      return box satisfies never;
  }
}

function measureBox(pass: Pass, box: LayoutBox): IntrinsicSizes {
  switch (box.kind) {
    case 'flow':
      return measureFlow(pass, box);
    case 'flex':
      return measureFlex(pass, box);
    case 'grid':
      return measureGrid(pass, box);
    case 'table':
      return measureTable(pass, pass.aligned(box));
    case 'image':
      return measureImage(box);
    default:
      return box satisfies never;
  }
}

function isSameSpace(a: Space, b: Space): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.autoWidth === b.autoWidth &&
    a.fixedWidth === b.fixedWidth &&
    a.fixedHeight === b.fixedHeight &&
    a.isolated === b.isolated
  );
}

function shapeItem(pass: Pass, fonts: FontLookup, item: TextItem): readonly ShapedText[] {
  return fonts.divide(item).map(({ text, font }) => new ShapedText(pass.context.fontBook, text, font));
}

/** Images and inline-blocks are laid out for the line's width, and so are percentages of it. */
function dependsOnWidth(content: InlineContent): boolean {
  return content.items.some((item) => {
    if (item.kind === 'atom') return true;
    if (item.kind !== 'open') return false;
    const { style } = item.box;
    return [style.marginLeft, style.marginRight, style.paddingLeft, style.paddingRight].some(
      (length) => length !== 'auto' && length.percent !== 0,
    );
  });
}
