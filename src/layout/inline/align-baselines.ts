import type { ComputedStyle } from '../../document/index.ts';
import type { InlineBox } from '../boxes/box.ts';
import type { Pass } from '../pass.ts';
import { resolve } from '../sizing/lengths.ts';
import { type Extent, faceExtent, lineHeightOf } from './font-metrics.ts';

/** Something on a line that takes height: an inline element, or an image or inline-block. */
export interface Aligned {
  readonly style: ComputedStyle;
  readonly parent: InlineBox | null;
  readonly extent: Extent;
}

/** Where everything on one line stands. */
export interface LineHeights {
  readonly height: number;
  /** The paragraph's own baseline, from the line's top. */
  readonly baseline: number;
  /** The baseline of an inline element's text, or of the paragraph's for null, from the line's top. */
  readonly baselineOf: (box: InlineBox | null) => number;
  readonly baselineOfAtom: (atom: Aligned) => number;
}

/** One inline element as aligned: its baseline's raise over the baseline of what it is aligned with. */
interface Level {
  readonly raise: number;
  readonly style: ComputedStyle;
  /** The element with `vertical-align: top` or `bottom` that this one moves with; null for the line itself. */
  readonly group: Group;
}

interface Group {
  readonly edge: 'top' | 'bottom' | null;
  above: number;
  below: number;
}

/** Aligns what stands on one line (CSS 2.2 §10.8). `paragraph` sets the strut, which every line has. */
export function alignBaselines(
  pass: Pass,
  paragraph: ComputedStyle,
  boxes: readonly InlineBox[],
  atoms: readonly Aligned[],
): LineHeights {
  const strut = pass.extent(paragraph);
  if (atoms.length === 0 && boxes.every(({ style }) => isLike(pass.extent(style), strut, style)))
    return plainHeights(strut);
  const line: Group = { edge: null, above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY };
  const groups: Group[] = [];
  const root: Level = { raise: 0, style: paragraph, group: line };
  const levels = new Map<InlineBox, Level>();
  const levelOf = (box: InlineBox | null): Level => {
    if (box === null) return root;
    const known = levels.get(box);
    if (known) return known;
    const level = toLevel(pass, box.style, pass.extent(box.style), levelOf(box.parent), groups);
    levels.set(box, level);
    return level;
  };
  const atomLevels = new Map<Aligned, Level>();

  stretch(root, strut);
  for (const box of boxes) stretch(levelOf(box), pass.extent(box.style));
  for (const atom of atoms) {
    const level = toLevel(pass, atom.style, atom.extent, levelOf(atom.parent), groups);
    atomLevels.set(atom, level);
    stretch(level, atom.extent);
  }
  const { height, baseline } = settle(line, groups);
  const baselineIn = (level: Level) => groupBaseline(level.group, height, baseline) - level.raise;
  return {
    height,
    baseline,
    baselineOf: (box) => baselineIn(levelOf(box)),
    baselineOfAtom: (atom) => baselineIn(atomLevels.get(atom) ?? root),
  };
}

/** An element on the paragraph's own baseline that is no higher or lower than its text. */
function isLike(extent: Extent, strut: Extent, style: ComputedStyle): boolean {
  return style.verticalAlign === 'baseline' && extent.above === strut.above && extent.below === strut.below;
}

/** A line of nothing but the paragraph's own text and the like of it, as most are: all of one style are alike. */
function plainHeights(strut: Extent): LineHeights {
  const known = PLAIN_HEIGHTS.get(strut);
  if (known) return known;
  const { above, below } = strut;
  const heights = { height: above + below, baseline: above, baselineOf: () => above, baselineOfAtom: () => above };
  PLAIN_HEIGHTS.set(strut, heights);
  return heights;
}

const PLAIN_HEIGHTS = new WeakMap<Extent, LineHeights>();

function toLevel(pass: Pass, style: ComputedStyle, extent: Extent, parent: Level, groups: Group[]): Level {
  const align = style.verticalAlign;
  if (align === 'top' || align === 'bottom') {
    const group: Group = { edge: align, above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY };
    groups.push(group);
    return { raise: 0, style, group };
  }
  return { raise: parent.raise + raiseOf(pass, style, extent, parent.style), style, group: parent.group };
}

/** Browsers' own amounts for sub and super, which CSS leaves open: a fifth and a third of the size, and a pixel. */
const SUB_SHARE = 1 / 5;
const SUPER_SHARE = 1 / 3;
const ONE_PIXEL = 0.75;

function raiseOf(pass: Pass, style: ComputedStyle, extent: Extent, parent: ComputedStyle): number {
  const align = style.verticalAlign;
  if (typeof align === 'object') return resolve(align.raise, lineHeightOf(style, pass.font(style)));
  const font = pass.font(parent);
  switch (align) {
    case 'sub':
      return -(font.size * SUB_SHARE + ONE_PIXEL);
    case 'super':
      return font.size * SUPER_SHARE + ONE_PIXEL;
    case 'middle':
      return (font.face.xHeight * font.size) / font.face.unitsPerEm / 2 - (extent.above - extent.below) / 2;
    default:
      return 0;
  }
}

function stretch(level: Level, extent: Extent): void {
  level.group.above = Math.max(level.group.above, extent.above + level.raise);
  level.group.below = Math.max(level.group.below, extent.below - level.raise);
}

/** The line is as high as what is aligned by baseline needs; what is aligned to its edges then stretches it if it must. */
function settle(line: Group, groups: readonly Group[]): { height: number; baseline: number } {
  let { above, below } = line;
  for (const group of groups) {
    const missing = group.above + group.below - (above + below);
    if (missing > 0 && group.edge === 'top') below += missing;
    else if (missing > 0) above += missing;
  }
  return { height: above + below, baseline: above };
}

function groupBaseline(group: Group, height: number, baseline: number): number {
  if (group.edge === 'top') return group.above;
  if (group.edge === 'bottom') return height - group.below;
  return baseline;
}

/** The content area of an inline element: its face's extent, which padding and border go around. */
export function contentArea(pass: Pass, style: ComputedStyle): Extent {
  return faceExtent(pass.font(style));
}
