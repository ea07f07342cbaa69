import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCascade, parseHtml, parseStyleSheet } from '#dist/document/index.js';
import { faultOf, flatten, page, styled, styleOf, textOf, whereOf } from './documents.ts';

/** The colour of the paragraph as the name it was given by. */
function winner(css: string, markup = '<div class="d"><p id="x" class="a b" lang="nb">x</p></div>'): string {
  const { red, green, blue } = styleOf(css, markup).color;
  return [red, green, blue].map((channel) => (channel > 0 ? '1' : '0')).join('');
}

const RED = '100';
const LIME = '010';
const BLUE = '001';

describe('which declaration wins', () => {
  it.each([
    ['the later of two alike', 'p { color: red } p { color: lime }', LIME],
    ['the later in one rule', 'p { color: red; color: lime }', LIME],
    ['a class over any number of tags', '.a { color: lime } html body div p { color: red }', LIME],
    ['an id over any number of classes', '#x { color: lime } .d .a.b { color: red }', LIME],
    ['two classes over one', '.a.b { color: lime } .a { color: red }', LIME],
    ['an attribute as much as a class', '.a { color: red } [lang] { color: lime }', LIME],
    ['a pseudo-class as much as a class', '.a { color: red } :first-child { color: lime }', LIME],
    [':not() as much as its argument', 'p:not(#y) { color: lime } p.a.b { color: red }', LIME],
    ['a tag over the universal selector', 'p { color: lime } * { color: red }', LIME],
    ['anything over inheritance', 'p { color: lime } #x2, .d { color: red }', LIME],
    ['!important over specificity', 'p { color: lime !important } #x { color: red }', LIME],
    ['among the important the more specific', 'p { color: red !important } #x { color: lime !important }', LIME],
    ['each selector of a list by itself', '#x, p { color: red } .a { color: lime } ', RED],
    ['the template over the user agent', 'address { font-style: normal } p { color: blue }', BLUE],
    ['a shorthand over an earlier longhand', 'p { border-top-style: dotted; border: 1pt solid; color: lime }', LIME],
  ])('%s', (_, css, expected) => {
    expect(winner(css)).toBe(expected);
  });

  it('a shorthand resets what it leaves out, a later longhand stays', () => {
    const style = styleOf('#x { font-weight: 700; font: 10pt a; font-style: italic } ');
    expect([style.fontWeight, style.fontStyle]).toEqual([400, 'italic']);
  });

  it('a shorthand with var() competes at its own place', () => {
    const css =
      ':root { --b: 1pt solid red } #x { border-top: 9pt dotted blue; border: var(--b); border-left: 2pt dashed lime }';
    const style = styleOf(css);
    expect(style.borderTop).toEqual({ width: 1, style: 'solid', color: { red: 1, green: 0, blue: 0, alpha: 1 } });
    expect(style.borderLeft.style).toBe('dashed');
  });

  it('tells the rules that a style was taken from, the strongest first, and none that lost or styles another', () => {
    const css = 'p { color: red;\n z-index: 1 } .a { color: lime } b { z-index: 3 }\np { color: blue; color: red }';
    const cascade = createCascade([parseStyleSheet(css, { file: 'a.css' })]);
    const { body } = cascade.style(parseHtml(page('<p class="a"><i>x</i></p>'), { file: 'a.html' }));
    const places = (tag: string) => {
      const style = flatten(body).find(({ element }) => element.tag === tag)?.style;
      return cascade
        .rulesOf(style ?? body.style)
        .map(({ file, line, lastLine }) => (file === 'a.css' ? `${line}-${lastLine}` : file));
    };
    expect(places('p')).toEqual(['2-2', '1-2', 'user-agent.css', 'user-agent.css']);
    expect(places('i')).toEqual(['user-agent.css']);
  });

  it('sheets count in their order', () => {
    const html = parseHtml(page('<p id="x">x</p>'), { file: 'a.html' });
    const sheets = ['p { z-index: 1 }', 'p { z-index: 2 }'].map((css) => parseStyleSheet(css, { file: 'a.css' }));
    const zIndexOf = (order: typeof sheets) =>
      flatten(createCascade(order).style(html).body).find(({ element }) => element.tag === 'p')?.style.zIndex;
    expect(zIndexOf(sheets)).toBe(2);
    expect(zIndexOf(sheets.toReversed())).toBe(1);
  });

  it("the document's own <style> comes last", () => {
    const text = page('<p>x</p>').replace('</title>', '</title><style>p { z-index: 2 }</style>');
    const body = createCascade([parseStyleSheet('p { z-index: 1 }', { file: 'a.css' })]).style(
      parseHtml(text, { file: 'a.html' }),
    ).body;
    expect(flatten(body).find(({ element }) => element.tag === 'p')?.style.zIndex).toBe(2);
  });

  it('faults in <style> point into the HTML', () => {
    const text = page('<p>x</p>').replace('</title>', '</title>\n<style>\n p { colr: red }</style>');
    expect(whereOf(faultOf(() => createCascade([]).style(parseHtml(text, { file: 'a.html' }))))).toBe(
      'CSS_UNKNOWN_PROPERTY a.html:4:6',
    );
    const sameLine = page('<p>x</p>').replace('</title>', '</title>\n<style>p { colr: red }</style>');
    expect(whereOf(faultOf(() => createCascade([]).style(parseHtml(sameLine, { file: 'a.html' }))))).toBe(
      'CSS_UNKNOWN_PROPERTY a.html:3:12',
    );
  });
});

describe('inheritance', () => {
  const markup = '<div class="d"><p><b id="x">x</b></p></div>';

  it('passes text properties on and keeps boxes to themselves', () => {
    const style = styleOf('.d { color: lime; font-size: 20pt; padding: 3pt; width: 50pt; line-height: 30pt }', markup);
    expect(style).toMatchObject({ fontSize: 20, lineHeight: 30, width: 'auto', paddingTop: { points: 0, percent: 0 } });
    expect(style.color.green).toBe(1);
  });

  it('passes line height on as a factor, but em as points', () => {
    expect(styleOf('.d { line-height: 1.5 } b { font-size: 20pt }', markup).lineHeight).toBe(30);
    expect(styleOf('.d { line-height: 1.5em } b { font-size: 20pt }', markup).lineHeight).toBe(18);
    expect(styleOf('.d { letter-spacing: .1em; font-size: 10pt } b { font-size: 20pt }', markup).letterSpacing).toBe(1);
  });

  it('obeys inherit, initial and unset', () => {
    expect(styleOf('.d { padding-left: 3pt } p, b { padding: inherit }', markup).paddingLeft.points).toBe(3);
    expect(styleOf('.d { font-size: 20pt } b { font-size: initial }', markup).fontSize).toBe(12);
    expect(styleOf('.d { font-size: 20pt } b { font-size: 9pt; font-size: unset }', markup).fontSize).toBe(20);
    expect(styleOf('b { padding-left: 9pt; padding-left: unset }', markup).paddingLeft.points).toBe(0);
    expect(styleOf('b { font-weight: unset }', markup).fontWeight).toBe(400);
  });

  it('makes bolder and smaller of what the parent has', () => {
    expect(styleOf('', markup).fontWeight).toBe(700);
    expect(styleOf('p { font-weight: 700 }', markup).fontWeight).toBe(900);
    expect(styleOf('p { font-weight: 300 }', markup).fontWeight).toBe(400);
    expect(styleOf('p { font-weight: 600 } b { font-weight: lighter }', markup).fontWeight).toBe(400);
    expect(styleOf('p { font-size: 18pt } b { font-size: smaller }', markup).fontSize).toBe(15);
  });

  it('keeps currentcolor a word until it is used', () => {
    const css =
      'p { color: red; border-top: 1pt solid } b { color: lime; border-top: inherit; background-color: currentcolor }';
    const style = styleOf(css, markup);
    expect(style.borderTop.color.green).toBe(1);
    expect(style.backgroundColor?.green).toBe(1);
    expect(styleOf('p { color: red } b { color: currentcolor }', markup).color.red).toBe(1);
  });

  it('lets feature settings and figures inherit apart from each other', () => {
    const css =
      'p { font-variant-numeric: lining-nums; font-feature-settings: "tnum" } b { font-feature-settings: normal }';
    expect(styleOf(css, markup).fontVariantNumeric).toEqual({ figureSpacing: 'normal', figureStyle: 'lining' });
  });
});

describe('what follows from the box around', () => {
  it('items of flex and grid containers and boxes out of the flow are blocks', () => {
    const markup = '<div class="d"><span id="x">x</span></div>';
    expect(styleOf('', markup).display).toBe('inline');
    expect(styleOf('.d { display: flex }', markup).display).toBe('block');
    expect(styleOf('.d { display: grid }', markup).display).toBe('block');
    expect(styleOf('#x { position: absolute }', markup).display).toBe('block');
    expect(styleOf('#x { position: running(a) }', markup).display).toBe('block');
    expect(styleOf('#x { position: relative }', markup).display).toBe('inline');
    expect(styleOf('.d { display: flex } #x { display: table }', markup).display).toBe('table');
  });

  it('a decoration reaches the text inside, but no box that stands apart', () => {
    const markup = '<p class="d"><span><b id="x">x</b></span></p>';
    expect(styleOf('.d { text-decoration: underline }', markup).textDecoration).toBe('underline');
    expect(styleOf('.d { text-decoration: underline } b { text-decoration: none }', markup).textDecoration).toBe(
      'underline',
    );
    expect(styleOf('.d { text-decoration: underline } b { display: inline-block }', markup).textDecoration).toBe(
      'none',
    );
    expect(styleOf('.d { text-decoration: underline } b { position: absolute }', markup).textDecoration).toBe('none');
  });
});

describe('custom properties', () => {
  it.each([
    ['are inherited', ':root { --c: lime } p { color: var(--c) }'],
    ['can be set anew further in', ':root { --c: red } .d { --c: lime } p { color: var(--c) }'],
    ['are resolved where they are set', ':root { --a: lime; --c: var(--a) } p { --a: red; color: var(--c) }'],
    ['take part in the cascade', ':root { --c: red } p { --c: red } .a { --c: lime } p { color: var(--c) }'],
    ['know importance', 'p { --c: lime !important } .a { --c: red } p { color: var(--c) }'],
    ['have fallbacks', 'p { color: var(--none, lime) }'],
    ['have fallbacks with fallbacks', 'p { color: var(--none, var(--nil, lime)) }'],
    ['stand inside functions', ':root { --g: 255 } p { color: rgb(0, var(--g), 0) }'],
    ['hold several components', ':root { --rest: 255 0 } p { color: rgb(0 var(--rest)) }'],
    ['tell case apart', ':root { --C: red; --c: lime } p { color: var(--c) }'],
    ['can be unset', ':root { --c: red } p { --c: initial; color: var(--c, lime) }'],
    ['can be inherited in words', ':root { --c: lime } p { --c: inherit; color: var(--c) }'],
    ['may be empty', ':root { --e:; } p { color: var(--e) lime }'],
  ])('%s', (_, css) => {
    expect(winner(css)).toBe(LIME);
  });

  it('work in every kind of value', () => {
    const css = ':root { --s: 3pt; --f: Inter, sans-serif } #x { width: calc(2 * var(--s)); font: 9pt/1.5 var(--f) }';
    expect(styleOf(css)).toMatchObject({
      width: { points: 6, percent: 0 },
      fontFamily: ['Inter', 'sans-serif'],
      lineHeight: 13.5,
    });
  });

  it('refuse names that no rule sets, before any document comes', () => {
    const sheet = parseStyleSheet(':root { --accent: red }\np { color: var(--acent) }', { file: 'a.css' });
    const fault = faultOf(() => createCascade([sheet]));
    expect(whereOf(fault)).toBe('CSS_UNKNOWN_VARIABLE a.css:2:12');
    expect(fault.hint).toContain('"--accent"');
  });

  it('refuse names that are set elsewhere only', () => {
    expect(whereOf(faultOf(() => styled('b { --c: red }\np { color: var(--c) }', '<p>x</p>')))).toBe(
      'CSS_UNKNOWN_VARIABLE a.css:2:12',
    );
  });

  it('refuse values that do not fit where they end up', () => {
    const fault = faultOf(() => styled(':root {\n --c: 3pt }\np { color: var(--c) }', '<p>x</p>'));
    expect(whereOf(fault)).toBe('CSS_UNKNOWN_VALUE a.css:2:7');
    expect(fault.message).toContain('color');
  });

  it('refuse circles and name them', () => {
    const fault = faultOf(() => styled(':root { --a: var(--b); --b: var(--c) 1pt; --c: var(--a) }', '<p>x</p>'));
    expect(whereOf(fault)).toBe('CSS_VARIABLE_CYCLE a.css:1:9');
    expect(fault.message).toContain('--a → --b → --c → --a');
    expect(faultOf(() => styled(':root { --a: var(--a) }', '<p>x</p>')).code).toBe('CSS_VARIABLE_CYCLE');
  });

  it('refuse to grow without end', () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `--v${n + 1}: var(--v${n}) var(--v${n})`).join(';');
    const fault = faultOf(() => styled(`:root { --v0: 1pt 1pt; ${doubling} }`, '<p>x</p>'));
    expect(fault.code).toBe('CSS_TOO_LARGE');
  });

  it.each(['var(x)', 'var(--a 1)', 'var(--a / 2)'])('refuse %s', (value) => {
    expect(faultOf(() => styled(`:root { --a: red } p { color: ${value} }`, '<p>x</p>')).code).toMatch(
      /^CSS_(UNKNOWN_VALUE|SYNTAX)$/,
    );
  });
});

describe('what elements look like by themselves', () => {
  it.each([
    [
      '<h1 id="x">x</h1>',
      { display: 'block', fontSize: 24, fontWeight: 700, marginTop: { points: expect.closeTo(16.08, 6), percent: 0 } },
    ],
    ['<p id="x">x</p>', { marginTop: { points: 12, percent: 0 }, marginBottom: { points: 12, percent: 0 } }],
    ['<ul><li id="x">x</li></ul>', { display: 'list-item', listStyleType: 'disc' }],
    ['<ol id="x"><li>x</li></ol>', { paddingLeft: { points: 30, percent: 0 }, listStyleType: 'decimal' }],
    [
      '<table><tr><th id="x">x</th></tr></table>',
      { display: 'table-cell', fontWeight: 700, textAlign: 'center', verticalAlign: 'middle' },
    ],
    [
      '<table id="x"></table>',
      { display: 'table', boxSizing: 'border-box', borderSpacing: { horizontal: 1.5, vertical: 1.5 } },
    ],
    ['<p>a<sup id="x">2</sup></p>', { fontSize: 10, verticalAlign: 'super', display: 'inline' }],
    ['<p><small id="x">x</small></p>', { fontSize: 10 }],
    ['<address id="x">x</address>', { fontStyle: 'italic', display: 'block' }],
    ['<p><a id="x" href="mailto:a@b.example">x</a></p>', { textDecoration: 'underline' }],
    ['<p><svg id="x" viewBox="0 0 1 1" aria-hidden="true"></svg></p>', { display: 'inline', width: 'auto' }],
  ])('%s', (markup, expected) => {
    expect(styleOf('', markup)).toMatchObject(expected);
  });
});

describe('the tree', () => {
  it('leaves out what is not displayed', () => {
    expect(textOf(styled('.d { display: none }', '<p>a<b class="d">b</b><b>c</b></p>').body)).toBe('ac');
  });

  it('transforms text by Unicode alone', () => {
    const text = '<p>straße «æøå» i-phone 2b</p>';
    expect(textOf(styled('p { text-transform: uppercase }', text).body)).toBe('STRASSE «ÆØÅ» I-PHONE 2B');
    expect(textOf(styled('p { text-transform: lowercase }', '<p>ÆØÅ I</p>').body)).toBe('æøå i');
    expect(textOf(styled('p { text-transform: capitalize }', text).body)).toBe('Straße «Æøå» I-phone 2b');
  });

  it('keeps the shapes of a drawing in its element', () => {
    const body = styled('', '<p><svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"/></svg></p>').body;
    const svg = flatten(body).find(({ element }) => element.tag === 'svg');
    expect(svg?.children).toEqual([]);
    expect(svg?.element.children).toMatchObject([{ tag: 'path', attributes: { d: 'M0 0' } }]);
  });

  it('refuses what would be drawn on html, where nothing is', () => {
    expect(whereOf(faultOf(() => styled('html { background: red }', '<p>x</p>')))).toBe('CSS_MISPLACED a.css:1:8');
    expect(whereOf(faultOf(() => styled('* { padding: 1mm }', '<p>x</p>')))).toBe('CSS_MISPLACED a.css:1:5');
    expect(() => styled('html { margin: 0; font-size: 9pt; background: none }', '<p>x</p>')).not.toThrow();
  });

  it('refuses a body that is not there', () => {
    expect(whereOf(faultOf(() => styled('body { display: none }', '<p>x</p>')))).toBe('CSS_MISPLACED a.css:1:8');
  });
});

describe('one style for all that are alike', () => {
  const rows = (count: number): string =>
    `<table>${'<tr class="row"><td data-fact="line.1.amount" class="n">1</td><td>2</td></tr>'.repeat(count)}</table>`;

  function stylesOf(css: string, body: string): Set<unknown> {
    return new Set(flatten(styled(css, body).body).map(({ style }) => style));
  }

  it('is one object, however many rows there are', () => {
    const css = '.n { color: red }';
    expect(stylesOf(css, rows(500)).size).toBe(stylesOf(css, rows(3)).size);
    expect(stylesOf(css, rows(500)).size).toBe(5);
  });

  it('is told apart by what rules ask, and by nothing else', () => {
    // First, odd and even rows, with one more for the last; each has its own cells.
    const css = 'tr:nth-child(odd) { color: red } tr:last-child { color: blue } tr + tr td { color: lime }';
    expect(stylesOf(css, rows(501)).size).toBe(stylesOf(css, rows(7)).size);
    expect(stylesOf('[data-fact$=".amount"] { color: red }', rows(20)).size).toBe(5);
  });

  it('lasts from document to document', () => {
    const cascade = createCascade([parseStyleSheet('.n { color: red }', { file: 'a.css' })]);
    const first = flatten(cascade.style(parseHtml(page(rows(1)), { file: 'a.html' })).body);
    const second = flatten(cascade.style(parseHtml(page(rows(1)), { file: 'b.html' })).body);
    expect(second.map(({ style }) => style)).toEqual(first.map(({ style }) => style));
    second.forEach((element, index) => {
      expect(element.style).toBe(first[index]?.style);
    });
  });

  it('is what the element would have had alone, whatever came before', () => {
    const css =
      'p { color: red } .a p { color: lime } p + p { color: blue } .b ~ p { font-size: 9pt } p:last-child { z-index: 2 } #i { order: 3 }';
    const cascade = createCascade([parseStyleSheet(css, { file: 'a.css' })]);
    const markup = fc
      .array(
        fc.constantFrom('<p>x</p>', '<p class="b">x</p>', '<p class="b c">x</p>', '<p id="i">x</p>', '<div>x</div>'),
        { maxLength: 6 },
      )
      .map((parts) => parts.filter((part, index) => !part.includes('id=') || parts.indexOf(part) === index).join(''));
    const bodies = fc
      .tuple(fc.constantFrom('', 'a', 'b'), markup)
      .map(([name, inside]) => `<div class="${name}">${inside}</div>`);
    fc.assert(
      fc.property(bodies, (body) => {
        const shared = cascade.style(parseHtml(page(body), { file: 'a.html' }));
        expect(shared).toEqual(styled(css, body));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps even sibling selectors linear in the number of rows', () => {
    const html = parseHtml(page(rows(10_000)), { file: 'a.html' });
    const cascade = createCascade([
      parseStyleSheet('.n ~ td { color: red } tr ~ tr:nth-child(odd) td { color: blue }', { file: 'a.css' }),
    ]);
    const start = performance.now();
    cascade.style(html);
    // Some 50 ms; looking back over all earlier rows for each row takes minutes.
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
