import { describe, expect, it } from 'vitest';
import {
  AT_RULES,
  CSS_FUNCTIONS,
  CSS_UNITS,
  type ElementNode,
  FONT_FACE_DESCRIPTORS,
  GLOBAL_ATTRIBUTES,
  HTML_SUBSET,
  MARGIN_BOXES,
  PAGE_SIZES,
  PSEUDO_CLASSES,
  PSEUDO_ELEMENTS,
  parseHtml,
  parseStyleSheet,
} from '#dist/document/index.js';
import { faultOf, page, styled } from './documents.ts';

/** One piece of body for each element that stands in it, with every attribute of its own. */
const ELEMENTS: Readonly<Record<string, string>> = {
  div: '<div>x<p>y</p></div>',
  section: '<section><h2>x</h2></section>',
  article: '<article><p>x</p></article>',
  aside: '<aside><p>x</p></aside>',
  header: '<header>x</header>',
  footer: '<footer>x</footer>',
  main: '<main><p>x</p></main>',
  nav: '<nav><p>x</p></nav>',
  h1: '<h1>x <small>y</small></h1>',
  h2: '<h2>x</h2>',
  h3: '<h3>x</h3>',
  h4: '<h4>x</h4>',
  h5: '<h5>x</h5>',
  h6: '<h6>x</h6>',
  p: '<p>x</p>',
  address: '<address>x<br>y</address>',
  hr: '<hr>',
  span: '<p><span>x</span></p>',
  strong: '<p><strong>x</strong></p>',
  em: '<p><em>x</em></p>',
  b: '<p><b>x</b></p>',
  i: '<p><i>x</i></p>',
  small: '<p><small>x</small></p>',
  sub: '<p><sub>x</sub></p>',
  sup: '<p><sup>x</sup></p>',
  time: '<p><time datetime="2026-12-07">7.12.2026</time></p>',
  data: '<p><data value="1708650">17 086,50</data></p>',
  a: '<p><a href="https://fjordkaffe.example/a?b=c#d">x</a> <a href="mailto:faktura@fjordkaffe.example">y</a></p>',
  br: '<p>x<br>y</p>',
  img: '<p><img src="logo" alt="Fjord Kaffe"><img src="pictures/mark.png" alt=""></p>',
  barcode: '<p><barcode type="qrcode" value="BCD" alt="QR"></p>',
  svg: '<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9" preserveAspectRatio="none" fill="none" role="img" aria-label="x"></svg></p>',
  ul: '<ul><li>x</li></ul>',
  ol: '<ol start="3"><li>x</li></ol>',
  li: '<ol><li value="7">x</li></ol>',
  dl: '<dl><dt>x</dt><dd>y</dd></dl>',
  dt: '<dl><dt>x</dt></dl>',
  dd: '<dl><dd><p>y</p></dd></dl>',
  figure: '<figure><img src="logo" alt="x"><figcaption>y</figcaption></figure>',
  figcaption: '<figure><figcaption>y</figcaption></figure>',
  table:
    '<table><caption>c</caption><colgroup><col></colgroup><thead><tr><th>h</th></tr></thead><tbody><tr><td>x</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>',
  caption: '<table><caption>c</caption></table>',
  colgroup: '<table><colgroup span="2"></colgroup></table>',
  col: '<table><colgroup><col span="2"></colgroup></table>',
  thead: '<table><thead><tr><th>x</th></tr></thead></table>',
  tbody: '<table><tbody><tr><td>x</td></tr></tbody></table>',
  tfoot: '<table><tfoot><tr><td>x</td></tr></tfoot></table>',
  tr: '<table><tr><td>x</td></tr></table>',
  th: '<table><tr><th scope="col" colspan="2" rowspan="2" headers="a" id="a">x</th></tr></table>',
  td: '<table><tr><td colspan="2" rowspan="2" headers="a b">x</td></tr></table>',
  g: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><g transform="scale(2)" opacity=".5"></g></svg></p>',
  path: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><path d="M0 0h9" fill="#000" fill-rule="evenodd" fill-opacity="1" stroke="none" stroke-width="1" stroke-linecap="round" stroke-linejoin="round" stroke-miterlimit="4" stroke-dasharray="1" stroke-dashoffset="0" stroke-opacity="1"/></svg></p>',
  rect: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><rect x="0" y="0" width="9" height="9" rx="1" ry="1"/></svg></p>',
  circle: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><circle cx="1" cy="1" r="1"/></svg></p>',
  ellipse: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><ellipse cx="1" cy="1" rx="1" ry="1"/></svg></p>',
  line: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><line x1="0" y1="0" x2="9" y2="9"/></svg></p>',
  polyline: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><polyline points="0,0 1,1"/></svg></p>',
  polygon: '<p><svg viewBox="0 0 9 9" aria-hidden="true"><polygon points="0,0 1,1 0,1"/></svg></p>',
};

/** How shapes are painted is the same for all; `path` and `g` show it. */
const SHOWN_ONCE = [
  ...`${ELEMENTS['path']}${ELEMENTS['g']}`.matchAll(/ (fill[-\w]*|stroke[-\w]*|opacity|transform)=/g),
].map(([, name]) => name);

/** Stand in every document. */
const FRAME = ['html', 'head', 'meta', 'title', 'style', 'body'];

/** A rule or declaration for each function. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  var: 'p { color: var(--a, red) }',
  calc: 'p { width: calc(1pt + 2%) }',
  rgb: 'p { color: rgb(0 0 0) }',
  rgba: 'p { color: rgba(0, 0, 0, 1) }',
  hsl: 'p { color: hsl(0 0% 0%) }',
  hsla: 'p { color: hsla(0, 0%, 0%, 1) }',
  counter: 'p::before { content: counter(page) }',
  attr: 'p::before { content: attr(title) }',
  string: 'p::before { content: string(carried, last) }',
  content: 'p { string-set: title content() }',
  element: '@page { @top-left { content: element(head) } }',
  running: 'p { position: running(head) }',
  repeat: 'p { grid-template-columns: repeat(2, 1fr) }',
  format: '@font-face { font-family: A; src: url(a.ttf) format("truetype") }',
};

/** A rule for each pseudo-class. */
const PSEUDO: Readonly<Record<string, string>> = {
  root: ':root',
  'first-child': 'p:first-child',
  'last-child': 'p:last-child',
  'nth-child': 'p:nth-child(2n+1)',
  not: 'p:not(.a)',
};

const parse = (css: string) => parseStyleSheet(css, { file: 'a.css' });

describe('every element', () => {
  it('has an example here', () => {
    expect([...FRAME, ...Object.keys(ELEMENTS)].toSorted()).toEqual(HTML_SUBSET.map(({ tag }) => tag).toSorted());
  });

  it.each(HTML_SUBSET.filter(({ tag }) => !FRAME.includes(tag)))(
    '<$tag> is read with all its attributes, and styled',
    (rule) => {
      const markup = ELEMENTS[rule.tag] ?? '';
      const found = elementsOf(parseHtml(page(markup), { file: 'a.html' }).body).filter(({ tag }) => tag === rule.tag);
      expect(found.length).toBeGreaterThan(0);
      const shown = new Set([...found.flatMap(({ attributes }) => Object.keys(attributes)), ...SHOWN_ONCE]);
      for (const name of Object.keys(rule.attributes)) expect(shown).toContain(name);
      expect(rule.purpose).not.toBe('');
      expect(() => styled('', markup)).not.toThrow();
    },
  );

  it('takes the attributes that all take', () => {
    const values: Readonly<Record<string, string>> = {
      class: 'a b',
      id: 'x',
      lang: 'en-GB',
      title: '',
      role: 'img',
      'aria-hidden': 'true',
      'aria-label': 'x',
      'data-fact': 'payable',
      'data-carried': '1 234,50',
      'data-carried-net': '987,60',
    };
    expect(Object.keys(values)).toEqual(Object.keys(GLOBAL_ATTRIBUTES));
    const written = Object.entries(values).map(([name, value]) => ` ${name}="${value}"`);
    const [p] = parseHtml(page(`<p${written.join('')}>x</p>`), { file: 'a.html' }).body.children;
    expect(p?.kind === 'element' && p.attributes).toEqual(values);
  });
});

describe('every name of the CSS subset', () => {
  it.each([...CSS_FUNCTIONS])('%s() works', (name) => {
    expect(FUNCTIONS[name]).toContain(`${name}(`);
    expect(() => parse(FUNCTIONS[name] ?? '')).not.toThrow();
  });

  it.each([...CSS_UNITS, '%'])('%s is a unit somewhere', (unit) => {
    const candidates = [`width: 1${unit}`, `grid-template-columns: 1${unit}`, `color: hsl(1${unit} 0% 0%)`];
    const taken = candidates.filter((css) => {
      try {
        return parse(`p { ${css} }`).rules.length === 1;
      } catch {
        return false;
      }
    });
    expect(taken.length).toBeGreaterThan(0);
  });

  it.each([...PSEUDO_CLASSES])(':%s works', (name) => {
    expect(() => parse(`${PSEUDO[name]} { color: red }`)).not.toThrow();
  });

  it.each([...PSEUDO_ELEMENTS])('::%s works', (name) => {
    expect(parse(`p::${name} { color: red }`).rules[0]?.selector.pseudo).toBe(name);
  });

  it.each([...MARGIN_BOXES])('@%s works', (name) => {
    const { otherPages } = styled(`@page { @${name} { content: "x" } }`, '<p>x</p>');
    expect(otherPages.marginBoxes.map((box) => box.name)).toEqual([name]);
  });

  it.each(Object.keys(PAGE_SIZES))('%s is a page size', (name) => {
    const { otherPages } = styled(`@page { size: ${name} }`, '<p>x</p>');
    expect([otherPages.width, otherPages.height]).toEqual(PAGE_SIZES[name]);
  });

  it('at-rules and descriptors are as listed', () => {
    expect(AT_RULES).toEqual(['page', 'font-face', 'charset']);
    expect(() =>
      parse('@font-face { font-family: A; src: url(a.ttf); font-weight: 400; font-style: normal }'),
    ).not.toThrow();
    expect(FONT_FACE_DESCRIPTORS).toEqual(['font-family', 'src', 'font-weight', 'font-style']);
    expect(faultOf(() => parse('@namespace "x";')).code).toBe('CSS_UNKNOWN_AT_RULE');
  });
});

function elementsOf(element: ElementNode): readonly ElementNode[] {
  return [element, ...element.children.flatMap((child) => (child.kind === 'element' ? elementsOf(child) : []))];
}
