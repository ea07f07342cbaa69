import type { FlowBox } from '../boxes/box.ts';
import { type Band, type CollapsingMargins, type Fragment, moveTo, NO_OVERFLOW, type PendingBox } from '../fragment.ts';
import { layOutInlines } from '../inline/lay-out-inlines.ts';
import { ownMargins, withThrough } from '../margins.ts';
import { type Pass, type Space, shrinkingSpace } from '../pass.ts';
import { adoptPositioned } from '../positioned/lay-out-positioned.ts';
import { type Insets, insetsOf, marginsOf } from '../sizing/edges.ts';
import { clampHeight, definiteHeight } from '../sizing/height.ts';
import { usedWidth } from '../sizing/width.ts';
import { outerMargins, stackBlocks } from './stack-blocks.ts';

/** A block container: width first, then its content, then its height, then what is placed against it. */
export function layOutFlow(pass: Pass, box: FlowBox, space: Space): Fragment {
  const { style } = box;
  const insets = insetsOf(style, space.width);
  const width = usedWidth(pass, box, space);
  const asked = definiteHeight(style, space, insets.vertical);
  const content = layOutContent(pass, box, space, insets, width - insets.horizontal, asked);
  const height = (asked ?? clampHeight(style, content.height, space.height, insets.vertical)) + insets.vertical;
  const excess = content.height - (height - insets.vertical);
  const fragment: Fragment = {
    box,
    x: 0,
    y: 0,
    width,
    height,
    bands: content.bands,
    bottomInset: insets.bottom,
    contentShift: 0,
    overflow: excess > 0 ? { width: 0, height: excess } : NO_OVERFLOW,
    continuation: null,
    positioned: NO_FRAGMENTS,
    pending: content.pending,
    margins: withThrough(content.margins, content.margins.through && height === 0),
    firstBaseline: firstBaseline(content.bands),
    lastBaseline: lastBaseline(content.bands),
  };
  return adoptPositioned(pass, addMarker(pass, fragment, insets));
}

const NO_FRAGMENTS: Fragment['positioned'] = [];

interface FlowContent {
  readonly bands: readonly Band[];
  readonly height: number;
  readonly pending: readonly PendingBox[];
  readonly margins: CollapsingMargins;
}

function layOutContent(
  pass: Pass,
  box: FlowBox,
  space: Space,
  insets: Insets,
  width: number,
  height: number | null,
): FlowContent {
  const { style } = box;
  const margins = marginsOf(style, space.width);
  const own = ownMargins(margins.top, margins.bottom);
  const isolated = space.isolated || style.overflow === 'hidden';
  if (box.content.kind === 'inlines') {
    const { bands, height, pending } = layOutInlines(pass, box.content, { left: insets.left, width }, insets.top);
    return { bands, height, pending, margins: withThrough(own, !isolated && bands.length === 0) };
  }
  const stack = stackBlocks(pass, box.content.children, {
    left: insets.left,
    top: insets.top,
    width,
    height,
    opensAtTop: !isolated && insets.top === 0,
    opensAtBottom: !isolated && insets.bottom === 0 && height === null,
  });
  const outer = isolated ? own : outerMargins(own, stack, insets.vertical === 0);
  return { bands: stack.bands, height: stack.height, pending: stack.pending, margins: outer };
}

/** From the top of the fragment that has these bands; null where they have no text. */
export function firstBaseline(bands: readonly Band[]): number | null {
  for (const band of bands) {
    if (band.kind === 'line') return band.y + band.line.baseline;
    for (const { y, firstBaseline: baseline } of band.boxes) if (baseline !== null) return y + baseline;
  }
  return null;
}

/** The baseline of the last line, which is an inline-block's own (CSS 2.2 §10.8.1). */
export function lastBaseline(bands: readonly Band[]): number | null {
  for (let index = bands.length - 1; index >= 0; index--) {
    const band = bands[index];
    if (band === undefined) continue;
    if (band.kind === 'line') return band.y + band.line.baseline;
    for (const { y, lastBaseline: baseline } of band.boxes) if (baseline !== null) return y + baseline;
  }
  return null;
}

/** A list item's marker stands to the left of its content, on the first baseline (CSS Lists 3 §4). */
function addMarker(pass: Pass, fragment: Fragment, insets: Insets): Fragment {
  if (fragment.box.kind !== 'flow' || fragment.box.marker === null) return fragment;
  const marker = pass.layOut(fragment.box.marker, shrinkingSpace(fragment.width, null));
  const baseline = fragment.firstBaseline ?? insets.top + (marker.firstBaseline ?? 0);
  const y = baseline - (marker.firstBaseline ?? 0);
  return { ...fragment, positioned: [...fragment.positioned, moveTo(marker, insets.left - marker.width, y)] };
}
