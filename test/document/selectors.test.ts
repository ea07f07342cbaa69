import { selectAll } from 'css-select';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { parseStyleSheet } from '#dist/document/index.js';
import { faultOf, flatten, page, styled, whereOf } from './documents.ts';

/** The numbers (in `title`) of the elements that a selector matches here. */
function matchedHere(selector: string, body: string): readonly string[] {
  return flatten(styled(`${selector} { z-index: 7 } * { display: block }`, body).body)
    .filter((element) => element.style.zIndex === 7)
    .map((element) => element.element.attributes['title'] ?? element.element.tag);
}

type JudgedNode = ReturnType<typeof parseDocument>['children'][number];
type JudgedElement = Extract<JudgedNode, { attribs: unknown }>;

/** The same by css-select, as an independent judge. */
function matchedByJudge(selector: string, body: string): readonly string[] {
  const document = parseDocument(page(body));
  return selectAll<JudgedNode, JudgedElement>(selector, document)
    .filter((element) => !['html', 'head', 'title'].includes(element.name))
    .map((element) => element.attribs['title'] ?? element.name);
}

describe('selectors', () => {
  const body = `
    <div title="1" class="a b" id="top"><p title="2" class="b">x</p><p title="3">y</p><span title="4" lang="nb-NO">z</span></div>
    <div title="5" class="a"><p title="6" class="c b">x <b title="7" data-fact="line.1.amount">u</b></p><p title="8" class="A">v</p></div>
    <table title="9"><tr title="10"><td title="11">1</td><td title="12" colspan="2">2</td></tr><tr title="13"><td title="14">3</td></tr><tr title="15"><td title="16">4</td></tr></table>`;

  it.each<[string, string]>([
    ['p', '2 3 6 8'],
    ['P.b', '2 6'],
    ['.b', '1 2 6'],
    ['.a.b', '1'],
    ['#top', '1'],
    ['*.c', '6'],
    ['div p', '2 3 6 8'],
    ['div > b', ''],
    ['div b', '7'],
    ['body > div', '1 5'],
    ['p + p', '3 8'],
    ['p + span', '4'],
    ['p ~ span', '4'],
    ['.b ~ p', '3 8'],
    ['div + div p', '6 8'],
    ['#top ~ table td', '11 12 14 16'],
    ['tr ~ tr ~ tr', '15'],
    ['tr + tr + tr td', '16'],
    ['p:first-child', '2 6'],
    ['p:last-child', '8'],
    ['td:first-child:last-child', '14 16'],
    ['tr:nth-child(odd)', '10 15'],
    ['tr:nth-child(even)', '13'],
    ['tr:nth-child(2)', '13'],
    ['tr:nth-child(n+2)', '13 15'],
    ['tr:nth-child(-n + 2)', '10 13'],
    ['tr:nth-child(3n+1)', '10'],
    ['tr:nth-child(2n)', '13'],
    ['p:not(.b)', '3 8'],
    ['p:not(.b, .A)', '3'],
    ['p:not(:first-child)', '3 8'],
    ['td:not([colspan])', '11 14 16'],
    ['[colspan]', '12'],
    ['[colspan="2"]', '12'],
    ['[class~="b"]', '1 2 6'],
    ['[lang|="nb"]', '4'],
    ['[data-fact^="line."]', '7'],
    ['[data-fact$=".amount"]', '7'],
    ['[data-fact*="1"]', '7'],
    ['[class="a" i]', '5 8'],
    ['[data-fact^=""]', ''],
    [':root body > .a', '1 5'],
    ['div:root', ''],
    ['h1, .c, #top', '1 6'],
    ['body:nth-child(2) > table', '9'],
  ])('%s matches %s', (selector, expected) => {
    const numbers = expected === '' ? [] : expected.split(' ');
    expect(matchedHere(selector, body).toSorted((a, b) => Number(a) - Number(b))).toEqual(numbers);
    expect(matchedByJudge(selector, body)).toEqual(numbers);
  });

  it('match what css-select matches, whatever the tree and the selector', () => {
    const tag = fc.constantFrom('div', 'section', 'main');
    const className = fc.constantFrom('a', 'b', 'c');
    interface Tree {
      readonly tag: string;
      readonly classes: readonly string[];
      readonly children: readonly Tree[];
    }
    const classes = fc.uniqueArray(className, { maxLength: 2 });
    const tree = fc.letrec<{ node: Tree }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.record({ tag, classes, children: fc.constant([]) }),
        fc.record({ tag, classes, children: fc.array(tie('node'), { maxLength: 4 }) }),
      ),
    })).node;
    const simple = fc.oneof(
      className.map((name) => `.${name}`),
      fc.constantFrom(
        ':first-child',
        ':last-child',
        ':nth-child(2n+1)',
        ':nth-child(2)',
        ':nth-child(-n+2)',
        ':not(.a)',
        ':not(.b:first-child)',
        '[class]',
        '[class~="c"]',
      ),
    );
    const compound = fc
      .tuple(fc.option(tag, { nil: '' }), fc.array(simple, { maxLength: 2 }))
      .map(([name, conditions]) => `${name}${conditions.join('')}` || '*');
    const selector = fc
      .tuple(compound, fc.array(fc.tuple(fc.constantFrom(' ', ' > ', ' + ', ' ~ '), compound), { maxLength: 3 }))
      .map(([first, rest]) => first + rest.flat().join(''));
    const number = { next: 0 };
    const write = (node: Tree): string =>
      `<${node.tag} title="${number.next++}" class="${node.classes.join(' ')}">${node.children.map(write).join('')}</${node.tag}>`;
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), selector, (trees, written) => {
        number.next = 0;
        const markup = trees.map(write).join('');
        expect(matchedHere(written, markup)).toEqual(matchedByJudge(written, markup));
      }),
      { numRuns: 500 },
    );
  });

  it('answer long chains of descendants in no time', () => {
    const depth = 90;
    const body = `${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}`;
    const start = performance.now();
    styled(`${'div '.repeat(60)}p { color: red }`, body);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('what is refused in selectors', () => {
  it.each([
    ['p:hover { }', '1:2', 'unknown pseudo-class :hover'],
    ['p:nth-last-child(1) { }', '1:2', 'unknown pseudo-class :nth-last-child'],
    ['p:first-chld { }', '1:2', 'unknown pseudo-class :first-chld'],
    ['p:first-child(2) { }', '1:2', 'unknown pseudo-class :first-child'],
    ['p::first-line { }', '1:2', 'unknown pseudo-element ::first-line'],
    ['p::before b { }', '1:2', '::before stands inside the selector'],
    ['tabel td { }', '1:1', 'unknown element "tabel"'],
    ['p, .a svg path { }', '1:11', '<path> cannot be styled'],
    ['head { }', '1:1', '<head> cannot be styled'],
    ['p[clas] { }', '1:2', 'unknown attribute "clas"'],
    ['p[class="a" s] { }', '1:2', 'unknown flag "s"'],
    ['a|p { }', '1:1', 'unknown element "a|p"'],
    ['p /deep/ b { }', '1:3', 'unexpected combinator "/deep/"'],
    ['> p { }', '1:1', 'unexpected combinator ">"'],
    ['p > > b { }', '1:5', 'unexpected combinator ">"'],
    ['p:not(.a .b) { }', '1:7', ':not() takes selectors without combinators'],
    ['p:nth-child(2 of .a) { }', '1:13', ':nth-child() takes no "of"'],
    ['& p { }', '1:1', 'a selector cannot hold a NestingSelector'],
  ])('%s', (css, at, message) => {
    const fault = faultOf(() => parseStyleSheet(css, { file: 'a.css' }));
    expect(whereOf(fault)).toBe(`CSS_UNKNOWN_SELECTOR a.css:${at}`);
    expect(fault.message).toContain(message);
  });

  it('names the nearest that works', () => {
    expect(faultOf(() => parseStyleSheet('p:first-chld { }', { file: 'a.css' })).hint).toContain('"first-child"');
    expect(faultOf(() => parseStyleSheet('tabel { }', { file: 'a.css' })).hint).toContain('"table"');
    expect(faultOf(() => parseStyleSheet('p::befor { }', { file: 'a.css' })).hint).toContain('"before"');
  });
});
