import { describe, expect, it } from 'vitest';
import { boxesOf, layOut, textNamed, textsOf } from './support.ts';

const RELATIVE =
  'section { position: relative; height: 90pt; padding: 6pt; border: 3pt solid #000 } div { position: absolute }';
const boxes = (css: string, body = '<section><div>x</div></section>') =>
  boxesOf(layOut(`${RELATIVE} ${css}`, body), 'div');

describe('absolute boxes', () => {
  it('stand against the padding box of the nearest positioned element', () => {
    expect(boxes('div { right: 0; bottom: 0; width: 60pt }')).toEqual([[287, 140, 60, 15]]);
    expect(boxes('div { left: 12pt; top: 9pt; width: 60pt }')).toEqual([[65, 62, 60, 15]]);
  });

  it('fill what is between two edges', () => {
    expect(boxes('div { left: 12pt; right: 24pt; top: 9pt; bottom: 9pt }')).toEqual([[65, 62, 258, 84]]);
  });

  it('stand in the middle by auto margins', () => {
    expect(boxes('div { left: 0; right: 0; width: 60pt; margin: 0 auto }')[0]?.[0]).toBe(170);
  });

  it('take percentages of the padding box', () => {
    expect(boxes('div { left: 50%; top: 50%; width: 25% }')).toEqual([[200, 104, 73.5, 15]]);
  });

  it('stay where they would have stood if no edge is set', () => {
    const [box] = boxes('', '<section><p>text</p><div>x</div></section>');
    expect(box?.slice(0, 2)).toEqual([59, 74]);
  });

  it('without a positioned ancestor stand against the first page area, margins and all', () => {
    const paged = layOut(
      'div { position: absolute; left: 0; right: 0; top: 210pt }',
      `<div>pay</div>${'<p>x</p>'.repeat(20)}`,
    );
    expect(boxesOf(paged, 'div', 1)).toEqual([[50, 260, 300, 15]]);
    expect(textsOf(paged, 2)).not.toContain('pay');
  });

  it('go with the part of their container that a page shows', () => {
    const css = 'section { position: relative } div { position: absolute; bottom: 0; right: 0 }';
    const paged = layOut(css, `<section>${'<p>x</p>'.repeat(20)}<div>foot</div></section>`);
    expect(textsOf(paged, 1)).not.toContain('foot');
    expect(textNamed(paged, 'foot', 2).y).toBe(textNamed(paged, 'x', 2).y + 6 * 15);
  });
});

describe('relative boxes', () => {
  it('move without moving what follows', () => {
    const paged = layOut('.m { position: relative; left: 12pt; top: 6pt }', '<p class="m">a</p><p>b</p>');
    expect(boxesOf(paged, 'p')).toEqual([
      [62, 56, 300, 15],
      [50, 65, 300, 15],
    ]);
  });

  it('move on a line as well, where they are inline-blocks', () => {
    const of = (css: string) => textNamed(layOut(`b { display: inline-block; ${css} }`, '<p>a <b>b</b></p>'), 'b');
    const plain = of('');
    const moved = of('position: relative; top: 3pt; left: 1.5pt');
    expect([moved.x - plain.x, moved.y - plain.y]).toEqual([1.5, 3]);
  });

  it('are refused with their place where they are inline and would have to move', () => {
    const fault = expect.objectContaining({ code: 'LAYOUT_UNSUPPORTED', place: expect.objectContaining({ line: 1 }) });
    expect(() => layOut('b { position: relative; top: 3pt }', '<p>a <b>b</b></p>')).toThrow(fault);
    expect(() => layOut('b { position: relative }', '<p>a <b>b</b></p>')).not.toThrow();
  });
});
