import { describe, expect, it } from 'vitest';
import { type ElementNode, parseHtml } from '#dist/document/index.js';
import { type Drawing, toDrawing } from '#dist/drawing/index.js';

function svgOf(markup: string): ElementNode {
  const html = `<!doctype html><html lang="en"><head><title>t</title></head><body>${markup}</body></html>`;
  const svg = parseHtml(html, { file: 'a.html' }).body.children.find((node) => node.kind === 'element');
  if (svg?.kind !== 'element') throw new Error('no svg');
  return svg;
}
const draw = (shapes: string, attributes = ''): Drawing =>
  toDrawing(svgOf(`<svg viewBox="0 0 40 20" aria-hidden="true" ${attributes}>${shapes}</svg>`));
const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (fault) {
    return `${(fault as { code: string }).code}: ${(fault as Error).message}`;
  }
  return 'no fault';
};
/** A path in short: `M1,2 L3,4 C… Z`, rounded to thousandths. */
const outline = (shapes: string, index = 0) =>
  (draw(shapes).shapes[index]?.segments ?? [])
    .map((segment) => {
      if (segment.kind === 'close') return 'Z';
      const points = segment.kind === 'curve' ? [segment.x1, segment.y1, segment.x2, segment.y2] : [];
      const numbers = [...points, segment.x, segment.y].map((n) => Math.round(n * 1000) / 1000 + 0);
      return `${{ move: 'M', line: 'L', curve: 'C' }[segment.kind]}${numbers.join(',')}`;
    })
    .join(' ');

describe('shapes', () => {
  it.each([
    ['<path d="M1 2h3v4H1z"/>', 'M1,2 L4,2 L4,6 L1,6 Z'],
    ['<path d="m1 2l3 4zm5 0l1 1"/>', 'M1,2 L4,6 Z M6,2 L7,3'],
    ['<path d="M0 0Q3 0 3 3"/>', 'M0,0 C2,0,3,1,3,3'],
    ['<path d="M0 0C1 0 2 1 2 2S3 4 4 4"/>', 'M0,0 C1,0,2,1,2,2 C2,3,3,4,4,4'],
    ['<path d="M2 0A2 2 0 0 1 4 2"/>', 'M2,0 C3.105,0,4,0.895,4,2'],
    ['<rect x="1" y="2" width="3" height="4"/>', 'M1,2 L4,2 L4,6 L1,6 Z'],
    ['<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', 'M1,2 L3,4'],
    ['<polyline points="1,2 3,4 5,6"/>', 'M1,2 L3,4 L5,6'],
    ['<polygon points="1 2 3 4 5 6"/>', 'M1,2 L3,4 L5,6 Z'],
    [
      '<circle cx="2" cy="2" r="1"/>',
      'M3,2 C3,2.552,2.552,3,2,3 C1.448,3,1,2.552,1,2 C1,1.448,1.448,1,2,1 C2.552,1,3,1.448,3,2 Z',
    ],
    [
      '<rect width="4" height="4" rx="1"/>',
      'M1,0 L3,0 C3.552,0,4,0.448,4,1 L4,3 C4,3.552,3.552,4,3,4 L1,4 C0.448,4,0,3.552,0,3 L0,1 C0,0.448,0.448,0,1,0 Z',
    ],
    ['<rect width="0" height="4"/>', ''],
    ['<circle r="0"/>', ''],
  ])('%s', (markup, expected) => {
    expect(outline(markup)).toBe(expected);
  });

  it.each([
    ['translate(1 2)', 'M1,2 L11,2'],
    ['scale(2)', 'M0,0 L20,0'],
    ['scale(2, 3) translate(1,1)', 'M2,3 L22,3'],
    ['rotate(90)', 'M0,0 L0,10'],
    ['rotate(90, 5, 0)', 'M5,-5 L5,5'],
    ['matrix(1 0 0 1 3 4)', 'M3,4 L13,4'],
    ['skewX(45) translate(0 1)', 'M1,1 L11,1'],
  ])('take transform %s', (transform, expected) => {
    expect(outline(`<g transform="${transform}"><path d="M0 0H10"/></g>`)).toBe(expected);
  });
});

describe('paint', () => {
  it('is black without a stroke where nothing else is said', () => {
    expect(draw('<path d="M0 0h1"/>').shapes[0]).toMatchObject({
      fill: { color: { red: 0, green: 0, blue: 0, alpha: 1 }, opacity: 1 },
      fillRule: 'nonzero',
      stroke: null,
    });
  });

  it('comes down from groups, each shape over it', () => {
    const [first, second] = draw(
      '<g fill="#f00" stroke="currentColor" stroke-width="2" stroke-linecap="round" opacity=".5"><path d="M0 0h1" stroke="none"/><path d="M0 0h1" fill="none" stroke-opacity="50%" stroke-dasharray="3"/></g>',
    ).shapes;
    expect(first).toMatchObject({ fill: { color: { red: 1 }, opacity: 0.5 }, stroke: null });
    expect(second).toMatchObject({
      fill: null,
      stroke: { color: null, opacity: 0.25, width: 2, cap: 'round', dash: [3, 3] },
    });
  });

  it('scales strokes with their shape', () => {
    const [shape] = draw(
      '<path transform="scale(3)" d="M0 0h1" stroke="red" stroke-width="2" stroke-dasharray="1 2"/>',
    ).shapes;
    expect(shape?.stroke).toMatchObject({ width: 6, dash: [3, 6], miterLimit: 4 });
  });

  it('leaves out what has no paint', () => {
    expect(draw('<path d="M0 0h1" fill="none"/>').shapes).toEqual([]);
  });
});

describe('the drawing', () => {
  it('has a size of its own where it names one', () => {
    expect(draw('', 'width="80" height="40px"')).toMatchObject({
      width: 60,
      height: 30,
      alignment: { x: 0.5, y: 0.5 },
    });
    expect(draw('')).toMatchObject({ width: null, height: null, viewBox: { x: 0, y: 0, width: 40, height: 20 } });
    expect(draw('', 'preserveAspectRatio="xMinYMax"').alignment).toEqual({ x: 0, y: 1 });
    expect(draw('', 'preserveAspectRatio="none"').alignment).toBeNull();
  });

  it.each([
    ['<path d="M0 0 L"/>', 'Unexpected "M0 0 L" in d of <path>, expected path data'],
    ['<path d="L1 1"/>', 'expected path data that begins with M'],
    ['<path d="M0 0h1" fill="url(#a)"/>', 'Unexpected "url(#a)" in fill of <path>, expected a colour or none'],
    ['<path d="M0 0h1" stroke-width="-1"/>', 'expected a length that is not negative'],
    ['<path d="M0 0h1" transform="turn(3)"/>', 'expected matrix(), translate()'],
    ['<path d="M0 0h1" transform="rotate(1 2)"/>', 'expected matrix(), translate()'],
    ['<path d="M0 0h1" stroke="red" transform="scale(1 2)"/>', 'expected the same scale in all directions'],
    ['<path d="M0 0h1" stroke="red" opacity=".5"/>', 'expected fill-opacity and stroke-opacity'],
    ['<polygon points="1 2 3"/>', 'expected pairs of numbers'],
    ['<polygon points="1 2 x 3"/>', 'expected numbers'],
    ['<rect width="1e9" height="1"/>', 'expected a number'],
    ['<circle r="2mm"/>', 'expected a number'],
  ])('refuses %s', (markup, message) => {
    const found = messageOf(() => draw(markup));
    expect(found).toMatch(/^DRAWING_VALUE: /);
    expect(found).toContain(message);
  });

  it.each([
    ['<svg viewBox="0 0 4 0" aria-hidden="true"></svg>', 'expected four numbers'],
    ['<svg viewBox="0 0 4 4" preserveAspectRatio="xMidYMid slice" aria-hidden="true"></svg>', 'nothing is cut off'],
  ])('refuses %s', (markup, message) => {
    expect(messageOf(() => toDrawing(svgOf(markup)))).toContain(message);
  });
});
