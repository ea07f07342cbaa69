import type { BarcodeSymbol } from '../../barcode/index.ts';
import { type Box, type PathSegment, type Place, POINTS_PER_MM, roundPoints } from '../../base/index.ts';
import type { Color } from '../../document/index.ts';
import { layoutFaults } from '../faults.ts';
import type { Mark, PathDrawable, RectangleDrawable } from '../page.ts';
import { countColumns, countRows } from '../replaced/natural-barcode.ts';
import { roundBox } from './draw-decoration.ts';

/** Narrower modules are lost at 150 dpi, or on the printers that people have. */
const LEAST_MODULE_MM = { qrcode: 0.4, code128: 0.3 } as const;
/** Finance Finland, Bank Bar Code Guide: at least 10 mm high. */
const LEAST_BAR_HEIGHT_MM = 10;

const WHITE: Color = { red: 1, green: 1, blue: 1, alpha: 1 };
const BLACK: Color = { red: 0, green: 0, blue: 0, alpha: 1 };

/**
 * A barcode in its box, black on white whatever the page's colours are, with its quiet zone inside: one path, so that no
 * hairline shows between modules. A matrix code stands square in the middle; bars are as tall as the box.
 *
 * @throws BARCODE_TOO_SMALL where the box leaves modules that scanners lose
 */
export function drawBarcode(
  symbol: BarcodeSymbol,
  box: Box,
  place: Place,
  marks: { readonly ground: Mark; readonly modules: Mark },
): readonly [RectangleDrawable, PathDrawable] {
  const module = findModule(symbol, box, place);
  const square = symbol.symbology === 'qrcode';
  const left = box.x + (box.width - countColumns(symbol) * module.width) / 2 + symbol.quietZone * module.width;
  const top = square
    ? box.y + (box.height - countRows(symbol) * module.height) / 2 + symbol.quietZone * module.height
    : box.y;
  const segments = symbol.runs.flatMap(({ column, row, length }) =>
    toRectangle(
      roundPoints(left + column * module.width),
      roundPoints(top + row * module.height),
      roundPoints(left + (column + length) * module.width),
      roundPoints(top + (row + 1) * module.height),
    ),
  );
  return [
    { kind: 'rectangle', box: roundBox(box), radii: [0, 0, 0, 0], fill: WHITE, mark: marks.ground },
    { kind: 'path', segments, fill: BLACK, fillRule: 'nonzero', stroke: null, clip: null, mark: marks.modules },
  ];
}

function findModule(
  symbol: BarcodeSymbol,
  box: Box,
  place: Place,
): { readonly width: number; readonly height: number } {
  const across = box.width / countColumns(symbol);
  const width = symbol.symbology === 'qrcode' ? Math.min(across, box.height / countRows(symbol)) : across;
  const least = LEAST_MODULE_MM[symbol.symbology] * POINTS_PER_MM;
  // The size that the style asks for may be the least one exactly.
  if (roundPoints(width) < roundPoints(least))
    throw tooSmall(symbol, width, 'modules', LEAST_MODULE_MM[symbol.symbology], place);
  if (symbol.symbology === 'qrcode') return { width, height: width };
  const leastHeight = LEAST_BAR_HEIGHT_MM * POINTS_PER_MM;
  if (roundPoints(box.height) < roundPoints(leastHeight))
    throw tooSmall(symbol, box.height, 'bars', LEAST_BAR_HEIGHT_MM, place);
  return { width, height: box.height };
}

function tooSmall(symbol: BarcodeSymbol, points: number, what: string, leastMm: number, place: Place): Error {
  const needed = Math.ceil(countColumns(symbol) * LEAST_MODULE_MM[symbol.symbology] * 10) / 10;
  return layoutFaults.BARCODE_TOO_SMALL({
    message: `Unexpected ${what} of ${(points / POINTS_PER_MM).toFixed(2)} mm in a ${symbol.symbology} of ${symbol.payload.length} characters, expected ${leastMm} mm or more`,
    place,
    hint: `Make it at least ${needed} mm wide${symbol.symbology === 'qrcode' ? ' and high' : ` and ${LEAST_BAR_HEIGHT_MM} mm high`}, its quiet zone included.`,
  });
}

function toRectangle(left: number, top: number, right: number, bottom: number): readonly PathSegment[] {
  return [
    { kind: 'move', x: left, y: top },
    { kind: 'line', x: right, y: top },
    { kind: 'line', x: right, y: bottom },
    { kind: 'line', x: left, y: bottom },
    { kind: 'close' },
  ];
}
