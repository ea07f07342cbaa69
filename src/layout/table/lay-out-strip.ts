import type { TableBox } from '../boxes/box.ts';
import { layoutFaults } from '../faults.ts';
import type { BoxBand, Continuation, Strip, StripSource } from '../fragment.ts';
import type { Pass } from '../pass.ts';
import { insetsOf } from '../sizing/edges.ts';
import { stackRows } from './stack-rows.ts';

/** What pages show where they break a table whose rows are `bands`; null where that is nothing. */
export function layOutBreaks(
  pass: Pass,
  table: TableBox,
  widths: readonly number[],
  left: number,
  bands: readonly BoxBand[],
): Continuation | null {
  const { above, below, groups } = table.breaks;
  const start = countUntil(table, (section) => section !== 'header');
  const toStrip = (strip: TableBox | null) =>
    strip === null ? null : layOutStrip(pass, { table: strip, widths, left });
  const continuation = {
    start,
    end: countUntil(table, (section) => section === 'footer'),
    above: above === 'header' ? repeatHeader(table, bands, start) : toStrip(above),
    below: toStrip(below),
    groups: groups.map((group) => ({ ...group, above: toStrip(group.above), below: toStrip(group.below) })),
  };
  return continuation.above || continuation.below || groups.length > 0 ? continuation : null;
}

/** The strip with the text of another page. It must not need more room than the page has kept for it. */
export function renewStrip(pass: Pass, strip: Strip): Strip {
  if (strip.source === null) return strip;
  const renewed = layOutStrip(pass, strip.source);
  if (renewed.height <= strip.height + HEIGHT_TOLERANCE) return renewed;
  throw layoutFaults.TEXT_OVERFLOW({
    message: `Unexpected height of rows with -fp-show: ${renewed.height.toFixed(1)} pt, expected at most ${strip.height.toFixed(1)} pt as on other pages`,
    place: strip.source.table.rows[0]?.place,
    hint: 'Give their cells white-space: nowrap, or more room.',
  });
}

const HEIGHT_TOLERANCE = 0.01;

function layOutStrip(pass: Pass, source: StripSource): Strip {
  const { table, widths, left } = source;
  const { top, bottom } = insetsOf(table.style, 0);
  const rows = stackRows(pass, table, widths, {
    top,
    bottom,
    left,
    right: 0,
    horizontal: left,
    vertical: top + bottom,
  });
  return { height: rows.height + top + bottom, bands: rows.bands.map((band) => ({ top: band.y, band })), source };
}

/** The header rows as they stand in the table, with the room below them. */
function repeatHeader(table: TableBox, bands: readonly BoxBand[], count: number): Strip | null {
  const [first] = bands;
  const last = bands[count - 1];
  if (first === undefined || last === undefined) return null;
  // Of a collapsed border above the header half lies outside the rows, and shows again too.
  const origin = table.borders === null ? first.y : 0;
  const bottom = bands[count]?.y ?? last.y + last.height;
  return {
    height: bottom - origin,
    bands: bands.slice(0, count).map((band) => ({ top: band.y - origin, band })),
    source: null,
  };
}

function countUntil(table: TableBox, isEnd: (section: TableBox['rows'][number]['section']) => boolean): number {
  const index = table.rows.findIndex(({ section }) => isEnd(section));
  return index === -1 ? table.rows.length : index;
}
