import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '#dist/layout/index.js';
import { boxesOf, drawablesOf, faultOf, layOut, textNamed } from './support.ts';

const COLLAPSED = 'table { border-collapse: collapse; width: 300pt } td, th { padding: 0 }';

describe('column widths', () => {
  const widths = (css: string, body: string) => boxesOf(layOut(`${COLLAPSED} ${css}`, body), 'td').map((box) => box[2]);

  it('give a column without width what fixed ones leave', () => {
    const row = '<table><tr><td>a</td><td class="w">b</td><td class="w">c</td></tr></table>';
    expect(widths('.w { width: 60pt }', row)).toEqual([180, 60, 60]);
  });

  it('widen fixed columns in proportion where nothing else can grow', () => {
    const row = '<table><tr><td class="a">a</td><td class="b">b</td></tr></table>';
    expect(widths('.a { width: 60pt } .b { width: 120pt }', row)).toEqual([100, 200]);
  });

  it('take percentages of the table first', () => {
    const row = '<table><tr><td class="a">a</td><td class="b">b</td><td>c</td></tr></table>';
    expect(widths('.a { width: 50% } .b { width: 60pt }', row)).toEqual([150, 60, 90]);
  });

  it('never go below what the longest word needs', () => {
    const paged = layOut(
      `${COLLAPSED} table { width: auto } td { width: 3pt }`,
      '<table><tr><td>unbreakable</td></tr></table>',
    );
    expect(boxesOf(paged, 'td')[0]?.[2]).toBeCloseTo(textNamed(paged, 'unbreakable').run.width, 2);
  });

  it('share evenly in fixed layout, by the first row alone', () => {
    const rows =
      '<table><tr><td class="a">a</td><td>b</td><td>c</td></tr><tr><td>x</td><td>y</td><td>z</td></tr></table>';
    const row = [60, 120, 120];
    expect(widths('table { table-layout: fixed } .a { width: 60pt }', rows)).toEqual([...row, ...row]);
  });

  it('let a spanning cell cover its columns', () => {
    const rows = '<table><tr><td class="a">a</td><td>b</td></tr><tr><td colspan="2">c</td></tr></table>';
    expect(widths('.a { width: 60pt }', rows)).toEqual([60, 240, 300]);
  });
});

describe('tables that are too wide', () => {
  it('are a fault, for columns would lie over what is beside them', () => {
    const cells = Array.from({ length: 12 }, () => '<td>1\u00a0234,00</td>').join('');
    const fault = faultOf(() => layOut(COLLAPSED, `\n<table><tr>${cells}</tr></table>`));
    expect(fault).toMatchObject({ code: 'TEXT_OVERFLOW', line: 2 });
    expect(fault?.message).toContain('<table>');
  });
});

describe('rows', () => {
  it('are as high as their highest cell, and content stands where vertical-align says', () => {
    const css = `${COLLAPSED} .t { vertical-align: top } .m { vertical-align: middle } .b { vertical-align: bottom } .h { height: 60pt }`;
    const cells = '<td class="h t">t</td><td class="m">m</td><td class="b">b</td>';
    const paged = layOut(css, `<table><tr>${cells}</tr></table>`);
    expect(boxesOf(paged, 'td').map((box) => box[3])).toEqual([60, 60, 60]);
    const top = textNamed(paged, 't').y;
    expect(textNamed(paged, 'm').y - top).toBeCloseTo(22.5, 2);
    expect(textNamed(paged, 'b').y - top).toBeCloseTo(45, 2);
  });

  it('share a baseline over cells of different sizes', () => {
    const css = `${COLLAPSED} td { vertical-align: baseline } .big { font-size: 20pt; line-height: 30pt }`;
    const paged = layOut(css, '<table><tr><td>small</td><td class="big">big</td></tr></table>');
    expect(textNamed(paged, 'small').y).toBe(textNamed(paged, 'big').y);
  });

  it('share what a cell over several of them lacks', () => {
    const css = `${COLLAPSED} .h { height: 90pt }`;
    const rows = '<tr><td rowspan="2" class="h">tall</td><td>1</td></tr><tr><td>2</td></tr>';
    const paged = layOut(css, `<table>${rows}</table>`);
    expect(boxesOf(paged, 'td').map((box) => box[3])).toEqual([90, 45, 45]);
  });

  it('stand in the order header, body, footer, wherever they are written', () => {
    const table =
      '<table><tfoot><tr><td>f</td></tr></tfoot><thead><tr><td>h</td></tr></thead><tbody><tr><td>b</td></tr></tbody></table>';
    const paged = layOut(COLLAPSED, table);
    const ys = ['h', 'b', 'f'].map((text) => textNamed(paged, text).y);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  });
});

describe('borders', () => {
  it('collapse to the wider of two, drawn once', () => {
    const css = `${COLLAPSED} td { border: 1pt solid #000 } .w { border: 3pt solid #f00 }`;
    const paged = layOut(css, '<table><tr><td>a</td><td class="w">b</td></tr></table>');
    const vertical = drawablesOf(paged, 'line').filter((line) => line.x1 === line.x2);
    expect(vertical.map((line) => line.width)).toEqual([1, 3, 3]);
  });

  it('of one row are one line across its columns', () => {
    const css = `${COLLAPSED} th { border-bottom: .5pt solid #000 }`;
    const paged = layOut(css, '<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead></table>');
    expect(drawablesOf(paged, 'line')).toMatchObject([{ x1: 50, x2: 350, width: 0.5 }]);
  });

  it('stand apart where they do not collapse', () => {
    const css = 'table { border-spacing: 6pt } td { padding: 0; border: 1.5pt solid #000 }';
    const paged = layOut(css, '<table><tr><td>a</td><td>b</td></tr></table>');
    const [a, b] = boxesOf(paged, 'td');
    expect(a?.slice(0, 2)).toEqual([56, 56]);
    expect((b?.[0] ?? 0) - (a?.[0] ?? 0) - (a?.[2] ?? 0)).toBeCloseTo(6, 2);
    expect(drawablesOf(paged, 'line')).toHaveLength(8);
  });
});

describe('what tables do not do', () => {
  it.each([
    ['tr { position: relative }', 'position: relative on <tr>'],
    ['tbody { position: relative }', 'position: relative on <tbody>'],
    ['col { background: #eee }', 'background-color on <col>'],
  ])('is refused with its place: %s', (css, message) => {
    const table = '<table><colgroup><col></colgroup>\n<tbody>\n<tr><td>a</td></tr></tbody></table>';
    const fault = faultOf(() => layOut(css, table));
    expect(fault).toMatchObject({ code: 'LAYOUT_UNSUPPORTED', message: expect.stringContaining(message) });
    expect(fault?.line).toBeGreaterThan(0);
  });
});

describe('cells aligned on a character', () => {
  const css = `${COLLAPSED} table { width: auto } .n { text-align: "," end }`;
  const rows = (...texts: string[]) =>
    `<table>${texts.map((text) => `<tr><td class="n">${text}</td></tr>`).join('')}</table>`;
  /** Where the decimal sign of a text stands, or its end where it has none. */
  const signOf = (paged: PagedDocument, text: string) => {
    const { x, run } = textNamed(paged, text);
    const at = text.indexOf(',');
    return x + run.advances.slice(0, at < 0 ? run.advances.length : at).reduce((sum, advance) => sum + advance, 0);
  };

  it('have it below each other, whatever stands on either side', () => {
    const texts = ['1,5', '1234', '0,333333', '12,25'];
    const paged = layOut(css, rows(...texts));
    const signs = texts.map((text) => signOf(paged, text));
    for (const sign of signs) expect(sign).toBeCloseTo(signs[0] ?? 0, 1);
    // The column is as wide as the longest on either side take together.
    const whole = textNamed(paged, '1234').run.width;
    const [[, , width] = []] = boxesOf(paged, 'td');
    const after = textNamed(paged, '0,333333').run.width - signOf(paged, '0,333333') + textNamed(paged, '0,333333').x;
    expect(width).toBeCloseTo(whole + after, 2);
  });

  it('stand where the keyword says as a whole, to the right without one', () => {
    const place = (value: string) => {
      const paged = layOut(`${css} table { width: 200pt } .n { text-align: ${value} }`, rows('1,5', '10'));
      return Math.round(textNamed(paged, '1,5').x);
    };
    const [start, center, end] = [place('start ","'), place('"," center'), place('"," end')];
    expect(start).toBeLessThan(center);
    expect(center).toBeLessThan(end);
    expect(place('","')).toBe(end);
  });

  it('do so by column, in rows of breaks too, and stay as they are where they span columns', () => {
    const head = '<thead><tr><th>a</th><th>b</th></tr><tr class="from"><td class="n">9,123</td><td>x</td></tr></thead>';
    const body = Array.from({ length: 20 }, () => '<tr><td class="n">1,5</td><td class="n">7</td></tr>').join('');
    const paged = layOut(
      `${css} .from { -fp-show: after-break }`,
      `<table>${head}<tbody>${body}<tr><td class="n" colspan="2">3,25</td></tr></tbody></table>`,
    );
    expect(signOf(paged, '9,123')).toBeCloseTo(signOf(paged, '1,5'), 2);
    const { x, run } = textNamed(paged, '3,25');
    const [left, , width] = boxesOf(paged, 'table')[0] ?? [0, 0, 0, 0];
    expect(x + run.width).toBeCloseTo(left + width, 2);
    expect(signOf(paged, '7')).toBeCloseTo(left + width, 2);
  });

  it('are never broken, and refused where they hold more than a line', () => {
    const narrow = `${css} table { table-layout: fixed; width: 20pt }`;
    expect(faultOf(() => layOut(narrow, rows('1,5 kr')))?.code).toBe('TEXT_OVERFLOW');
    for (const content of ['1,5<br>2', '<p>1,5</p>', 'a<div>1,5</div>']) {
      expect(faultOf(() => layOut(css, rows(content)))?.code).toBe('LAYOUT_UNSUPPORTED');
    }
    expect(faultOf(() => layOut('p { text-align: "," }', '<p>1,5</p>'))?.message).toContain(
      'expected it on table cells',
    );
  });
});

describe('captions', () => {
  const table = '<table><caption>Caption</caption><tr><td>cell</td></tr></table>';

  it('stand above, as wide as the table', () => {
    const paged = layOut(`${COLLAPSED} table { width: 150pt }`, table);
    expect(boxesOf(paged, 'caption')).toEqual([[50, 50, 150, 15]]);
    expect(boxesOf(paged, 'td')).toEqual([[50, 65, 150, 15]]);
  });

  it('stand below where caption-side says so', () => {
    const paged = layOut(`${COLLAPSED} table { width: 150pt } caption { caption-side: bottom }`, table);
    expect(boxesOf(paged, 'caption')).toEqual([[50, 65, 150, 15]]);
  });
});
