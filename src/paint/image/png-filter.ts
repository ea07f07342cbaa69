/**
 * Undoes a row's filter in place (ISO/IEC 15948 §9). `above` is the row before it, all zeros for the first; a pixel to
 * the left of the row counts as zero too. False where the filter type does not exist.
 */
export function unfilterRow(type: number, row: Uint8Array, above: Uint8Array, bytesPerPixel: number): boolean {
  const predict = PREDICTORS[type];
  if (predict === undefined) return false;
  if (type === 0) return true;
  for (let i = 0; i < row.length; i += 1) {
    const hasLeft = i >= bytesPerPixel;
    const left = hasLeft ? (row[i - bytesPerPixel] ?? 0) : 0;
    const up = above[i] ?? 0;
    const upLeft = hasLeft ? (above[i - bytesPerPixel] ?? 0) : 0;
    row[i] = (row[i] ?? 0) + predict(left, up, upLeft);
  }
  return true;
}

/** By filter type: None, Sub, Up, Average, Paeth. */
const PREDICTORS: readonly ((left: number, up: number, upLeft: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

/** Whichever neighbour lies nearest to left + up − upLeft; ties go to the left, then up. */
function paeth(left: number, up: number, upLeft: number): number {
  const toLeft = Math.abs(up - upLeft);
  const toUp = Math.abs(left - upLeft);
  const toUpLeft = Math.abs(left + up - 2 * upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
