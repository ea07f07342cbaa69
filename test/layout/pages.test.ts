import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '#dist/layout/index.js';
import { boxesOf, drawablesOf, faultOf, layOut, outlineStructure, textNamed, textsOf } from './support.ts';

/** The page area holds 200 pt: 13 lines of 15 pt. */
const lines = (count: number, name = 'line') =>
  Array.from({ length: count }, (_, i) => `<p>${name} ${i + 1}</p>`).join('');
const pageTexts = (paged: PagedDocument) => paged.pages.map((_, i) => textsOf(paged, i + 1));
const contentTexts = (paged: PagedDocument, page: number) =>
  drawablesOf(paged, 'text', page)
    .filter((text) => text.mark.kind === 'content')
    .map(({ run }) => run.text);

describe('flow over pages', () => {
  it('fills each page and loses nothing', () => {
    const paged = layOut('', lines(30));
    expect(pageTexts(paged).map((texts) => texts.length)).toEqual([13, 13, 4]);
    expect(pageTexts(paged).flat()).toEqual(Array.from({ length: 30 }, (_, i) => `line ${i + 1}`));
    expect(textNamed(paged, 'line 14', 2).y).toBe(textNamed(paged, 'line 1', 1).y);
  });

  it('drops the margin at an unforced break and keeps it after a forced one', () => {
    const spaced = layOut('p { margin-top: 6pt }', lines(12));
    expect(textNamed(spaced, 'line 10', 2).y - textNamed(spaced, 'line 1', 1).y).toBeCloseTo(-6, 2);
    const forced = layOut('p { margin-top: 6pt } .n { break-before: page }', '<p>a</p><p class="n">b</p>');
    expect(textNamed(forced, 'b', 2).y).toBe(textNamed(forced, 'a', 1).y);
  });

  it('gives the first page its own size and margins', () => {
    const css = '@page :first { margin-top: 110pt }';
    const paged = layOut(css, lines(20));
    expect(pageTexts(paged).map((texts) => texts.length)).toEqual([9, 11]);
    expect(textNamed(paged, 'line 10', 2).y - textNamed(paged, 'line 1', 1).y).toBeCloseTo(-60, 2);
  });

  it('breaks lines anew where the first page is narrower', () => {
    const body = `<p>${'word '.repeat(20)}</p>`.repeat(12);
    const paged = layOut('@page :first { margin-right: 200pt }', body);
    const widest = (page: number) => Math.max(...drawablesOf(paged, 'text', page).map(({ x, run }) => x + run.width));
    expect(widest(1)).toBeLessThanOrEqual(203);
    expect(widest(2)).toBeGreaterThan(300);
    expect(
      pageTexts(paged)
        .flat()
        .join(' ')
        .split(' ')
        .filter((word) => word === 'word'),
    ).toHaveLength(240);
  });

  it('cuts a box open: no border where the page ends', () => {
    const paged = layOut('div { border: 3pt solid #000 }', `<div>${lines(20)}</div>`);
    const horizontal = (page: number) => drawablesOf(paged, 'line', page).filter((line) => line.y1 === line.y2);
    expect(horizontal(1)).toHaveLength(1);
    expect(horizontal(2)).toHaveLength(1);
    expect(boxesOf(paged, 'div', 1)[0]?.[1]).toBe(50);
    expect(boxesOf(paged, 'div', 2)[0]?.[1]).toBe(50);
  });
});

describe('what stays together', () => {
  it('never leaves a heading alone at the foot', () => {
    const paged = layOut(
      'h2 { font-size: 10pt; line-height: 15pt; margin: 0 }',
      `${lines(12)}<h2>Heading</h2>${lines(3, 'after')}`,
    );
    expect(textsOf(paged, 1)).toHaveLength(12);
    expect(textsOf(paged, 2)[0]).toBe('Heading');
  });

  it('moves a block whole that asks for it', () => {
    const paged = layOut('div { break-inside: avoid }', `${lines(10)}<div>${lines(5, 'total')}</div>`);
    expect(textsOf(paged, 1)).toHaveLength(10);
    expect(textsOf(paged, 2)[0]).toBe('total 1');
  });

  it('takes the last rows along with totals that avoid a break before them', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `<tr><td>row ${i + 1}</td></tr>`).join('');
    const css =
      'table { border-collapse: collapse } td { padding: 0 } .sums { break-before: avoid; break-inside: avoid }';
    const paged = layOut(css, `<table>${rows}</table><div class="sums">${lines(3, 'sum')}</div>`);
    expect(textsOf(paged, 2)).toEqual(['row 12', 'sum 1', 'sum 2', 'sum 3']);
  });

  it('keeps orphans and widows', () => {
    const prose = `<p class="w">${'word '.repeat(30)}</p>`;
    const paged = layOut('.w { width: 60pt; orphans: 3; widows: 3 }', `${lines(11)}${prose}`);
    expect(textsOf(paged, 1)).toHaveLength(11);
    const tail = layOut('.w { width: 60pt; orphans: 2; widows: 6 }', `${lines(6)}${prose}`);
    expect(textsOf(tail, 2).length).toBeGreaterThanOrEqual(6);
  });

  it('splits what avoids a break only when it is taller than a page', () => {
    const paged = layOut('div { break-inside: avoid }', `<p>first</p><div>${lines(16, 'tall')}</div>`);
    expect(pageTexts(paged).map((texts) => texts.length)).toEqual([1, 13, 3]);
  });

  it('splits a flex row at one height, each item at its own line', () => {
    const css = '.f { display: flex } .f > div { width: 150pt }';
    const paged = layOut(
      css,
      `${lines(5)}<div class="f"><div>${lines(12, 'left')}</div><div>${lines(10, 'right')}</div></div><p>end</p>`,
    );
    expect(contentTexts(paged, 2)).toEqual(['left 9', 'left 10', 'left 11', 'left 12', 'right 9', 'right 10', 'end']);
    expect(textNamed(paged, 'left 9', 2).y).toBe(textNamed(paged, 'right 9', 2).y);
    expect(textNamed(paged, 'end', 2).y - textNamed(paged, 'left 12', 2).y).toBeCloseTo(15, 2);
  });
});

describe('tables over pages', () => {
  const css = 'table { border-collapse: collapse; width: 100% } td, th { padding: 0 }';
  const rows = (count: number, cell = (i: number) => `row ${i}`) =>
    Array.from({ length: count }, (_, i) => `<tr><td>${cell(i + 1)}</td></tr>`).join('');
  const table = (body: string) => `<table><thead><tr><th>Head</th></tr></thead><tbody>${body}</tbody></table>`;

  it('repeat their header, which is an artifact from then on', () => {
    const paged = layOut(css, table(rows(30)));
    expect(paged.pages).toHaveLength(3);
    expect(textNamed(paged, 'Head', 1).mark).toMatchObject({ kind: 'content' });
    for (const page of [2, 3]) {
      expect(textNamed(paged, 'Head', page).mark).toMatchObject({
        kind: 'artifact',
        type: 'Pagination',
        subtype: 'Header',
      });
    }
    const printed = [1, 2, 3].flatMap((page) => contentTexts(paged, page));
    expect(printed).toEqual(['Head', ...Array.from({ length: 30 }, (_, i) => `row ${i + 1}`)]);
  });

  it('keep rows whole', () => {
    const paged = layOut(css, table(rows(12, (i) => `row ${i}<br>more ${i}`)));
    for (let page = 1; page <= paged.pages.length; page++) {
      const texts = contentTexts(paged, page).filter((text) => text !== 'Head');
      expect(texts.length % 2).toBe(0);
    }
  });

  it('split a row at a line when it is taller than a page', () => {
    const tall = Array.from({ length: 30 }, (_, i) => `tall ${i + 1}`).join('<br>');
    const paged = layOut(css, table(`<tr><td>before</td></tr><tr><td>${tall}</td></tr><tr><td>after</td></tr>`));
    const printed = paged.pages.flatMap((_, i) => contentTexts(paged, i + 1).map((text) => text.trimEnd()));
    expect(printed).toEqual(['Head', 'before', ...tall.split('<br>'), 'after']);
    expect(contentTexts(paged, 1)).toEqual(['Head', 'before']);
    expect(textsOf(paged, 3)[0]).toBe('Head');
  });

  it('keep rows whole even inside a block that avoids breaks but is taller than a page', () => {
    const paged = layOut(
      `${css} section { break-inside: avoid }`,
      `<section>${table(rows(10, (i) => `row ${i}<br>more ${i}`))}</section>`,
    );
    expect(contentTexts(paged, 1).at(-1)).toBe('more 6');
    expect(contentTexts(paged, 2)[0]).toBe('row 7 ');
  });

  it('never end a page inside a cell that spans rows', () => {
    const spanning = '<tr><td rowspan="3">span</td><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr>';
    const plain = Array.from({ length: 11 }, () => '<tr><td>x</td><td>y</td></tr>').join('');
    const paged = layOut(css, `<table><tbody>${plain}${spanning}</tbody></table>`);
    expect(contentTexts(paged, 2)).toEqual(['span', 'a', 'b', 'c']);
  });

  it('keep a group together that asks for it', () => {
    const group = `<tbody class="g">${rows(5, (i) => `group ${i}`)}</tbody>`;
    const paged = layOut(`${css} .g { break-inside: avoid }`, `<table><tbody>${rows(10)}</tbody>${group}</table>`);
    expect(contentTexts(paged, 2)[0]).toBe('group 1');
  });
});

describe('furniture', () => {
  const running = `
    @page { @top-left { content: element(head) } @bottom-right { font: 10pt/15pt "Source Sans 3"; content: "Page " counter(page) " of " counter(pages) } }
    header { position: running(head) }`;

  it('stands on every page; what runs is content once and an artifact after', () => {
    const paged = layOut(running, `<header>Fjord</header>${lines(20)}`);
    expect(textNamed(paged, 'Fjord', 1).mark.kind).toBe('content');
    expect(textNamed(paged, 'Fjord', 2).mark).toMatchObject({
      kind: 'artifact',
      type: 'Pagination',
      subtype: 'Header',
    });
    expect(textsOf(paged, 2)).toContain('Fjord');
    expect(outlineStructure(paged.structure)).toMatch(/^Document\(P\(·\) P\(·\)/);
  });

  it('counts pages, as an artifact', () => {
    const paged = layOut(running, lines(30));
    const foot = (page: number) => drawablesOf(paged, 'text', page).filter((text) => text.mark.kind === 'artifact');
    expect(
      [1, 2, 3].map((page) =>
        foot(page)
          .map(({ run }) => run.text)
          .join(''),
      ),
    ).toEqual(['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']);
    const last = foot(1).at(-1);
    expect((last?.x ?? 0) + (last?.run.width ?? 0)).toBeCloseTo(350, 1);
  });

  it('counts pages inside a running element, whose paragraph is then an artifact', () => {
    const css =
      '@page { @bottom-left { content: element(foot) } } footer { position: running(foot) } .n::after { content: counter(page) }';
    const paged = layOut(css, `<footer><p>Seller</p><p class="n">Page </p></footer>${lines(20)}`);
    expect(textNamed(paged, 'Seller', 1).mark.kind).toBe('content');
    expect(textNamed(paged, '2', 2).mark).toMatchObject({ kind: 'artifact', type: 'Pagination' });
  });

  it.each([
    ['in a paragraph', '<p>Side <span class="n"></span></p>'],
    ['in an inline-block', '<p>Side <span class="i"><span class="n"></span></span></p>'],
    ['in an item beside others', '<div class="row"><div>Still</div><div>Side <span class="n"></span></div></div>'],
    ['in a cell', '<table><tr><td>Still</td><td>Side <span class="n"></span></td></tr></table>'],
    ['in a list', '<ul><li>Still</li><li>Side <span class="n"></span></li></ul>'],
    ['in a box out of the flow', '<p>Still<span class="out">Side <span class="n"></span></span></p>'],
  ])('counts pages %s, beside what reads the same on all of them', (_where, body) => {
    const css = `@page { @top-left { content: element(head) } } header { position: running(head) }
      .fixed { position: fixed; left: 100pt; top: 0 } .n::after { content: counter(page) } .row { display: flex }
      .i { display: inline-block } .out { position: absolute; left: 90pt; top: 0 } table { border-collapse: collapse }
      ul { margin: 0 }`;
    const paged = layOut(css, `<header>${body}</header><div class="fixed">${body}</div>${lines(30)}`);
    const shown = (page: number) => textsOf(paged, page).filter((text) => !/^line/.test(text));
    for (const page of [1, 2, 3]) {
      expect(shown(page).filter((text) => text === String(page))).toHaveLength(2);
      expect(shown(page).filter((text) => /^[0-9]+$/.test(text))).toHaveLength(2);
      expect(shown(page).filter((text) => text === 'Still')).toEqual(shown(1).filter((text) => text === 'Still'));
    }
  });

  it('that runs on further pages alone is never content', () => {
    const css =
      '@page { @top-left { content: element(head) } } @page :first { @top-left { content: none } } header { position: running(head) }';
    const paged = layOut(css, `<header>Again</header>${lines(20)}`);
    expect(textsOf(paged, 1)).not.toContain('Again');
    expect(textNamed(paged, 'Again', 2).mark).toMatchObject({ kind: 'artifact', subtype: 'Header' });
  });

  it('of position fixed stands on every page, of position absolute on the first', () => {
    const css = '.f { position: fixed; right: 0; top: 0 } .a { position: absolute; left: 30pt; bottom: -21pt }';
    const paged = layOut(css, `<div class="f">fixed</div><div class="a">absolute</div>${lines(20)}`);
    expect(textNamed(paged, 'fixed', 2).mark.kind).toBe('artifact');
    expect(textNamed(paged, 'fixed', 1).mark.kind).toBe('content');
    expect(textNamed(paged, 'absolute', 1).x).toBeCloseTo(80, 2);
    expect(textsOf(paged, 2)).not.toContain('absolute');
  });

  it('taller than its margin is a fault', () => {
    const body = `<header>${lines(5)}</header><p>x</p>`;
    expect(faultOf(() => layOut(running, body))?.code).toBe('TEXT_OVERFLOW');
  });

  it('in the flow cannot count pages', () => {
    expect(faultOf(() => layOut('p::after { content: counter(page) }', '<p>x</p>'))?.code).toBe('LAYOUT_UNSUPPORTED');
  });
});

describe('documents that cannot be laid out', () => {
  it('are a fault where something whole is taller than a page', () => {
    const fault = faultOf(() =>
      layOut('img { display: block; height: 240pt }', '<p>a</p>\n<img src="logo" alt="Logo">'),
    );
    expect(fault).toMatchObject({ code: 'LAYOUT_NO_PROGRESS', line: 2 });
  });

  it('are a fault where the header leaves no room for rows', () => {
    const header = Array.from({ length: 13 }, () => 'h').join('<br>');
    const table = `<table><thead><tr><th>${header}</th></tr></thead><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>`;
    expect(faultOf(() => layOut('', table))?.code).toBe('LAYOUT_NO_PROGRESS');
  });

  it('are a fault beyond the page limit', () => {
    const body = '<p class="n">x</p>'.repeat(2100);
    expect(faultOf(() => layOut('.n { break-before: page }', body))?.code).toBe('LAYOUT_TOO_MANY_PAGES');
  });
});
