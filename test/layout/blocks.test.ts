import { describe, expect, it } from 'vitest';
import { boxesOf, drawablesOf, faultOf, layOut, textNamed } from './support.ts';

/** The page area begins at 50, 50 and is 300 wide; see support.ts. Multiples of 3 pt are whole pixels. */
describe('block widths', () => {
  it('fills the container less margins, borders and padding', () => {
    const paged = layOut(
      'section { margin: 0 12pt 0 21pt; padding: 0 6pt; border-left: 3pt solid #000 }',
      '<section>a</section>',
    );
    expect(boxesOf(paged, 'section')).toEqual([[71, 50, 267, 15]]);
  });

  it('counts padding and border in or out as box-sizing says', () => {
    const css =
      'section, article { width: 90pt; padding: 0 6pt; border: 0 solid #000; border-width: 0 3pt } article { box-sizing: border-box }';
    const paged = layOut(css, '<section>a</section><article>b</article>');
    expect(boxesOf(paged, 'section')[0]?.[2]).toBe(108);
    expect(boxesOf(paged, 'article')[0]?.[2]).toBe(90);
  });

  it('shares free space between auto margins', () => {
    const css =
      '.a { width: 90pt; margin: 0 auto } .b { width: 90pt; margin-left: auto } .c { width: 90pt; margin-right: auto }';
    const paged = layOut(css, '<div class="a">a</div><div class="b">b</div><div class="c">c</div>');
    expect(boxesOf(paged, 'div').map(([x]) => x)).toEqual([155, 260, 50]);
  });

  it('takes percentages of the container, and minimum over maximum', () => {
    const css = '.a { width: 50% } .b { width: 50%; max-width: 30% } .c { width: 10%; min-width: 60%; max-width: 20% }';
    const paged = layOut(css, '<div class="a">a</div><div class="b">b</div><div class="c">c</div>');
    expect(boxesOf(paged, 'div').map((box) => box[2])).toEqual([150, 90, 180]);
  });

  it('shrinks to content where asked', () => {
    const paged = layOut('div { width: fit-content }', '<div>abc</div><div>abc def</div>');
    const [first, second] = boxesOf(paged, 'div').map((box) => box[2]);
    expect(first).toBeCloseTo(textNamed(paged, 'abc').run.width, 2);
    expect(second).toBeCloseTo(textNamed(paged, 'abc def').run.width, 2);
  });
});

describe('margins', () => {
  const tops = (css: string, body: string) => boxesOf(layOut(css, body), 'section').map(([, y]) => y);

  it('collapse between siblings to the larger one', () => {
    expect(tops('section { margin: 12pt 0 18pt }', '<section>a</section><section>b</section>')).toEqual([62, 95]);
  });

  it('add a negative margin to the largest positive one', () => {
    expect(
      tops(
        'section { margin: 0 0 18pt } .n { margin-top: -6pt }',
        '<section>a</section><section class="n">b</section>',
      ),
    ).toEqual([50, 77]);
  });

  it('collapse with the first and last child, but not through padding', () => {
    const body = '<section><p class="m">a</p></section><section class="p"><p class="m">b</p></section>';
    expect(tops('.m { margin: 12pt 0 } .p { padding: 3pt 0 }', body)).toEqual([62, 89]);
  });

  it('collapse through empty boxes', () => {
    const body = '<section>a</section><div class="e"></div><section>b</section>';
    expect(tops('.e { margin: 9pt 0 21pt }', body)).toEqual([50, 86]);
  });

  it('stay inside a box that clips', () => {
    const body = '<div class="o"><section class="m">a</section></div><section>b</section>';
    expect(tops('.m { margin: 9pt 0 } .o { overflow: hidden }', body)).toEqual([59, 83]);
  });
});

describe('heights', () => {
  it('follow content unless set, and percentages need a set parent', () => {
    const css = '.a { height: 60pt } .b { height: 50% } .c { height: 50% }';
    const paged = layOut(css, '<div class="a"><div class="b">x</div></div><div><div class="c">y</div></div>');
    expect(boxesOf(paged, 'div').map((box) => box[3])).toEqual([60, 30, 15, 15]);
  });

  it('are held by min-height and max-height', () => {
    const css = '.a { min-height: 45pt } .b { height: 60pt; max-height: 30pt }';
    const paged = layOut(css, '<div class="a">x</div><div class="b">y</div>');
    expect(boxesOf(paged, 'div').map((box) => box[3])).toEqual([45, 30]);
  });

  it('that leave no room for the content are a fault, not text over other text', () => {
    const fault = faultOf(() => layOut('div { height: 15pt }', '<p>a</p>\n<div>b<br>c</div><p>d</p>'));
    expect(fault).toMatchObject({ code: 'TEXT_OVERFLOW', line: 2 });
    expect(faultOf(() => layOut('div { height: 0 }', '<div></div><p>d</p>'))).toBeNull();
  });
});

describe('images', () => {
  const sizes = (css: string, body = '<img src="logo" alt="Logo">') =>
    boxesOf(layOut(`img { display: block } ${css}`, body), 'img').map(([, , width, height]) => [width, height]);

  it('keep their ratio when one side is set', () => {
    expect(sizes('img { width: 60pt }')).toEqual([[60, 60]]);
    expect(sizes('img { height: 30pt }')).toEqual([[30, 30]]);
    expect(sizes('img { width: 60pt; height: 30pt }')).toEqual([[60, 30]]);
  });

  it('keep their ratio within limits, in blocks and in flex rows', () => {
    expect(sizes('img { max-width: 30pt; max-height: 60pt }')).toEqual([[30, 30]]);
    expect(sizes('img { max-width: 60pt; max-height: 15pt }')).toEqual([[15, 15]]);
    expect(sizes('img { min-width: 90pt }')).toEqual([[90, 90]]);
    const row = '<div class="f"><img src="logo" alt="Logo"></div>';
    expect(sizes('.f { display: flex; align-items: center } img { max-height: 15pt }', row)).toEqual([[15, 15]]);
  });
});

describe('edges of boxes', () => {
  it('are dashed and dotted round corners too', () => {
    const dashOf = (style: string) => {
      const paged = layOut(`div { border: 2pt ${style} #000; border-radius: 6pt }`, '<div>a</div>');
      return drawablesOf(paged, 'path')[0]?.stroke;
    };
    expect(dashOf('solid')).toMatchObject({ dash: [], cap: 'butt' });
    expect(dashOf('dashed')?.dash).toHaveLength(1);
    expect(dashOf('dotted')).toMatchObject({ dash: [0, 4], cap: 'round' });
  });

  it.each([
    ['div { border-radius: 4pt; border-left: 2pt solid #000 }', '<div>a</div>', 'whose borders differ'],
    ['b { border-radius: 4pt; border-left: 2pt solid #000 }', '<div><b>a</b></div>', 'whose borders differ'],
    ['div { overflow: hidden; border-radius: 9pt }', '<div><p>a</p></div>', 'into the corners'],
    ['div { overflow: hidden; width: 50pt } p { width: 60pt }', '<div><p>a</p></div>', '<p> beyond the side of <div>'],
  ])('are refused where browsers would draw or cut what is not drawn or cut here: %s', (css, body, message) => {
    const fault = faultOf(() => layOut(css, body));
    expect(fault).toMatchObject({ code: 'LAYOUT_UNSUPPORTED', message: expect.stringContaining(message), line: 1 });
  });

  it('may be round where what they hold keeps out of the corners', () => {
    const css = 'div { overflow: hidden; border-radius: 9pt; padding: 3pt }';
    expect(faultOf(() => layOut(css, '<div><p>a</p></div>'))).toBeNull();
    expect(faultOf(() => layOut('div { overflow: hidden; border-radius: 9pt }', '<div>a</div>'))).toBeNull();
  });
});
