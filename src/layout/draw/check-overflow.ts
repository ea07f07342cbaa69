import { layoutFaults } from '../faults.ts';
import type { Fragment } from '../fragment.ts';

/** Sums of lengths that should fill a box exactly may miss it by rounding; points. */
const TOLERANCE = 0.25;

/**
 * Content that does not fit the room it is given would lie over its neighbours or be lost, so it is a fault. Text alone
 * is checked line by line, where it can be named.
 */
export function checkOverflow({ box, overflow, bands }: Fragment): void {
  const parts = box.kind === 'table' ? 'columns' : 'items';
  if (overflow.width > TOLERANCE) {
    throw layoutFaults.TEXT_OVERFLOW({
      message: `Unexpected width of <${box.tag}>: its ${parts} need ${overflow.width.toFixed(1)} pt more than there is room for`,
      place: box.place,
      hint: `Give the ${parts} less padding or smaller text, or let text in them wrap.`,
    });
  }
  // A box without content may have any height.
  if (overflow.height > TOLERANCE && bands.length > 0) {
    throw layoutFaults.TEXT_OVERFLOW({
      message: `Unexpected height of <${box.tag}>: its content needs ${overflow.height.toFixed(1)} pt more than the height it is given`,
      place: box.place,
      hint: 'Set min-height in place of height, or make the content smaller.',
    });
  }
}
