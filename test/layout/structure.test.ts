import { describe, expect, it } from 'vitest';
import { drawablesOf, faultOf, layOut, layOutHtml, outlineStructure, textNamed } from './support.ts';

const structureOf = (body: string, css = '') => outlineStructure(layOut(css, body).structure);

describe('structure from HTML', () => {
  it('gives headings, sections and paragraphs their roles', () => {
    expect(structureOf('<section><h1>a</h1><p>b</p></section><article><h2>c</h2></article>')).toBe(
      'Document(Sect(H1(·) P(·)) Sect(H2(·)))',
    );
  });

  it('makes paragraphs of text that stands directly in a division', () => {
    expect(structureOf('<div>a</div><div>b<div>c</div>d</div>')).toBe('Document(P(·) P(·) P(·) P(·))');
    expect(structureOf('<section>a</section>')).toBe('Document(Sect(P(·)))');
  });

  it('passes over elements that only style text', () => {
    expect(structureOf('<p>a <b>b</b> <em>c</em> d</p>')).toBe('Document(P(·))');
  });

  it('gives lists, items, labels and bodies', () => {
    expect(structureOf('<ul><li>a</li><li><p>b</p></li></ul>')).toBe(
      'Document(L(LI(Lbl(·) LBody(·)) LI(Lbl(·) LBody(P(·)))))',
    );
    expect(
      structureOf('<ol><li><b>1</b><span>a</span></li></ol>', 'ol { list-style: none } li { display: flex }'),
    ).toBe('Document(L(LI(LBody(P(·) P(·)))))');
    expect(structureOf('<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>')).toBe(
      'Document(L(LI(Lbl(·) LBody(·)) LI(Lbl(·) LBody(·))))',
    );
  });

  it('gives tables with scopes, and keeps empty cells', () => {
    const table =
      '<table><caption>t</caption><thead><tr><th>a</th><td></td></tr></thead><tbody><tr><th>b</th><td>c</td></tr></tbody></table>';
    expect(structureOf(table)).toBe(
      'Document(Table(Caption(·) THead(TR(TH:Column(·) TD)) TBody(TR(TH:Row(·) TD(·)))))',
    );
    const scoped = '<table><tr><th scope="col">a</th><th scope="row">b</th></tr></table>';
    expect(structureOf(scoped)).toBe('Document(Table(TR(TH:Column(·) TH:Row(·))))');
  });

  it('gives spans of cells', () => {
    const { structure } = layOut('', '<table><tr><td colspan="2" rowspan="1">a</td></tr></table>');
    expect(JSON.stringify(structure)).toContain('"columnSpan":2');
  });

  it('gives images their alternative, or makes them artifacts', () => {
    expect(structureOf('<p>a <img src="logo" alt="Logo"></p>')).toBe('Document(P(· Figure:Logo(·)))');
    expect(structureOf('<p>a <img src="logo" alt=""></p>')).toBe('Document(P(·))');
  });

  it('notes a change of language', () => {
    expect(structureOf('<p>a <span lang="nb">b</span></p><div lang="sv">c</div>')).toBe(
      'Document(P(· Span:nb(·)) P:sv(·))',
    );
  });

  it('reads absolute boxes where they are written, whatever is drawn over what', () => {
    const body = '<p>a</p><div class="x">b</div><p>c</p>';
    const paged = layOut('.x { position: absolute; top: 0 }', body);
    expect(drawablesOf(paged, 'text').map(({ run }) => run.text)).toEqual(['a', 'b', 'c']);
  });

  it('reads flex items in document order even where they are shown in another', () => {
    const paged = layOut(
      '.f { display: flex } .l { order: 1 }',
      '<div class="f"><div class="l">a</div><div>b</div></div>',
    );
    expect(textNamed(paged, 'a').x).toBeGreaterThan(textNamed(paged, 'b').x);
    expect(drawablesOf(paged, 'text').map(({ run }) => run.text)).toEqual(['a', 'b']);
  });
});

describe('facts', () => {
  it('stand on the element that holds them and on all its text', () => {
    const body =
      '<p>Pay <span data-fact="payable">17 086,50</span></p><table><tr><td data-fact="iban">NO</td></tr></table>';
    const paged = layOut('', body);
    expect(outlineStructure(paged.structure)).toBe('Document(P(· Span:payable(·)) Table(TR(TD:iban(·))))');
    expect(textNamed(paged, '17 086,50').mark).toMatchObject({ kind: 'content', fact: 'payable' });
    expect(textNamed(paged, 'Pay').mark).toMatchObject({ fact: null });
  });

  it('stand on blocks of text and on blocks of blocks', () => {
    expect(structureOf('<div data-fact="a">x</div><div data-fact="b"><p>y</p><p>z</p></div>')).toBe(
      'Document(P:a(·) Div:b(P(·) P(·)))',
    );
  });

  it('may not stand inside each other', () => {
    const fault = faultOf(() => layOut('', '<p data-fact="a">x\n<span data-fact="b">y</span></p>'));
    expect(fault).toMatchObject({ code: 'FACT_NESTED', line: 2 });
  });
});

describe('artifacts', () => {
  it('are what is hidden from readers, with its facts', () => {
    const paged = layOut('', '<p aria-hidden="true">x <span data-fact="kid">1</span></p><p>y</p>');
    expect(outlineStructure(paged.structure)).toBe('Document(P(·))');
    expect(textNamed(paged, '1').mark).toEqual({ kind: 'artifact', type: 'Layout', subtype: null, fact: 'kid' });
  });

  it('are backgrounds, borders and rules', () => {
    const paged = layOut('div { background: #eee; border: 1pt solid #000 }', '<div>x</div>');
    expect(drawablesOf(paged, 'rectangle').map(({ mark }) => mark.kind)).toEqual(['artifact']);
    expect(drawablesOf(paged, 'line').every(({ mark }) => mark.kind === 'artifact')).toBe(true);
  });
});

describe('links', () => {
  it('cover their text on each line, and belong to it', () => {
    const body = '<p>See <a href="https://example.org/terms">the terms of sale</a></p>';
    const paged = layOut('p { width: 75pt }', body);
    const links = drawablesOf(paged, 'link');
    expect(links.length).toBe(2);
    expect(links.every((link) => link.url === 'https://example.org/terms')).toBe(true);
    expect(new Set(links.map(({ contents }) => contents))).toEqual(new Set(['the terms of sale']));
    expect(outlineStructure(paged.structure)).toBe('Document(P(· Link(·)))');
    expect(links[0]?.mark).toEqual(textNamed(paged, 'the terms of').mark);
  });
});

describe('drawing order', () => {
  it('puts backgrounds under the content they belong to, and over what came before', () => {
    const paged = layOut('div, span { background: #eee }', '<div>a <span>b</span></div>');
    const kinds = paged.pages[0]?.drawables.map(({ kind }) => kind);
    expect(kinds).toEqual(['rectangle', 'text', 'rectangle', 'text']);
  });

  it('names every leaf of the tree exactly once, in the order it is drawn', () => {
    const html =
      '<!doctype html><html lang="en"><head><title>T</title></head><body><h1>a</h1><p>b <b>c</b> <span data-fact="x">d</span> e</p></body></html>';
    const paged = layOutHtml(html, '');
    const drawn = drawablesOf(paged, 'text').map(({ mark }) => (mark.kind === 'content' ? mark.leaf : -1));
    const leaves = [...JSON.stringify(paged.structure).matchAll(/"kind":"leaf","id":(\d+)/g)].map(([, id]) =>
      Number(id),
    );
    expect([...new Set(drawn)]).toEqual(leaves);
  });
});
