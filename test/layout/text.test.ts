import { describe, expect, it } from 'vitest';
import { context, drawablesOf, faultOf, fontBook, layOut, textNamed, textsOf } from './support.ts';

const PROSE = 'The quick brown fox jumps over the lazy dog and runs along the river bank until it gets dark again';

it('a font that is not there is a fault at the element that asks for it', () => {
  const fault = faultOf(() => layOut('.x { font-family: Arial }', '<p>a</p>\n<p>b <b class="x">c</b></p>'));
  expect(fault).toMatchObject({ code: 'FONT_UNKNOWN', message: expect.stringContaining('"Arial"'), line: 2 });
});

describe('lines', () => {
  it('keep the space they were wrapped at, so that copied words stay apart', () => {
    const lines = textsOf(layOut('p { width: 150pt }', `<p>${PROSE}</p>`));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe(PROSE);
    expect(lines.slice(0, -1).every((line) => line.endsWith(' '))).toBe(true);
  });

  it('align right without the space that hangs', () => {
    const paged = layOut('p { width: 150pt; text-align: right }', `<p>${PROSE}</p>`);
    for (const { x, run } of drawablesOf(paged, 'text')) {
      const space = run.text.endsWith(' ') ? (run.advances.at(-1) ?? 0) : 0;
      expect(x + run.width - space).toBeCloseTo(200, 1);
    }
  });

  it('justify all but the last', () => {
    const paged = layOut('p { width: 150pt; text-align: justify }', `<p>${PROSE}</p>`);
    const ends = drawablesOf(paged, 'text').map(
      ({ x, run }) => x + run.width - (run.text.endsWith(' ') ? (run.advances.at(-1) ?? 0) : 0),
    );
    for (const end of ends.slice(0, -1)) expect(end).toBeCloseTo(200, 1);
    expect(ends.at(-1)).toBeLessThan(195);
  });

  it('stand on one baseline whatever their sizes', () => {
    const paged = layOut('.big { font-size: 20pt }', '<p>small <span class="big">big</span> <b>bold</b></p>');
    expect(new Set(drawablesOf(paged, 'text').map(({ y }) => y)).size).toBe(1);
  });

  it('split long words in time that grows with their length', () => {
    const shaped = (length: number) => {
      let count = 0;
      const shape: typeof fontBook.shape = (text, spec) => {
        count += text.length;
        return fontBook.shape(text, spec);
      };
      const word = 'abcdefghij'.repeat(length / 10);
      const using = { ...context, fontBook: { ...fontBook, shape } };
      const paged = layOut('p { width: 100pt; overflow-wrap: anywhere }', `<p>${word}</p>`, using);
      expect(textsOf(paged).join('')).toBe(word);
      return count / length;
    };
    expect(shaped(20_000)).toBeLessThan(shaped(1000) * 1.5);
  });
});

describe('white space', () => {
  const texts = (css: string, body: string) => textsOf(layOut(css, body));

  it('collapses across elements and at the ends of lines', () => {
    expect(texts('', '<p>  a <b> b</b>\n c <br> d </p>')).toEqual(['a ', 'b', ' c ', 'd']);
  });

  it('keeps words apart at a forced break, and takes no room there', () => {
    const body = '<p><span>Havnegata 14<br>5003 <b>Bergen</b><br></span>Norge<br><br></p>';
    const paged = layOut('p { text-align: right; width: 300pt } span { text-decoration: underline }', body);
    expect(textsOf(paged)).toEqual(['Havnegata 14 ', '5003 ', 'Bergen ', 'Norge ']);
    const [street, , city] = drawablesOf(paged, 'text');
    const [underStreet] = drawablesOf(paged, 'line');
    const { x = 0, run } = street ?? {};
    const shown = (run?.width ?? 0) - (run?.advances.at(-1) ?? 0);
    expect(run?.advances).toHaveLength('Havnegata 14 '.length);
    // The street ends where the city ends: at the right edge, its space beyond it and not underlined.
    expect(x + shown).toBeCloseTo((city?.x ?? 0) + (city?.run.width ?? 0) - (city?.run.advances.at(-1) ?? 0), 2);
    expect(underStreet?.x2).toBeCloseTo(x + shown, 2);
  });

  it('is not added where pre keeps spaces as they are', () => {
    expect(texts('p { white-space: pre }', '<p>a<br>b</p>')).toEqual(['a', 'b']);
  });

  it('is kept where pre says so', () => {
    expect(texts('p { white-space: pre }', '<p>a  b\n  c</p>')).toEqual(['a  b', '  c']);
  });

  it('never breaks an amount at its no-break spaces', () => {
    const lines = texts('p { width: 60pt }', '<p>sum 1\u00a0234\u00a0567,00</p>');
    expect(lines).toEqual(['sum ', '1\u00a0234\u00a0567,00']);
  });
});

describe('gaps made by margins', () => {
  it('keep the parts of a reference apart without spaces between them', () => {
    const paged = layOut(
      '.gap { margin-left: 6pt }',
      '<p><span>1506</span><span class="gap">30</span><span class="gap">92174</span></p>',
    );
    expect(textsOf(paged)).toEqual(['1506', '30', '92174']);
    const [first, second] = drawablesOf(paged, 'text');
    expect((second?.x ?? 0) - (first?.x ?? 0) - (first?.run.width ?? 0)).toBeCloseTo(6, 2);
  });
});

describe('text that does not fit', () => {
  it('is a fault naming the fact, the text and the place', () => {
    const fault = faultOf(() => layOut('div { width: 40pt }', '<div>\n<p data-fact="payable">17 086,50 NOK</p></div>'));
    expect(fault).toMatchObject({ code: 'TEXT_OVERFLOW', line: 2 });
    expect(fault?.message).toContain('payable');
    expect(fault?.message).toContain('17 086,50 NOK');
  });

  it('is a fault under nowrap, and whatever overflow says', () => {
    const css = 'p { width: 40pt; white-space: nowrap; overflow: hidden }';
    expect(faultOf(() => layOut(css, '<p>words that do not fit</p>'))?.code).toBe('TEXT_OVERFLOW');
  });

  it('is a fault for a word that may not be split, and not for one that may', () => {
    const word = '<p>Rindfleischetikettierung</p>';
    expect(faultOf(() => layOut('p { width: 40pt }', word))?.code).toBe('TEXT_OVERFLOW');
    expect(faultOf(() => layOut('p { width: 40pt; overflow-wrap: break-word }', word))).toBeNull();
  });

  it('is never the end of a line whose last letter kerning had drawn close to the next', () => {
    const css = 'table { width: 1pt } td { font-family: "IBM Plex Sans Condensed"; font-size: 8pt }';
    const word = 'EKSPEDISJON-2026-0007-XXL';
    const [first] = textsOf(layOut(css, `<table><tr><td>${word}</td></tr></table>`));
    expect(first).toBe('EKSPEDISJON-2026-0007-');
    const narrow = (width: number) => `p { width: ${width}pt; overflow-wrap: anywhere; font-size: 9pt }`;
    for (let width = 12; width < 60; width += 1.7) {
      expect(textsOf(layOut(narrow(width), '<p>AVATAVYTAV</p>')).join('')).toBe('AVATAVYTAV');
    }
  });

  it('is never an amount broken over two lines', () => {
    const body = '<p>pay <span data-fact="payable">17 086,50 NOK</span></p>';
    expect(textsOf(layOut('p { width: 75pt }', body))).toEqual(['pay ', '17 086,50 NOK']);
  });
});

describe('characters without a glyph', () => {
  it('are a fault naming the fact, the character and the place', () => {
    const fault = faultOf(() => layOut('', '\n<p data-fact="buyer.name">Acme \u4e2d</p>'));
    expect(fault).toMatchObject({ code: 'GLYPH_MISSING', line: 2 });
    expect(fault?.message).toContain('buyer.name');
    expect(fault?.message).toContain('U+4E2D');
  });
});

describe('decoration', () => {
  it('is a stroke under the text, as an artifact', () => {
    const paged = layOut('span { text-decoration: underline }', '<p>a <span>b</span></p>');
    const [line] = drawablesOf(paged, 'line');
    const text = textNamed(paged, 'b');
    expect(line).toMatchObject({ x1: text.x, mark: { kind: 'artifact' } });
    expect(line?.y1).toBeGreaterThan(text.y);
  });

  it('reaches the text of elements inside', () => {
    const paged = layOut('div { text-decoration: underline }', '<div><p>a <b>b</b></p></div>');
    expect(drawablesOf(paged, 'line')).toHaveLength(2);
  });
});

describe('hyphenation', () => {
  const lines = (css: string, body: string) =>
    textsOf(layOut(`p { width: 60pt } ${css}`, body)).map((text) => text.trim());

  it('divides words by the language of the element', () => {
    expect(lines('p { hyphens: auto }', '<p lang="nb">Betalingsbetingelsene</p>')).toEqual([
      'Betalingsbe-',
      'tingelsene',
    ]);
    expect(lines('p { hyphens: auto }', '<p lang="en">representatives</p>')).toEqual(['representat-', 'ives']);
  });

  it('leaves them whole where nothing asks, and facts always', () => {
    const css = 'p { overflow-wrap: anywhere }';
    expect(lines(css, '<p lang="nb">Betalingsbetingelsene</p>')[0]).not.toContain('-');
    const fact = '<p lang="nb" data-fact="line.1.description">Betalingsbetingelsene</p>';
    expect(lines(`${css} p { hyphens: auto }`, fact)[0]).not.toContain('-');
  });

  it('shows a hyphen at a soft hyphen, but none with hyphens: none', () => {
    expect(lines('p { width: 40pt }', '<p>konto&shy;nummer</p>')).toEqual(['konto-', 'nummer']);
    expect(
      lines('p { width: 40pt; hyphens: none; overflow-wrap: anywhere }', '<p>konto&shy;nummer</p>')[0],
    ).not.toContain('-');
  });
});
