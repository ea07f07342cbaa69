import { describe, expect, it } from 'vitest';
import { createCascade, parseHtml, parseStyleSheet, type StyledDocument } from '#dist/document/index.js';
import { faultOf, flatten, page, styled, textOf, whereOf } from './documents.ts';

const text = (css: string, body: string): string => textOf(styled(css, body).body);

describe('::before and ::after', () => {
  it('make text round the content, in their own style', () => {
    const css = 'b::before { content: "«"; color: red } b::after { content: "»" }';
    const { body } = styled(css, '<p>a <b>x</b></p>');
    expect(textOf(body)).toBe('a «x»');
    const before = flatten(body).find(({ pseudo }) => pseudo === 'before');
    expect(before?.style).toMatchObject({ display: 'inline', fontWeight: 700, color: { red: 1 } });
    expect(before?.element.tag).toBe('b');
  });

  it.each([
    ['several strings', 'b::before { content: "a" "b" }', 'abx'],
    ['escapes', String.raw`b::before { content: "\2014\a0 \"q\"" }`, '—\u00a0"q"x'],
    ['attributes', 'b::before { content: attr(title) ": " }', 'T: x'],
    ['attributes that are not there as nothing', 'b::before { content: "[" attr(lang) "]" }', '[]x'],
    ['nothing without content', 'b::before { color: red }', 'x'],
    ['nothing with content: none', 'b::before { content: "a" } b::before { content: none }', 'x'],
    ['nothing with display: none', 'b::before { content: "a"; display: none }', 'x'],
    ['text in the case that is asked for', 'b { text-transform: uppercase } b::after { content: " y" }', 'X Y'],
    ['the old way with one colon', 'b:before { content: "o" }', 'ox'],
  ])('make %s', (_, css, expected) => {
    expect(text(css, '<p><b title="T">x</b></p>')).toBe(expected);
  });

  it('leave page counters to layout', () => {
    const { body } = styled('p::after { content: "Side " counter(page) " av " counter(pages) }', '<p>x</p>');
    expect(textOf(body)).toBe('xSide [page] av [pages]');
  });

  it.each([
    ['p { content: "x" }', 'CSS_MISPLACED a.css:1:5'],
    ['p::before, p { content: "x" }', 'CSS_MISPLACED a.css:1:16'],
    ['p::before { content: element(a) }', 'CSS_MISPLACED a.css:1:22'],
    ['p::before { content: attr(href2) }', 'CSS_UNKNOWN_VALUE a.css:1:22'],
    ['p::before { content: url(a.png) }', 'CSS_UNKNOWN_VALUE a.css:1:22'],
    ['p::before { content: counters(a, ".") }', 'CSS_UNKNOWN_FUNCTION a.css:1:22'],
  ])('refuse %s', (css, where) => {
    expect(whereOf(faultOf(() => parseStyleSheet(css, { file: 'a.css' })))).toBe(where);
  });
});

describe('counters', () => {
  it('count in document order', () => {
    const css = 'body { counter-reset: step } p { counter-increment: step } p::before { content: counter(step) "." }';
    expect(text(css, '<p>a</p><div><p>b</p></div><p>c</p>')).toBe('1.a2.b3.c');
  });

  it('nest by the element that resets them, and end with its parent', () => {
    const css = 'div { counter-reset: n } p { counter-increment: n } p::before { content: counter(n) }';
    expect(text(css, '<div><p>a</p><div><p>b</p></div><p>c</p></div><div><p>d</p></div>')).toBe('1a1b2c1d');
  });

  it('start by themselves at zero', () => {
    expect(text('b { counter-increment: n 2 } b::before { content: counter(n) }', '<p><b>x</b><b>y</b></p>')).toBe(
      '2x4y',
    );
    expect(text('b::before { content: counter(n) }', '<p><b>x</b></p>')).toBe('0x');
  });

  it('pass over what is not displayed', () => {
    const css = 'p { counter-increment: n } .d { display: none } p::before { content: counter(n) }';
    expect(text(`body { counter-reset: n } ${css}`, '<p>a</p><p class="d">b</p><p>c</p>')).toBe('1a2c');
  });
});

describe('list markers', () => {
  function markers(css: string, body: string): readonly string[] {
    return flatten(styled(css, body).body)
      .filter(({ pseudo }) => pseudo === 'marker')
      .map(textOf);
  }

  it('are discs or numbers, as browsers write them', () => {
    expect(markers('', '<ul><li>a</li><li>b</li></ul>')).toEqual(['• ', '• ']);
    expect(markers('', '<ol><li>a</li><li>b</li></ol>')).toEqual(['1. ', '2. ']);
  });

  it('follow start and value, and begin anew in lists inside', () => {
    const body = '<ol start="3"><li>a</li><li value="7">b<ol><li>c</li></ol></li><li>d</li></ol>';
    expect(markers('', body)).toEqual(['3. ', '7. ', '1. ', '8. ']);
  });

  it('are gone with list-style: none, and inherit the style of the item', () => {
    expect(markers('ul { list-style: none }', '<ul><li>a</li></ul>')).toEqual([]);
    const { body } = styled('li { color: red; padding: 3pt; text-transform: uppercase }', '<ul><li>a</li></ul>');
    const marker = flatten(body).find(({ pseudo }) => pseudo === 'marker');
    expect(marker?.style).toMatchObject({
      color: { red: 1 },
      whiteSpace: 'pre',
      paddingLeft: { points: 0, percent: 0 },
      display: 'inline',
    });
  });
});

describe('pages', () => {
  function pages(css: string, htmlClass = ''): StyledDocument {
    const markup = page('<p>x</p>').replace('<html', htmlClass === '' ? '<html' : `<html class="${htmlClass}"`);
    return createCascade([parseStyleSheet(css, { file: 'a.css' })]).style(parseHtml(markup, { file: 'a.html' }));
  }

  it('are A4 with 10 mm of margin unless told otherwise', () => {
    const { firstPage, otherPages } = pages('');
    expect(firstPage).toEqual(otherPages);
    expect(firstPage.width).toBeCloseTo(595.2756, 3);
    expect(firstPage.height).toBeCloseTo(841.8898, 3);
    expect(firstPage.marginTop).toBeCloseTo(28.3465, 3);
    expect(firstPage.marginBoxes).toEqual([]);
  });

  it.each([
    ['size: A4 landscape', 841.8898, 595.2756],
    ['size: landscape', 841.8898, 595.2756],
    ['size: portrait A5', 419.5276, 595.2756],
    ['size: letter', 612, 792],
    ['size: 100pt', 100, 100],
    ['size: 100pt 2in', 100, 144],
  ])('%s', (css, width, height) => {
    const { otherPages } = pages(`@page { ${css} }`);
    expect(otherPages.width).toBeCloseTo(width, 3);
    expect(otherPages.height).toBeCloseTo(height, 3);
  });

  it('let the first page differ', () => {
    const { firstPage, otherPages } = pages('@page :first { margin-top: 5pt } @page { margin: 10pt 10% 20pt }');
    expect(otherPages).toMatchObject({ marginTop: 10, marginBottom: 20 });
    expect(otherPages.marginLeft).toBeCloseTo(59.5276, 3);
    expect(firstPage).toMatchObject({ marginTop: 5, marginBottom: 20 });
  });

  it('have the margin boxes that have content, in the style of the root', () => {
    const css = `:root { font-size: 9pt; --c: red } body { font-size: 20pt }
      @page { color: var(--c); @bottom-right { content: counter(page) " / " counter(pages); font-weight: 600 } @top-left { font-size: 5pt } }
      @page :first { @bottom-right { content: none } @top-center { content: element(head) } }`;
    const { firstPage, otherPages } = pages(css);
    expect(firstPage.marginBoxes.map(({ name }) => name)).toEqual(['top-center']);
    expect(otherPages.marginBoxes).toHaveLength(1);
    const [box] = otherPages.marginBoxes;
    expect(box?.name).toBe('bottom-right');
    expect(box?.style).toMatchObject({
      fontSize: 9,
      fontWeight: 600,
      textAlign: 'right',
      verticalAlign: 'middle',
      color: { red: 1 },
      content: [
        { kind: 'counter', name: 'page' },
        { kind: 'string', text: ' / ' },
        { kind: 'counter', name: 'pages' },
      ],
    });
    expect(firstPage.marginBoxes[0]?.style.content).toEqual([{ kind: 'element', name: 'head' }]);
  });

  it('are told apart by the root element where rules do', () => {
    const css = '.wide { color: red } @page { @top-left { content: "x" } }';
    expect(pages(css, 'wide').otherPages.marginBoxes[0]?.style.color.red).toBe(1);
    expect(pages(css).otherPages.marginBoxes[0]?.style.color.red).toBe(0);
  });

  it.each([
    ['@page { size: B5 }', 'CSS_UNKNOWN_VALUE a.css:1:15'],
    ['@page { size: 0 }', 'CSS_UNKNOWN_VALUE a.css:1:15'],
    ['@page { margin: auto }', 'CSS_UNKNOWN_VALUE a.css:1:17'],
    ['@page { margin: -1mm }', 'CSS_UNKNOWN_VALUE a.css:1:17'],
    ['@page { margin-top: 1mm 2mm }', 'CSS_UNKNOWN_VALUE a.css:1:25'],
    ['@page { margin-tip: 1mm }', 'CSS_UNKNOWN_PROPERTY a.css:1:9'],
    ['@page { width: 1mm }', 'CSS_MISPLACED a.css:1:9'],
    ['@page :left { }', 'CSS_UNKNOWN_SELECTOR a.css:1:7'],
    ['@page cover { }', 'CSS_UNKNOWN_SELECTOR a.css:1:7'],
    ['@page { @top-lft { } }', 'CSS_UNKNOWN_AT_RULE a.css:1:9'],
    ['@page { @top-left { content: attr(title) } }', 'CSS_MISPLACED a.css:1:30'],
  ])('refuse %s', (css, where) => {
    expect(whereOf(faultOf(() => parseStyleSheet(css, { file: 'a.css' })))).toBe(where);
  });

  it('refuse counters that only the flow knows', () => {
    expect(whereOf(faultOf(() => pages('@page { @top-left { content: counter(step) } }')))).toBe(
      'CSS_UNKNOWN_VALUE a.css:1:21',
    );
  });
});
