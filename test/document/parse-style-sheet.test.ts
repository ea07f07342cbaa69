import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProperties, documentFaults, findStyleFaults, parseStyleSheet } from '#dist/document/index.js';
import { faultOf, whereOf } from './documents.ts';

const FILE = { file: 'a.css' };

describe('parseStyleSheet', () => {
  it('gives one rule for each selector, and faces and pages apart', () => {
    const sheet = parseStyleSheet(
      '@charset "utf-8"; /* c */ p, .a > b { color: red;; } @page { margin: 0 } @font-face { font-family: X; src: url(x.ttf) }',
      FILE,
    );
    expect(sheet.rules.map(({ selector }) => selector.specificity)).toEqual([
      [0, 0, 1],
      [0, 1, 1],
    ]);
    expect(sheet.pageRules).toHaveLength(1);
    expect(sheet.fontFaces).toHaveLength(1);
  });

  it.each([
    ['', 0],
    ['/* nothing */', 0],
    ['p { }', 1],
    ['p { color: red }', 1],
    ['P { COLOR: RED; Width: 3PT; color: RGB(0 0 0) }', 1],
    ['p{margin:-.5mm +1e1pt 0 calc( 1pt*-2 )}', 1],
    [String.raw`.\31 0 { color: red }`, 1],
  ])('takes %s', (css, rules) => {
    expect(parseStyleSheet(css, FILE).rules).toHaveLength(rules);
  });

  it('places faults in the file that the style sheet is a part of', () => {
    const source = { file: 'invoice.hbs', line: 10, column: 8 };
    expect(whereOf(faultOf(() => parseStyleSheet('p { colr: red }', source)))).toBe(
      'CSS_UNKNOWN_PROPERTY invoice.hbs:10:12',
    );
    expect(whereOf(faultOf(() => parseStyleSheet('\np { colr: red }', source)))).toBe(
      'CSS_UNKNOWN_PROPERTY invoice.hbs:11:5',
    );
    expect(whereOf(faultOf(() => parseStyleSheet('p { color: red', source)))).toBe('CSS_SYNTAX invoice.hbs:10:10');
    expect(whereOf(faultOf(() => parseStyleSheet('p {\n color red }', source)))).toBe('CSS_SYNTAX invoice.hbs:11:8');
  });

  it('finds every fault of a sheet, and none in one that can be read', () => {
    const css = 'p { colr: red; color: red; width: 1parsec }\n@media print { }\np:hover { } b { color: #12 }';
    expect(findStyleFaults(css, FILE).map((fault) => whereOf(fault))).toEqual([
      'CSS_UNKNOWN_PROPERTY a.css:1:5',
      'CSS_UNKNOWN_UNIT a.css:1:35',
      'CSS_UNKNOWN_AT_RULE a.css:2:1',
      'CSS_UNKNOWN_SELECTOR a.css:3:2',
      'CSS_UNKNOWN_VALUE a.css:3:24',
    ]);
    expect(findStyleFaults('p { color: red', FILE).map((fault) => whereOf(fault))).toEqual(['CSS_SYNTAX a.css:1:3']);
    expect(findStyleFaults('p { color: red }', FILE)).toEqual([]);
  });

  it.each([
    ['p { color: red', '1:3', '{ is not closed, expected }'],
    ['p { color: rgb(0 0 0 }', '1:22', 'unexpected }'],
    ['p { color: red } }', '1:18', 'unexpected }'],
    ['p { content: "a }', '1:14', 'a string or url() is not closed'],
    ['p { content: "a\n" }', '1:14', 'a string or url() is not closed'],
    ['p { } /* ', '1:7', 'a comment is not closed'],
    ['p { color red }', '1:11', 'colon is expected'],
    ['p { b { color: red } }', '1:7', 'colon is expected'],
    ['p, { color: red }', '1:4', 'selector is expected'],
    ['{ color: red }', '1:1', 'selector is expected'],
    ['p { color: red !importnt }', '1:5', 'expected !important'],
  ])('refuses %s', (css, at, message) => {
    const fault = faultOf(() => parseStyleSheet(css, FILE));
    expect(whereOf(fault)).toBe(`CSS_SYNTAX a.css:${at}`);
    expect(fault.message).toContain(message);
  });

  it.each([
    ['@media print { p { color: red } }', '1:1', 'without @media'],
    ['@import "b.css";', '1:1', 'a template has one'],
    ['p { } @fontface { }', '1:7', '"font-face"'],
    ['@supports (display: grid) { }', '1:1', 'without @supports'],
  ])('refuses %s', (css, at, hint) => {
    const fault = faultOf(() => parseStyleSheet(css, FILE));
    expect(whereOf(fault)).toBe(`CSS_UNKNOWN_AT_RULE a.css:${at}`);
    expect(fault.hint).toContain(hint);
  });

  it('refuses rules inside rules', () => {
    expect(whereOf(faultOf(() => parseStyleSheet('p { @page { } }', FILE)))).toBe('CSS_MISPLACED a.css:1:5');
  });

  it('refuses hostile size and nesting without running out of stack', () => {
    expect(faultOf(() => parseStyleSheet(' '.repeat(2_000_000), FILE)).code).toBe('CSS_TOO_LARGE');
    for (const opening of ['(', '[', '{', 'calc(', 'p{']) {
      expect(faultOf(() => parseStyleSheet(`p { width: ${opening.repeat(100_000)}`, FILE)).code).toBe('CSS_TOO_LARGE');
    }
    expect(faultOf(() => parseStyleSheet(`p${':not(p'.repeat(100)}${')'.repeat(100)} { }`, FILE)).code).toBe(
      'CSS_TOO_LARGE',
    );
  });

  it('refuses endless names, numbers and lists, soon', () => {
    const long = 'x'.repeat(500_000);
    const start = performance.now();
    expect(whereOf(faultOf(() => parseStyleSheet(`p { ${long}: red }`, FILE)))).toBe('CSS_TOO_LARGE a.css:1:5');
    expect(whereOf(faultOf(() => parseStyleSheet(`p.${long} { }`, FILE)))).toBe('CSS_TOO_LARGE a.css:1:3');
    expect(whereOf(faultOf(() => parseStyleSheet('p { width: 1e9pt }', FILE)))).toBe('CSS_UNKNOWN_VALUE a.css:1:12');
    expect(whereOf(faultOf(() => parseStyleSheet('p { width: calc(1e6 * 1e6pt) }', FILE)))).toBe(
      'CSS_UNKNOWN_VALUE a.css:1:12',
    );
    expect(faultOf(() => parseStyleSheet(`${'p,'.repeat(20_000)}p { }`, FILE)).code).toBe('CSS_TOO_LARGE');
    const quoted = faultOf(() => parseStyleSheet(`p { color: "${long}" }`, FILE));
    expect(quoted.message.length).toBeLessThan(200);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('reads or refuses anything, and always with a fault of its own', () => {
    const names = describeProperties().map(({ name }) => name);
    const piece = fc.constantFrom(
      ...[
        'p',
        '.a',
        '{',
        '}',
        ';',
        ':',
        ' ',
        '(',
        ')',
        ',',
        '"',
        "'",
        '/*',
        '*/',
        '@page',
        '@font-face',
        '!important',
        '>',
        '+',
        '~',
        '::before',
        ':not(',
      ],
      ...[
        'var(--a)',
        'calc(',
        '1pt',
        '50%',
        '#fff',
        '#',
        'red',
        '--a',
        'url(',
        'inherit',
        '\\',
        '\u0000',
        '\n',
        '[',
        ']',
        '1',
        '-',
        '*',
        '/',
      ],
      ...names,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const css = pieces.join('');
        try {
          parseStyleSheet(css, FILE);
        } catch (error) {
          const { code, place } = error as { code?: string; place?: { line: number; column: number } };
          expect(Object.keys(documentFaults)).toContain(code);
          expect(place?.line).toBeGreaterThan(0);
          expect(place?.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('@font-face', () => {
  it('names family, file, weight and style', () => {
    const css =
      '@font-face { font-family: "Source Sans 3"; src: url("fonts/SourceSans3 It.ttf") format("truetype"); font-weight: 600; font-style: italic }';
    expect(parseStyleSheet(css, FILE).fontFaces).toEqual([
      {
        family: 'Source Sans 3',
        file: 'fonts/SourceSans3 It.ttf',
        weight: 600,
        style: 'italic',
        place: { file: 'a.css', line: 1, column: 1 },
      },
    ]);
    expect(
      parseStyleSheet('@font-face { src: url(a.otf); font-family: A B; font-weight: bold }', FILE).fontFaces,
    ).toMatchObject([{ family: 'A B', weight: 700, style: 'normal' }]);
  });

  it.each([
    ['font-family: A', 'CSS_UNKNOWN_VALUE a.css:1:1'],
    ['src: url(a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:1'],
    ['font-family: A, B; src: url(a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:27'],
    ['font-family: A; src: url(https://a.example/a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:35'],
    ['font-family: A; src: url(//a.example/a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:35'],
    ['font-family: A; src: url(/etc/a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:35'],
    ['font-family: A; src: url(../a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:35'],
    ['font-family: A; src: url(a/../../a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:35'],
    ['font-family: A; src: url(data:font/ttf;base64,AA)', 'CSS_UNKNOWN_VALUE a.css:1:35'],
    ['font-family: A; src: url(C:\\\\a.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:35'],
    ['font-family: A; src: local("A")', 'CSS_UNKNOWN_FUNCTION a.css:1:35'],
    ['font-family: A; src: url(a.ttf), url(b.ttf)', 'CSS_UNKNOWN_VALUE a.css:1:45'],
    ['font-family: A; src: url(a.ttf); font-weight: 100 900', 'CSS_UNKNOWN_VALUE a.css:1:64'],
    ['font-family: A; src: url(a.ttf); font-display: swap', 'CSS_UNKNOWN_PROPERTY a.css:1:47'],
  ])('refuses %s', (descriptors, where) => {
    expect(whereOf(faultOf(() => parseStyleSheet(`@font-face { ${descriptors} }`, FILE)))).toBe(where);
  });
});

describe('documentFaults', () => {
  it('say what is wrong and what to do, each in a sentence', () => {
    for (const fault of Object.values(documentFaults)) {
      expect(fault.definition.kind).toBe('template');
      expect(fault.definition.summary).toMatch(/^[A-Z].*\.$/);
      expect(fault.definition.remedy).not.toBe('');
    }
  });
});
