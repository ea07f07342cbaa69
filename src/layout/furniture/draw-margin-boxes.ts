import type { PageStyle } from '../../document/index.ts';
import type { MarginContent } from '../boxes/box.ts';
import { toArtifact } from '../boxes/generation.ts';
import { drawFragment, WHOLE } from '../draw/draw-fragment.ts';
import { AS_CONTENT, type DrawMode, type PageSink } from '../draw/page-sink.ts';
import { layoutFaults } from '../faults.ts';
import type { Fragment } from '../fragment.ts';
import { type Pass, shrinkingSpace } from '../pass.ts';
import { layOutPositioned } from '../positioned/lay-out-positioned.ts';
import { placeCell } from '../table/place-cell.ts';
import { type StripSpan, shareStrip, stripOf } from './margin-strip.ts';

/**
 * Draws one page's margin boxes. A running element is content where it first appears and an artifact from then on;
 * `shown` remembers which have appeared.
 */
export function drawMarginBoxes(
  pass: Pass,
  sink: PageSink,
  page: PageStyle,
  contents: readonly MarginContent[],
  shown: Set<string>,
): void {
  for (const side of ['top', 'bottom'] as const) {
    const inStrip = contents.filter((content) => content.name.startsWith(side));
    const strip = stripOf(page, `${side}-center`);
    for (const span of shareStrip(pass, inStrip, strip.width)) {
      const fragment = layOutSpan(pass, span, strip.height);
      drawFragment(sink, fragment, WHOLE, strip.x + span.x, strip.y, modeFor(span.content, side, shown));
    }
  }
}

function modeFor({ running }: MarginContent, side: 'top' | 'bottom', shown: Set<string>): DrawMode {
  if (running === null) return AS_CONTENT;
  if (shown.has(running)) return { repeats: toArtifact('Pagination', side === 'top' ? 'Header' : 'Footer') };
  shown.add(running);
  return AS_CONTENT;
}

/** A margin box as high as its strip. */
function layOutSpan(pass: Pass, span: StripSpan, height: number): Fragment {
  const { box, name } = span.content;
  const fragment = pass.layOut(box, shrinkingSpace(span.width, height, span.width));
  if (fragment.height > height + STRIP_TOLERANCE) {
    throw layoutFaults.TEXT_OVERFLOW({
      message: `Unexpected height of @${name}: ${fragment.height.toFixed(1)} pt, expected at most ${height.toFixed(1)} pt, the page margin's`,
      place: box.place,
      hint: 'Make the page margin larger, or what runs in it smaller.',
    });
  }
  const aligned = placeCell(fragment, 0, 0, height, 0);
  const containing = { x: 0, y: 0, width: span.width, height };
  const positioned = aligned.pending.map((pending) => layOutPositioned(pass, pending, containing));
  return { ...aligned, positioned: [...aligned.positioned, ...positioned], pending: [] };
}

const STRIP_TOLERANCE = 0.01;
