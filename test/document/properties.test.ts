import { describe, expect, it } from 'vitest';
import { type ComputedStyle, describeProperties, initialStyle, parseStyleSheet } from '#dist/document/index.js';
import { faultOf, styleOf, whereOf } from './documents.ts';

const MM = 72 / 25.4;

/**
 * For each property a value that a designer may well try and that the subset refuses. Written down here, apart from the
 * table, so that a value which slips into the table by mistake is noticed.
 */
const REFUSED: Readonly<Record<string, string>> = {
  'string-set': 'carried',
  '-fp-show': 'sometimes',
  '-fp-stand': 'bottom',
  display: 'inline-flex',
  position: 'sticky',
  top: '3vh',
  right: 'right',
  bottom: '2',
  left: 'center',
  'z-index': '1.5',
  'box-sizing': 'padding-box',
  width: '-3mm',
  height: 'stretch',
  'min-width': 'none',
  'min-height': '-1px',
  'max-width': 'auto',
  'max-height': '12',
  'margin-top': '3',
  'margin-right': '1mm 2mm',
  'margin-bottom': 'none',
  'margin-left': 'left',
  'padding-top': '-1mm',
  'padding-right': 'auto',
  'padding-bottom': '1',
  'padding-left': 'left',
  'border-top-left-radius': '1mm 2mm',
  'border-top-right-radius': '-1mm',
  'border-bottom-right-radius': 'round',
  'border-bottom-left-radius': '1mm / 2mm',
  overflow: 'scroll',
  color: 'rgb(0 0 0 / 50%)',
  'background-color': 'url(a.png)',
  visibility: 'collapse',
  'border-top-width': '10%',
  'border-right-width': '-1pt',
  'border-bottom-width': 'hairline',
  'border-left-width': '1',
  'border-top-style': 'double',
  'border-right-style': 'groove',
  'border-bottom-style': 'hidden',
  'border-left-style': 'wavy',
  'border-top-color': 'accent',
  'border-right-color': '#12',
  'border-bottom-color': 'rgb(1, 2)',
  'border-left-color': '#gggggg',
  'font-family': '12pt',
  'font-size': '12',
  'font-weight': 'heavy',
  'font-style': 'oblique 10deg',
  'font-variant-numeric': 'tabular-nums proportional-nums',
  'font-variant-ligatures': 'historical-ligatures',
  'font-kerning': 'off',
  'font-feature-settings': '"ss01"',
  'line-height': '-1',
  'letter-spacing': '10%',
  'word-spacing': '1',
  'text-align': 'match-parent',
  'text-indent': '1em hanging',
  'text-transform': 'full-width',
  'text-decoration-line': 'overline',
  'vertical-align': 'text-top',
  'white-space': 'break-spaces',
  'overflow-wrap': 'break-all',
  hyphens: 'all',
  'flex-direction': 'horizontal',
  'flex-wrap': 'wrap-reverse',
  'flex-grow': '-1',
  'flex-shrink': 'none',
  'flex-basis': 'content',
  order: '1.5',
  'justify-content': 'justify',
  'align-items': 'middle',
  'align-self': 'top',
  'align-content': 'space',
  'row-gap': '-1mm',
  'column-gap': 'auto',
  'grid-template-columns': 'repeat(auto-fill, 20mm)',
  'grid-template-rows': 'minmax(1fr, 2fr)',
  'grid-column-start': 'span 2',
  'grid-column-end': '0',
  'grid-row-start': 'first',
  'grid-row-end': 'span 0',
  'border-collapse': 'merge',
  'border-spacing': '1mm 2mm 3mm',
  'table-layout': 'equal',
  'caption-side': 'left',
  'list-style-type': 'lower-roman',
  'break-before': 'left',
  'break-after': 'column',
  'break-inside': 'page',
  orphans: '0',
  widows: 'auto',
  content: 'counter(a, upper-roman)',
  'counter-reset': 'page',
  'counter-increment': '2',
  margin: '1mm 2mm 3mm 4mm 5mm',
  padding: '1mm -2mm',
  inset: 'none',
  'border-width': '1pt 2pt 3pt 4pt 5pt',
  'border-style': 'solid dotted ridge',
  'border-color': 'red gren',
  'border-radius': '1mm / 2mm',
  'margin-inline': '1mm 2mm 3mm',
  'margin-block': 'start',
  'padding-inline': 'auto',
  'padding-block': '-1mm',
  gap: '1mm 2mm 3mm',
  border: '1pt solid red blue',
  'border-top': 'solid solid',
  'border-right': '1pt double',
  'border-bottom': '',
  'border-left': '1pt, solid',
  font: '12pt',
  'font-variant': 'small-caps',
  flex: '1 1 1 1',
  'flex-flow': 'row column',
  'grid-column': '1 / 2 / 3',
  'grid-row': '/ 2',
  background: 'url(a.png) no-repeat',
  'list-style': 'inside',
  'text-decoration': 'underline dotted',
  'word-wrap': 'all',
  'page-break-before': 'right',
  'page-break-after': 'yes',
  'page-break-inside': 'always',
  'margin-block-start': 'x',
  'margin-block-end': '1',
  'margin-inline-start': '1',
  'margin-inline-end': '1',
  'padding-block-start': 'auto',
  'padding-block-end': 'auto',
  'padding-inline-start': 'auto',
  'padding-inline-end': 'auto',
};

describe.each(describeProperties())('$name', ({ name, example, doc, syntax }) => {
  const selector = name === 'content' ? '#x::before' : '#x';

  it('is documented', () => {
    expect(doc).not.toBe('');
    expect(syntax).not.toBe('');
  });

  it(`takes ${example}, and the words that every property takes`, () => {
    for (const value of [example, 'inherit', 'initial', 'unset', `var(--v, ${example})`, `${example} !important`]) {
      expect(() =>
        styleOf(`:root { --ink: #123; --hair: #456; --v: ${example} } ${selector} { ${name}: ${value} }`),
      ).not.toThrow();
    }
  });

  it(`refuses ${REFUSED[name]}`, () => {
    const value = REFUSED[name] ?? '';
    const fault = faultOf(() => parseStyleSheet(`${selector} { ${name}: ${value} }`, { file: 'a.css' }));
    expect(fault.code).toMatch(/^CSS_UNKNOWN_(VALUE|UNIT|FUNCTION)$/);
    expect(fault.message).not.toBe('');
    // Behind var() the same value is refused as soon as an element has it, where it was written.
    const late = faultOf(() => styleOf(`:root { --v: ${value} } ${selector} { ${name}: var(--v) }`));
    expect(late.code).toBe(fault.code);
    expect(late.place).toBeDefined();
  });
});

it('REFUSED names every property and no other', () => {
  expect(Object.keys(REFUSED).toSorted()).toEqual(
    describeProperties()
      .map(({ name }) => name)
      .toSorted(),
  );
});

describe('computed values', () => {
  const points = (value: number) => ({ points: expect.closeTo(value, 9), percent: 0 });

  it.each<[string, Partial<ComputedStyle>]>([
    ['width: 10mm', { width: points(10 * MM) }],
    ['width: 1cm', { width: points(10 * MM) }],
    ['width: 2in', { width: points(144) }],
    ['width: 16px', { width: points(12) }],
    ['width: 1.5PT', { width: points(1.5) }],
    ['width: 50%', { width: { points: 0, percent: 50 } }],
    ['width: 0', { width: points(0) }],
    ['font-size: 10pt; width: 2em', { width: points(20) }],
    ['font-size: 10pt; width: 2rem', { width: points(24) }],
    ['font-size: 150%', { fontSize: 18 }],
    ['font-size: 2em', { fontSize: 24 }],
    ['font-size: smaller', { fontSize: 10 }],
    ['font-size: large', { fontSize: 13.5 }],
    ['width: calc(100% - 2 * (3pt + 1pt))', { width: { points: -8, percent: 100 } }],
    ['width: calc((10pt + 20pt) / 3 * 2)', { width: points(20) }],
    ['width: calc(1em + 1rem - 50%)', { width: { points: 24, percent: -50 } }],
    ['width: calc(1pt - 3pt)', { width: points(0) }],
    ['margin-top: calc(1pt - 3pt)', { marginTop: points(-2) }],
    ['flex-grow: calc(1 / 4)', { flexGrow: 0.25 }],
    ['line-height: 1.5; font-size: 10pt', { lineHeight: 15 }],
    ['line-height: 150%; font-size: 10pt', { lineHeight: 15 }],
    ['line-height: 13pt', { lineHeight: 13 }],
    ['line-height: normal', { lineHeight: 'normal' }],
    ['letter-spacing: .06em; font-size: 10pt', { letterSpacing: 0.6 }],
    ['letter-spacing: normal', { letterSpacing: 0 }],
    ['vertical-align: -20%', { verticalAlign: { raise: { points: 0, percent: -20 } } }],
    ['vertical-align: sub', { verticalAlign: 'sub' }],
    [
      'margin: 1pt 2pt 3pt',
      { marginTop: points(1), marginRight: points(2), marginBottom: points(3), marginLeft: points(2) },
    ],
    ['margin: 0 auto', { marginTop: points(0), marginRight: 'auto', marginLeft: 'auto' }],
    ['margin-inline: 1pt 2pt', { marginLeft: points(1), marginRight: points(2) }],
    ['inset: 0 1pt', { top: points(0), right: points(1), bottom: points(0), left: points(1) }],
    ['border-radius: 1pt 2pt', { borderRadius: [points(1), points(2), points(1), points(2)] }],
    ['gap: 1pt 2pt', { rowGap: points(1), columnGap: points(2) }],
    ['gap: normal', { rowGap: points(0), columnGap: points(0) }],
    ['flex: 1', { flexGrow: 1, flexShrink: 1, flexBasis: points(0) }],
    ['flex: none', { flexGrow: 0, flexShrink: 0, flexBasis: 'auto' }],
    ['flex: auto', { flexGrow: 1, flexShrink: 1, flexBasis: 'auto' }],
    ['flex: 0 0 4pt', { flexGrow: 0, flexShrink: 0, flexBasis: points(4) }],
    ['flex: 4pt', { flexGrow: 1, flexShrink: 1, flexBasis: points(4) }],
    ['flex: auto 2', { flexGrow: 2, flexShrink: 1, flexBasis: 'auto' }],
    ['flex-flow: wrap column', { flexDirection: 'column', flexWrap: 'wrap' }],
    ['display: flex; justify-content: flex-start', { justifyContent: 'start' }],
    ['display: flex; flex-direction: row-reverse; justify-content: flex-start', { justifyContent: 'end' }],
    ['display: flex; flex-direction: row-reverse; justify-content: flex-end', { justifyContent: 'start' }],
    ['align-items: flex-end', { alignItems: 'end' }],
    ['background: none', { backgroundColor: null }],
    ['background: transparent', { backgroundColor: null }],
    ['background: white', { backgroundColor: { red: 1, green: 1, blue: 1, alpha: 1 } }],
    ['font: 12pt Inter', { fontFamily: ['Inter'], fontSize: 12, lineHeight: 'normal', fontWeight: 400 }],
    [
      'font: italic bold 10pt/1.2 "Source Sans 3", Noto Sans , serif',
      {
        fontFamily: ['Source Sans 3', 'Noto Sans', 'serif'],
        fontSize: 10,
        lineHeight: 12,
        fontWeight: 700,
        fontStyle: 'italic',
      },
    ],
    ['font: 600 normal 9pt a', { fontWeight: 600, fontStyle: 'normal', fontSize: 9 }],
    [
      'font-variant-numeric: tabular-nums; font-kerning: none; font: 9pt a',
      { fontVariantNumeric: { figureSpacing: 'normal', figureStyle: 'normal' }, fontKerning: true },
    ],
    [
      'font-variant: tabular-nums no-common-ligatures',
      { fontVariantNumeric: { figureSpacing: 'tabular', figureStyle: 'normal' }, fontLigatures: false },
    ],
    [
      'font-variant-numeric: lining-nums tabular-nums',
      { fontVariantNumeric: { figureSpacing: 'tabular', figureStyle: 'lining' } },
    ],
    [
      'font-feature-settings: "tnum", "lnum" 1',
      { fontVariantNumeric: { figureSpacing: 'tabular', figureStyle: 'lining' } },
    ],
    [
      'font-variant-numeric: tabular-nums; font-feature-settings: "tnum" off',
      { fontVariantNumeric: { figureSpacing: 'normal', figureStyle: 'normal' } },
    ],
    ['font-feature-settings: "kern" 0, "liga" off', { fontKerning: false, fontLigatures: false }],
    ['word-wrap: break-word', { overflowWrap: 'break-word' }],
    ['page-break-before: always', { breakBefore: 'page' }],
    ['break-inside: avoid-page', { breakInside: 'avoid' }],
    ['position: running(head)', { position: { kind: 'running', name: 'head' } }],
    ['position: fixed', { position: { kind: 'fixed' } }],
    ['border-spacing: 1pt', { borderSpacing: { horizontal: 1, vertical: 1 } }],
    ['border-spacing: 1pt 2pt', { borderSpacing: { horizontal: 1, vertical: 2 } }],
    ['grid-template-columns: none', { gridTemplateColumns: [] }],
    [
      'grid-template-columns: repeat(2, 1fr 10pt) min-content 5%',
      {
        gridTemplateColumns: [
          { kind: 'fraction', value: 1 },
          { kind: 'length', length: points(10) },
          { kind: 'fraction', value: 1 },
          { kind: 'length', length: points(10) },
          { kind: 'min-content' },
          { kind: 'length', length: { points: 0, percent: 5 } },
        ],
      },
    ],
    ['grid-column: 2', { gridColumn: { start: 2, end: 'auto' } }],
    ['grid-column: 1 / -1', { gridColumn: { start: 1, end: -1 } }],
    ['grid-column: 2 / span 3', { gridColumn: { start: 2, end: { span: 3 } } }],
    ['grid-row: span 2', { gridRow: { start: 'auto', end: { span: 2 } } }],
    [
      'counter-reset: a b 3 c',
      {
        counterReset: [
          { name: 'a', value: 0 },
          { name: 'b', value: 3 },
          { name: 'c', value: 0 },
        ],
      },
    ],
    [
      'counter-increment: a b -2',
      {
        counterIncrement: [
          { name: 'a', value: 1 },
          { name: 'b', value: -2 },
        ],
      },
    ],
  ])('%s', (css, expected) => {
    expect(styleOf(`#x { ${css} }`)).toMatchObject(expected);
  });

  it('of borders: none is no width, and the colour is that of text unless said', () => {
    const red = { red: 1, green: 0, blue: 0, alpha: 1 };
    const style = styleOf(
      '#x { color: red; border-width: 3pt; border-bottom: 1pt dashed; border-left: solid #00f thin }',
    );
    expect(style.borderTop).toEqual({ width: 0, style: 'none', color: red });
    expect(style.borderBottom).toEqual({ width: 1, style: 'dashed', color: red });
    expect(style.borderLeft).toEqual({ width: 0.75, style: 'solid', color: { red: 0, green: 0, blue: 1, alpha: 1 } });
    expect(styleOf('#x { border: 1pt solid; border-bottom: 0 }').borderBottom.width).toBe(0);
  });

  it.each([
    ['#abc', [0xaa, 0xbb, 0xcc, 1]],
    ['#abc8', [0xaa, 0xbb, 0xcc, 0x88 / 255]],
    ['#A1B2C3', [0xa1, 0xb2, 0xc3, 1]],
    ['#a1b2c380', [0xa1, 0xb2, 0xc3, 0x80 / 255]],
    ['rgb(10, 20, 30)', [10, 20, 30, 1]],
    ['rgba(10, 20, 30, .5)', [10, 20, 30, 0.5]],
    ['rgb(10 20 30 / 25%)', [10, 20, 30, 0.25]],
    ['rgb(100%, 0%, 50%)', [255, 0, 127.5, 1]],
    ['rgb(300 -5 0)', [255, 0, 0, 1]],
    ['hsl(120, 100%, 25%)', [0, 127.5, 0, 1]],
    ['hsl(240deg 100% 50% / .5)', [0, 0, 255, 0.5]],
    ['hsl(-.5turn 100% 50%)', [0, 255, 255, 1]],
    ['hsla(0, 0%, 50%, 1)', [127.5, 127.5, 127.5, 1]],
    ['RebeccaPurple', [0x66, 0x33, 0x99, 1]],
    ['grey', [128, 128, 128, 1]],
  ])('of the colour %s', (written, [red = 0, green = 0, blue = 0, alpha = 0]) => {
    const color = styleOf(`#x { background-color: ${written} }`).backgroundColor;
    expect(color?.red).toBeCloseTo(red / 255, 9);
    expect(color?.green).toBeCloseTo(green / 255, 9);
    expect(color?.blue).toBeCloseTo(blue / 255, 9);
    expect(color?.alpha).toBeCloseTo(alpha, 9);
  });

  it.each([
    'calc(1pt+2pt)',
    'calc(1pt + )',
    'calc(1pt + 2)',
    'calc(1pt * 2pt)',
    'calc(1pt / 0)',
    'calc(2 / 1pt)',
    'calc(1pt 2pt)',
    'calc(red)',
    'calc(3)',
  ])('of nothing: %s is refused', (value) => {
    expect(faultOf(() => styleOf(`#x { width: ${value} }`)).code).toMatch(/^CSS_UNKNOWN_(VALUE|UNIT)$/);
  });
});

describe('initialStyle', () => {
  it('is what an element has that no rule touches', () => {
    expect(styleOf('#x { }', '<p><span id="x">y</span></p>')).toEqual(initialStyle);
    expect(initialStyle).toMatchObject({
      display: 'inline',
      fontSize: 12,
      width: 'auto',
      maxWidth: 'none',
      content: 'normal',
    });
  });
});

describe('refusals', () => {
  it.each([
    [
      'p { colr: red }',
      'CSS_UNKNOWN_PROPERTY a.css:1:5',
      'unknown property "colr"',
      'Did you mean "color"? Supported properties: docs/templates.md#css',
    ],
    [
      'p {\n  float: left }',
      'CSS_UNKNOWN_PROPERTY a.css:2:3',
      'unknown property "float"',
      'Use display: flex. Supported properties: docs/templates.md#css',
    ],
    [
      'p { text-align: rigth }',
      'CSS_UNKNOWN_VALUE a.css:1:17',
      'unexpected rigth in text-align, expected justify | [start | end | left | right | center] || <string>',
      'Did you mean "right"? Supported values: docs/templates.md#css',
    ],
    ['p { margin: 1mm 2ptt }', 'CSS_UNKNOWN_UNIT a.css:1:17', 'unknown unit "ptt" in 2ptt', 'Did you mean "pt"?'],
    ['p { margin: 1mm 2vw }', 'CSS_UNKNOWN_UNIT a.css:1:17', 'unknown unit "vw" in 2vw', 'use mm or %'],
    ['p { margin: 1mm 2lh }', 'CSS_UNKNOWN_UNIT a.css:1:17', 'unknown unit "lh" in 2lh', 'Supported units: % pt'],
    ['p { width: min(1pt, 2pt) }', 'CSS_UNKNOWN_FUNCTION a.css:1:12', 'unknown function min()', 'Use min-width'],
    ['p { transform: rotate(9deg) }', 'CSS_UNKNOWN_PROPERTY a.css:1:5', 'unknown property "transform"', 'position'],
    ['p { color: oklch(60% .1 50) }', 'CSS_UNKNOWN_FUNCTION a.css:1:12', 'unknown function oklch()', 'Use rgb()'],
    ['p { color: }', 'CSS_UNKNOWN_VALUE a.css:1:5', 'color has no value', ''],
    ['p { border: 1pt solid red 2pt }', 'CSS_UNKNOWN_VALUE a.css:1:27', 'unexpected 2pt in border, expected', ''],
    ['p { font: 12pt }', 'CSS_UNKNOWN_VALUE a.css:1:11', 'the value of font is not complete, expected', ''],
  ])('%s', (css, where, message, hint) => {
    const fault = faultOf(() => parseStyleSheet(css, { file: 'a.css' }));
    expect(whereOf(fault)).toBe(where);
    expect(fault.message).toContain(message);
    expect(fault.hint).toContain(hint);
    expect(fault.kind).toBe('template');
  });
});
