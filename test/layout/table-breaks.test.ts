import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '#dist/layout/index.js';
import { drawablesOf, faultOf, layOut, outlineStructure, textNamed, textsOf } from './support.ts';

/** The page area holds 201 pt; every row is 20 pt high and a hair. */
const CSS = `
  @page { margin-bottom: 49pt }
  table { border-spacing: 0; width: 100% } td, th { padding: 0; line-height: 20pt; font-weight: normal; text-align: left }
  .row { string-set: sum attr(data-carried) }
  .from { -fp-show: after-break } .to { -fp-show: before-break }
  .from .sum::before { content: string(sum, entry) } .to .sum::before { content: string(sum, last) }
  .before::before { content: counter(previous-page) } .next::before { content: counter(next-page) }
  .group { break-after: avoid }
`;
const HEAD = '<tr><th>Item</th><th>Sum</th></tr>';
const FROM =
  '<tr class="from"><td>from <span class="before"></span></td><td><span class="sum" data-fact="carriedForward.{previous-page}"></span></td></tr>';
const TO =
  '<tr class="to"><td>to <span class="next"></span></td><td><span class="sum" data-fact="carriedForward.{page}"></span></td></tr>';
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<tr class="row" data-carried="${(i + 1) * 10}"><td>item ${i + 1}</td><td>10</td></tr>`,
  ).join('');
const table = (count: number) =>
  `<table><thead>${HEAD}${FROM}</thead><tbody>${rows(count)}</tbody><tfoot>${TO}</tfoot></table>`;
const pages = (paged: PagedDocument) =>
  paged.pages.map((_, i) =>
    textsOf(paged, i + 1)
      .map((text) => text.trim())
      .join(' '),
  );
const facts = (paged: PagedDocument) =>
  paged.pages.map((_, i) =>
    drawablesOf(paged, 'text', i + 1).flatMap(({ mark, run }) =>
      mark.fact === null ? [] : [`${mark.fact}=${run.text}`],
    ),
  );

describe('rows that only breaks show', () => {
  it('carry sums forward and bring them over', () => {
    const paged = layOut(CSS, table(20));
    expect(pages(paged)).toEqual([
      'Item Sum item 1 10 item 2 10 item 3 10 item 4 10 item 5 10 item 6 10 item 7 10 item 8 10 to 2 80',
      'Item Sum from 1 80 item 9 10 item 10 10 item 11 10 item 12 10 item 13 10 item 14 10 item 15 10 to 3 150',
      'Item Sum from 2 150 item 16 10 item 17 10 item 18 10 item 19 10 item 20 10',
    ]);
    expect(facts(paged)).toEqual([
      ['carriedForward.1=80'],
      ['carriedForward.1=80', 'carriedForward.2=150'],
      ['carriedForward.2=150'],
    ]);
  });

  it('do not show in a table that ends on its page', () => {
    const paged = layOut(CSS, table(9));
    expect(paged.pages).toHaveLength(1);
    expect(textsOf(paged)).not.toContain('80');
    // One row more has no room, and neither has the row that would stay beside what says so.
    expect(pages(layOut(CSS, table(10)))[1]).toBe('Item Sum from 1 80 item 9 10 item 10 10');
  });

  it('stand right under the last row, and leave room for what follows the table', () => {
    const paged = layOut(CSS, table(20));
    expect(textNamed(paged, '80', 1).y - textNamed(paged, 'item 8', 1).y).toBeCloseTo(20, 2);
    expect(textNamed(paged, '80', 2).y - textNamed(paged, 'Item', 2).y).toBeCloseTo(20, 2);
  });

  it('are furniture, so that the table reads on', () => {
    const paged = layOut(CSS, table(12));
    const carried = drawablesOf(paged, 'text').filter(({ mark }) => mark.fact?.startsWith('carriedForward'));
    expect(carried.map(({ mark }) => (mark.kind === 'artifact' ? mark.subtype : mark.kind))).toEqual([
      'Footer',
      'Header',
    ]);
    expect(outlineStructure(paged.structure)).not.toContain('TFoot');
    expect(outlineStructure(paged.structure).match(/TR\(/g)).toHaveLength(13);
  });

  it('have room in their column for the longest value that any page may show', () => {
    const css = `${CSS} td { white-space: nowrap } table { width: auto }`;
    const body = table(12).replace('data-carried="80"', 'data-carried="1 234 567 890,00"');
    const paged = layOut(css, body);
    expect(textNamed(paged, '1 234 567 890,00', 1).x).toBe(textNamed(paged, '10', 1).x);
  });

  it('repeat the heading of a row group that goes on', () => {
    const group = (name: string, count: number) =>
      `<tbody><tr class="group"><th colspan="2">${name}</th></tr><tr class="from"><th colspan="2">${name}, continued</th></tr>${rows(count)}</tbody>`;
    const paged = layOut(CSS, `<table><thead>${HEAD}</thead>${group('A', 5)}${group('B', 6)}</table>`);
    expect(pages(paged)[1]).toMatch(/^Item Sum B, continued item 3 10/);
    const even = layOut(CSS, `<table><thead>${HEAD}</thead>${group('A', 8)}${group('B', 3)}</table>`);
    expect(pages(even)[1]).toMatch(/^Item Sum B item 1 10/);
  });

  it('show a footer row on every page, or at the end alone', () => {
    const withFoot = (css: string) =>
      layOut(`${CSS}${css}`, `<table><tbody>${rows(12)}</tbody><tfoot><tr><td>foot</td></tr></tfoot></table>`);
    expect(pages(withFoot('')).map((text) => text.endsWith('foot'))).toEqual([true, true]);
    expect(pages(withFoot('tfoot { -fp-show: at-end }')).map((text) => text.endsWith('foot'))).toEqual([false, true]);
    expect(pages(layOut(`${CSS} thead { -fp-show: at-start }`, table(12).replace(FROM, '')))[1]).toMatch(/^item/);
  });

  it('keep what a collapsed border needs', () => {
    const paged = layOut(`${CSS} table { border-collapse: collapse } .to td { border-top: 2pt solid #000 }`, table(20));
    expect(pages(paged)[0]).toMatch(/item 8 10 to 2 80$|item 7 10 to 2 70$/);
    for (const line of drawablesOf(paged, 'line', 1)) expect(line.y1).toBeLessThanOrEqual(250);
    expect(drawablesOf(paged, 'line', 1)).toHaveLength(1);
  });

  it('show what came before where a row goes on over several pages', () => {
    const tall = `<tr class="row" data-carried="99"><td>${'<p>tall</p>'.repeat(25)}</td><td>10</td></tr>`;
    const paged = layOut(
      CSS,
      `<table><thead>${HEAD}${FROM}</thead><tbody>${tall}${rows(1)}</tbody><tfoot>${TO}</tfoot></table>`,
    );
    expect(pages(paged)[0]).toMatch(/to 2 99$/);
    expect(pages(paged)[1]).toMatch(/^Item Sum from 1 99 tall/);
    expect(pages(paged).join(' ').match(/tall/g)).toHaveLength(25);
  });

  it('divide a row that would fit if nothing stood below it', () => {
    // After the header 181 pt are left: room for the row, but not for the row that says that the table goes on.
    const tall = (lines: number) => `<tr><td>${Array(lines).fill('tall').join('<br>')}</td><td>10</td></tr>`;
    const body = (lines: number) =>
      `<table><thead>${HEAD}${FROM}</thead><tbody>${tall(lines)}${rows(1)}</tbody><tfoot>${TO}</tfoot></table>`;
    const paged = layOut(CSS, body(9));
    expect(pages(paged)[0]).toMatch(/^Item Sum( tall){7} 10 to 2$/);
    expect(pages(paged)[1]).toMatch(/^Item Sum from 1( tall){2} item 1 10$/);
    expect(layOut(CSS, body(8)).pages).toHaveLength(1);
  });

  it('stand in tables inside tables, each above and below its own', () => {
    const inner = table(20).replaceAll('Item', 'Inner').replaceAll('from', 'over').replaceAll('to <', 'on <');
    const css = `${CSS} .over { -fp-show: after-break }`;
    const nested = `<table><thead>${HEAD}${FROM}</thead><tbody><tr><td>a</td><td>${inner}</td></tr></tbody><tfoot>${TO}</tfoot></table>`;
    const texts = pages(layOut(css, nested));
    const items = (page: string) => [...page.matchAll(/item (\d+)/g)].map(([, n]) => Number(n));
    expect(texts.flatMap(items)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    for (const page of texts.slice(1)) expect(page).toMatch(/^Item Sum from \d+ .*Inner Sum over \d+ /);
    for (const page of texts.slice(0, -1)) expect(page).toMatch(/ on \d+ (\d+ )?.*to \d+/);
  });

  it.each([
    ['.row { -fp-show: at-start }', 'on a body row'],
    ['thead { -fp-show: before-break }', 'on a header row'],
    ['.to { -fp-show: after-break }', 'on a footer row'],
    ['.row td::before { content: string(sum) }', 'string(sum) in the flow'],
  ])('refuse %s', (css, message) => {
    const fault = faultOf(() => layOut(`${CSS}${css}`, table(2)));
    expect(fault?.code).toBe('LAYOUT_UNSUPPORTED');
    expect(fault?.message).toContain(message);
  });

  it('refuse a text that needs more lines than pages have kept', () => {
    // Of the two texts the longer is one word; the shorter has many, and wraps.
    const css = `${CSS} table { width: 100pt; table-layout: fixed }`;
    const body = table(12)
      .replace('data-carried="80"', 'data-carried="wide wide wide"')
      .replace('data-carried="120"', 'data-carried="iiiiiiiiiiiiiiii"');
    expect(faultOf(() => layOut(css, body))?.code).toBe('TEXT_OVERFLOW');
  });
});

describe('named strings', () => {
  const show = (moment: string) =>
    layOut(
      `h2 { string-set: chapter content(); break-after: auto; margin: 0; font-size: 10pt; line-height: 15pt }
       @page { font: 10pt "Source Sans 3"; @top-left { content: "[" string(chapter, ${moment}) "]" } }`,
      `<p>x</p><h2>One</h2>${'<p>x</p>'.repeat(11)}<h2>Two <i>is</i> here</h2>${'<p>x</p>'.repeat(4)}<h2>Three</h2>${'<p>x</p>'.repeat(20)}`,
    );
  const headings = (moment: string) => pages(show(moment)).map((text) => /\[ ?(.*?) ?\]/.exec(text)?.[1]);

  it.each([
    ['first', ['One', 'Two is here', 'Three']],
    ['start', ['', 'Two is here', 'Three']],
    ['last', ['One', 'Three', 'Three']],
    ['first-except', ['', '', 'Three']],
    ['entry', ['', 'One', 'Three']],
  ])('say %s', (moment, expected) => {
    expect(headings(moment)).toEqual(expected);
  });
});
