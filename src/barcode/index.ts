/**
 * Floor 2: barcodes. Comes in: a symbology and a payload. Goes out: dark runs in module units. Never here: what a payload
 * means, points, drawing.
 */
export { type BarcodeSymbol, type DarkRun, encodeSymbol, type Symbology } from './encode-symbol.ts';
export { barcodeFaults } from './faults.ts';
