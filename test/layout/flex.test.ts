import { describe, expect, it } from 'vitest';
import { boxesOf, faultOf, layOut, textNamed } from './support.ts';

/** The page area begins at 50, 50 and is 300 wide; see support.ts. Lengths that are multiples of 3 pt are whole pixels. */
const row = (css: string, items: string) =>
  boxesOf(layOut(`section { display: flex } ${css}`, `<section>${items}</section>`), 'div');

describe('flex rows', () => {
  it('share room by flex-grow', () => {
    const boxes = row(
      '.a { width: 60pt } .b { flex-grow: 1 } .c { flex-grow: 2; flex-basis: 0 } .b { flex-basis: 0 }',
      '<div class="a">a</div><div class="b">b</div><div class="c">c</div>',
    );
    expect(boxes.map(([x, , width]) => [x, width])).toEqual([
      [50, 60],
      [110, 80],
      [190, 160],
    ]);
  });

  it('give up room by flex-shrink and size', () => {
    const boxes = row(
      '.a { width: 300pt } .b { width: 150pt } .c { width: 150pt; flex-shrink: 0 }',
      '<div class="a">a</div><div class="b">b</div><div class="c">c</div>',
    );
    expect(boxes.map(([, , width]) => Math.round(width))).toEqual([100, 50, 150]);
  });

  it('let no item become smaller than its longest word', () => {
    const paged = layOut(
      'section { display: flex } .a { flex: 1 1 0 } .b { width: 300pt }',
      '<section><div class="a">unbreakable</div><div class="b">b</div></section>',
    );
    expect(boxesOf(paged, 'div')[0]?.[2]).toBeCloseTo(textNamed(paged, 'unbreakable').run.width, 1);
  });

  it('set gaps between items only', () => {
    const boxes = row('section { gap: 12pt } div { width: 60pt }', '<div>a</div><div>b</div>');
    expect(boxes.map(([x]) => x)).toEqual([50, 122]);
  });

  it.each([
    ['flex-start', [50, 110]],
    ['flex-end', [230, 290]],
    ['center', [140, 200]],
    ['space-between', [50, 290]],
    ['space-around', [95, 245]],
    ['space-evenly', [110, 230]],
  ])('justify to %s', (how, xs) => {
    expect(
      row(`section { justify-content: ${how} } div { width: 60pt }`, '<div>a</div><div>b</div>').map(([x]) => x),
    ).toEqual(xs);
  });

  it('let auto margins take the room first', () => {
    const boxes = row(
      'section { justify-content: center } div { width: 60pt } .r { margin-left: auto }',
      '<div>a</div><div class="r">b</div>',
    );
    expect(boxes.map(([x]) => x)).toEqual([50, 290]);
  });

  it('align items across, and stretch what has no height', () => {
    const css =
      'section { height: 90pt } .a { align-self: flex-start } .b { align-self: center } .c { align-self: flex-end }';
    const boxes = row(css, '<div class="a">a</div><div class="b">b</div><div class="c">c</div><div>d</div>');
    expect(boxes.map(([, y, , height]) => [y, height])).toEqual([
      [50, 15],
      [87.5, 15],
      [125, 15],
      [50, 90],
    ]);
  });

  it('align first baselines', () => {
    const paged = layOut(
      'section { display: flex; align-items: baseline } .b { font-size: 24pt; line-height: 30pt }',
      '<section><div>a</div><div class="b">b</div></section>',
    );
    expect(textNamed(paged, 'a').y).toBe(textNamed(paged, 'b').y);
  });

  it('wrap into lines where asked', () => {
    const boxes = row(
      'section { flex-wrap: wrap; row-gap: 6pt } div { width: 120pt }',
      '<div>a</div><div>b</div><div>c</div>',
    );
    expect(boxes.map(([x, y]) => [x, y])).toEqual([
      [50, 50],
      [170, 50],
      [50, 71],
    ]);
  });

  it('that cannot shrink enough are a fault', () => {
    const fault = faultOf(() => row('div { width: 200pt; flex-shrink: 0 }', '<div>a</div>\n<div>b</div>'));
    expect(fault?.code).toBe('TEXT_OVERFLOW');
  });
});

describe('flex columns', () => {
  it('share height and stretch across', () => {
    const boxes = row(
      'section { flex-direction: column; height: 120pt } .b { flex: 1 }',
      '<div>a</div><div class="b">b</div><div>c</div>',
    );
    expect(boxes).toEqual([
      [50, 50, 300, 15],
      [50, 65, 300, 90],
      [50, 155, 300, 15],
    ]);
  });

  it('push the last item to the foot by an auto margin', () => {
    const boxes = row(
      'section { flex-direction: column; height: 120pt } .l { margin-top: auto }',
      '<div>a</div><div class="l">b</div>',
    );
    expect(boxes[1]?.[1]).toBe(155);
  });
});
