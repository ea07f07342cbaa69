import type { ComputedStyle } from '../document/index.ts';
import { type Face, type FontSpec, toMissingGlyphFault } from '../text/index.ts';
import { layOutFlow } from './block/lay-out-flow.ts';
import { measureFlow } from './block/measure-flow.ts';
import type { InlineContent, LayoutBox, TextItem } from './boxes/box.ts';
import type { LayoutContext } from './context.ts';
import { layOutFlex } from './flex/lay-out-flex.ts';
import { measureFlex } from './flex/measure-flex.ts';
import type { Fragment } from './fragment.ts';
import { collectUnits } from './inline/collect-units.ts';
import type { InlineUnit } from './inline/unit.ts';
import type { FontStretch, IntrinsicSizes, PageCounters, Pass, Space } from './pass.ts';
import { layOutImage, measureImage } from './replaced/lay-out-image.ts';
import { layOutTable } from './table/lay-out-table.ts';
import { measureTable } from './table/measure-table.ts';

/**
 * A run of layout. It remembers what it has measured, and the last layout of each box, so that a box which several
 * steps ask about is worked out once.
 */
export function createPass(context: LayoutContext, counters: PageCounters | null): Pass {
  const fonts = new Map<ComputedStyle, StyleFonts>();
  const stretches = new Map<TextItem, readonly FontStretch[]>();
  const sizes = new Map<LayoutBox, IntrinsicSizes>();
  const fragments = new Map<LayoutBox, { readonly space: Space; readonly fragment: Fragment }>();
  const units = new Map<InlineContent, readonly InlineUnit[]>();
  const pass: Pass = {
    context,
    counters,
    layOut: (box, space) => {
      const known = fragments.get(box);
      if (known && isSameSpace(known.space, space)) return known.fragment;
      const fragment = layOutBox(pass, box, space);
      fragments.set(box, { space, fragment });
      return fragment;
    },
    measure: (box) => remember(sizes, box, () => measureBox(pass, box)),
    font: (style) => remember(fonts, style, () => findFonts(context, style)).primary,
    stretches: (item) =>
      remember(stretches, item, () =>
        itemize(
          context,
          item,
          remember(fonts, item.style, () => findFonts(context, item.style)),
        ),
      ),
    units: (content, width) =>
      dependsOnWidth(content)
        ? collectUnits(pass, content, width)
        : remember(units, content, () => collectUnits(pass, content, width)),
  };
  return pass;
}

/** The fonts that a style names: the faces in order, and each at the style's size. */
interface StyleFonts {
  readonly primary: FontSpec;
  readonly faces: readonly Face[];
  readonly specs: readonly FontSpec[];
}

function layOutBox(pass: Pass, box: LayoutBox, space: Space): Fragment {
  switch (box.kind) {
    case 'flow':
      return layOutFlow(pass, box, space);
    case 'flex':
      return layOutFlex(pass, box, space);
    case 'table':
      return layOutTable(pass, box, space);
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
    case 'table':
      return measureTable(pass, box);
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

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}

function findFonts(context: LayoutContext, style: ComputedStyle): StyleFonts {
  const faces = context.fontBook.match(style.fontFamily, style.fontWeight, style.fontStyle);
  const specs = faces.map(
    (face): FontSpec => ({
      face,
      size: style.fontSize,
      figureSpacing: style.fontVariantNumeric.figureSpacing,
      figureStyle: style.fontVariantNumeric.figureStyle,
      kerning: style.fontKerning,
      ligatures: style.fontLigatures,
      letterSpacing: style.letterSpacing,
      wordSpacing: style.wordSpacing,
    }),
  );
  const [primary] = specs;
  if (primary === undefined) throw new TypeError('match answers with a face or throws FONT_UNKNOWN');
  return { primary, faces, specs };
}

function itemize(context: LayoutContext, item: TextItem, fonts: StyleFonts): readonly FontStretch[] {
  const result = context.fontBook.itemize(item.text, fonts.faces);
  if (result.kind === 'missing') {
    const where = item.mark.fact === null ? `the text "${item.text.trim()}"` : `fact ${item.mark.fact}`;
    throw toMissingGlyphFault(result, where, item.place);
  }
  return result.stretches.map(({ face, text }) => ({
    text,
    font: fonts.specs[fonts.faces.indexOf(face)] ?? fonts.primary,
  }));
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
