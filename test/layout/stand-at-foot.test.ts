import { describe, expect, it } from 'vitest';
import { boxesOf, layOut, textsOf } from './support.ts';

/** Pages hold 200 pt from y 50 to y 250; a line is 15 pt. */
const CSS = '.f { -fp-stand: foot }';
const LAST_LINE = [50, 235, 300, 15];
const lines = (count: number) => Array.from({ length: count }, (_, i) => `<p>line ${i + 1}</p>`).join('');
const foot = '<footer class="f">pay</footer>';

describe('a block that stands at the foot', () => {
  it('stands at the end of a single page, and moves nothing else', () => {
    const paged = layOut(CSS, `${lines(2)}${foot}`);
    expect(boxesOf(paged, 'footer')).toEqual([LAST_LINE]);
    expect(boxesOf(paged, 'p')).toEqual([
      [50, 50, 300, 15],
      [50, 65, 300, 15],
    ]);
  });

  it('stands at the end of the last page alone, on as many pages as without', () => {
    const paged = layOut(CSS, `${lines(30)}${foot}`);
    const plain = layOut('', `${lines(30)}${foot}`);
    expect(paged.pages.map((_, i) => textsOf(paged, i + 1))).toEqual(plain.pages.map((_, i) => textsOf(plain, i + 1)));
    expect(paged.pages.map((_, i) => boxesOf(paged, 'footer', i + 1))).toEqual([[], [], [LAST_LINE]]);
  });

  it('stands at the end of a page that it begins', () => {
    const paged = layOut(`${CSS} .f { break-before: page }`, `${lines(3)}${foot}`);
    expect(boxesOf(paged, 'footer', 2)).toEqual([LAST_LINE]);
  });

  it('keeps its margin, and stretches the blocks that it ends', () => {
    const css = `${CSS} section { padding-bottom: 9pt } .f { margin-bottom: 6pt }`;
    const paged = layOut(css, `${lines(1)}<section><p>total</p><div>${foot}</div></section>`);
    expect(boxesOf(paged, 'footer')).toEqual([[50, 220, 300, 15]]);
    expect(boxesOf(paged, 'section')).toEqual([[50, 65, 300, 185]]);
  });

  it('is where it is anyway on a full page, and where it began on an earlier one', () => {
    const full = layOut(`${CSS} .f { height: 168pt }`, `${lines(2)}${foot}`);
    expect(boxesOf(full, 'footer')).toEqual([[50, 82, 300, 168]]);
    const long = layOut(CSS, `${lines(5)}<footer class="f">${lines(12)}</footer>`);
    expect(textsOf(long, 2)[0]).toBe('line 9');
    expect(boxesOf(long, 'p', 2)[0]).toEqual([50, 50, 300, 15]);
  });

  it.each([
    ['something follows it', `${foot}<p>more</p>`],
    ['it stands in a table', `<table><tr><td>${foot}</td></tr></table>`],
    ['another ends the flow', `${foot}${foot}`],
  ])('is refused where %s', (_, body) => {
    expect(() => layOut(CSS, body)).toThrow(
      expect.objectContaining({ code: 'LAYOUT_UNSUPPORTED', message: expect.stringContaining('<footer>') }),
    );
  });
});
