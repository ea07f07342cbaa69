import type { BarcodeSymbol } from '../../barcode/index.ts';
import { POINTS_PER_MM, type Size } from '../../base/index.ts';

/** Both are read from paper and from screens at 150 dpi by every decoder that we know. */
const NATURAL_MODULE_MM = { qrcode: 0.5, code128: 0.33 } as const;
/** Finance Finland asks for at least 10 mm. */
const NATURAL_BAR_HEIGHT_MM = 12;

/** How large a barcode is where the style sheet does not say: its quiet zone included. */
export function sizeNaturally(symbol: BarcodeSymbol): Size {
  const module = NATURAL_MODULE_MM[symbol.symbology] * POINTS_PER_MM;
  const width = countColumns(symbol) * module;
  if (symbol.symbology === 'code128') return { width, height: NATURAL_BAR_HEIGHT_MM * POINTS_PER_MM };
  return { width, height: countRows(symbol) * module };
}

/** Modules across, the quiet zone on both sides included. */
export function countColumns({ columns, quietZone }: BarcodeSymbol): number {
  return columns + 2 * quietZone;
}

/** Modules down; a linear code has no quiet zone above and below. */
export function countRows({ rows, quietZone, symbology }: BarcodeSymbol): number {
  return symbology === 'code128' ? rows : rows + 2 * quietZone;
}
