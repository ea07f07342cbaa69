import { describe, expect, it } from 'vitest';
import { boxesOf, faultOf, layOut, textNamed, textsOf } from './support.ts';

const cells = (count: number) => Array.from({ length: count }, (_, i) => `<section>cell ${i + 1}</section>`).join('');
const widths = (css: string, body: string) =>
  boxesOf(layOut(css, body), 'section').map(([, , width]) => Math.round(width));

/** Where Chromium says what is right, `browser/grids.html` asks it; here is what only pages and faults show. */
describe('grids', () => {
  it('share what fixed tracks leave', () => {
    expect(widths('div { display: grid; grid-template-columns: 60pt 1fr 2fr }', `<div>${cells(3)}</div>`)).toEqual([
      60, 80, 160,
    ]);
    expect(
      widths('div { display: grid; grid-template-columns: 20% 1fr; column-gap: 40pt }', `<div>${cells(2)}</div>`),
    ).toEqual([60, 200]);
  });

  it('give a share no less than its content needs', () => {
    const body = `<div><section>${'W'.repeat(20)}</section><section>b</section></div>`;
    const [first = 0, second = 0] = widths('div { display: grid; grid-template-columns: 1fr 3fr }', body);
    expect(first).toBeGreaterThan(150);
    expect(first + second).toBeCloseTo(300, 0);
  });

  it('are as wide as their content where they shrink', () => {
    const css =
      'div { display: grid; grid-template-columns: 1fr 1fr; position: absolute; left: 0; top: 0 } section { width: 50pt }';
    expect(
      boxesOf(layOut(`${css} section + section { width: 30pt }`, `<div>${cells(2)}</div>`), 'div')[0]?.[2],
    ).toBeCloseTo(100, 0);
  });

  it('go on over pages between rows, and lose nothing', () => {
    const paged = layOut('div { display: grid; grid-template-columns: 1fr 1fr }', `<div>${cells(40)}</div>`);
    expect(paged.pages.map((_, i) => textsOf(paged, i + 1).length)).toEqual([26, 14]);
    expect(textNamed(paged, 'cell 27', 2).y).toBe(textNamed(paged, 'cell 1', 1).y);
  });

  it('keep rows together that an item spans', () => {
    const css = 'div { display: grid; grid-template-columns: 1fr 1fr } .tall { grid-row: span 3; break-inside: avoid }';
    const paged = layOut(css, `<div>${cells(24)}<section class="tall">tall</section>${cells(3)}</div>`);
    expect(textsOf(paged, 2)[0]).toBe('tall');
  });

  it('are faults where something stands outside them or does not fit', () => {
    const before = faultOf(() =>
      layOut('div { display: grid; grid-template-columns: 1fr } section { grid-column: -5 }', `<div>${cells(1)}</div>`),
    );
    expect(before?.message).toContain('before the first line of its grid');
    const wide = faultOf(() =>
      layOut('div { display: grid; grid-template-columns: 200pt 200pt }', `<div>${cells(2)}</div>`),
    );
    expect(wide).toMatchObject({ code: 'TEXT_OVERFLOW' });
  });
});
