import { describe, expect, test } from 'vitest';
import { encodeSymbol } from '#dist/barcode/index.js';
import type { PathDrawable } from '#dist/layout/page.js';
import { boxesOf, drawablesOf, layOut } from './support.ts';

const MM = 72 / 25.4;
/** 25 modules across, 33 with the quiet zone. */
const QR = '<barcode type="qrcode" value="https://fjord.example" alt="Adresse">';
const FINNISH = '458101710000001220004829900000000559582243294671120131';
const BARS = `<barcode type="code128" value="${FINNISH}" alt="Streckkod">`;
const BIG_PAGE = '@page { size: 420pt 300pt; margin: 20pt }';

/** Left, top, right and bottom edge of everything that a path fills. */
function boundsOf({ segments }: PathDrawable): readonly [number, number, number, number] {
  const points = segments.flatMap((segment) => (segment.kind === 'close' ? [] : [segment]));
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function only<T>(values: readonly T[]): T {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) throw new Error(`Unexpected ${values.length} values, expected one`);
  return value;
}

describe('a QR code', () => {
  test('has modules of half a millimetre where nothing says otherwise', () => {
    const side = (25 + 8) * 0.5 * MM;
    const [, , width, height] = only(boxesOf(layOut('barcode { display: block }', QR), 'barcode'));
    expect([width, height]).toEqual([expect.closeTo(side, 2), expect.closeTo(side, 2)]);
  });

  test('keeps its quiet zone inside its box, and stands square in the middle', () => {
    const paged = layOut('barcode { display: block; width: 132pt; height: 66pt }', QR);
    const [x, y] = only(boxesOf(paged, 'barcode'));
    // 66 pt over 33 modules are 2 pt each; 4 of them are quiet.
    expect(boundsOf(only(drawablesOf(paged, 'path')))).toEqual([x + 33 + 8, y + 8, x + 33 + 58, y + 58]);
  });

  test('is one path, black on white, whatever the colours around it', () => {
    const paged = layOut('body { color: #888; background: #eee } barcode { display: block }', QR);
    const path = only(drawablesOf(paged, 'path'));
    expect(path).toMatchObject({ fill: { red: 0, green: 0, blue: 0, alpha: 1 }, stroke: null });
    const ground = drawablesOf(paged, 'rectangle').at(-1);
    expect(ground).toMatchObject({ fill: { red: 1, green: 1, blue: 1, alpha: 1 }, mark: { kind: 'artifact' } });
    const { runs } = encodeSymbol('qrcode', 'https://fjord.example');
    expect(path.segments.filter(({ kind }) => kind === 'move')).toHaveLength(runs.length);
  });

  test('is a figure that says what it says', () => {
    const paged = layOut('', `<p>${QR}</p>`);
    expect(JSON.stringify(paged.structure)).toContain('"role":"Figure","fact":null,"alternative":"Adresse"');
    expect(only(drawablesOf(paged, 'path')).mark.kind).toBe('content');
  });

  test('is refused where scanners would lose it, with the width that it needs', () => {
    const narrow = 'barcode { display: block; width: 12mm }';
    expect(() => layOut(narrow, QR)).toThrow(
      expect.objectContaining({
        code: 'BARCODE_TOO_SMALL',
        place: { file: 'test.html', line: 1, column: expect.any(Number) },
        hint: expect.stringContaining('13.2 mm wide and high'),
      }),
    );
    expect(() => layOut(narrow.replace('12mm', '13.2mm'), QR)).not.toThrow();
  });

  test('is refused with its place where it cannot hold its text', () => {
    expect(() => layOut('', QR.replace('fjord', 'kafé'))).toThrow(
      expect.objectContaining({ code: 'BARCODE_PAYLOAD', place: expect.objectContaining({ file: 'test.html' }) }),
    );
  });
});

describe('bars', () => {
  test('have modules of a third of a millimetre and twelve millimetres of height', () => {
    const [, , width, height] = only(boxesOf(layOut(`${BIG_PAGE} barcode { display: block }`, BARS), 'barcode'));
    expect([width, height]).toEqual([expect.closeTo(352 * 0.33 * MM, 2), expect.closeTo(12 * MM, 2)]);
  });

  test('are as tall as their box, with ten quiet modules on each side', () => {
    const paged = layOut(`${BIG_PAGE} barcode { display: block; width: 352pt; height: 40pt }`, BARS);
    const [x, y] = only(boxesOf(paged, 'barcode'));
    expect(boundsOf(only(drawablesOf(paged, 'path')))).toEqual(
      [x + 10, y, x + 342, y + 40].map((edge) => expect.closeTo(edge, 2)),
    );
  });

  test.each([
    ['narrow', 'width: 105mm; height: 12mm'],
    ['low', 'height: 9mm; width: 120mm'],
  ])('too %s are refused', (_name, size) => {
    expect(() => layOut(`${BIG_PAGE} barcode { display: block; ${size} }`, BARS)).toThrow(
      expect.objectContaining({ code: 'BARCODE_TOO_SMALL' }),
    );
  });
});

test.each([
  ['another type', '<barcode type="ean13" value="1" alt="a">'],
  ['no text alternative', '<barcode type="qrcode" value="1" alt="">'],
])('%s is refused', (_name, body) => {
  expect(() => layOut('', body)).toThrow(expect.objectContaining({ kind: 'template' }));
});
