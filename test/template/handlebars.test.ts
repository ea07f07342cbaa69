import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { compileTemplate } from '#dist/template/index.js';

const SETTINGS = { locale: 'nb', labels: new Map([['payable', 'Å betale']]) } as const;

function print(source: string, view: object = {}, partials: Record<string, string> = {}): string {
  return compile(source, partials).print(view, SETTINGS);
}

function compile(source: string, partials: Record<string, string> = {}) {
  const files = Object.entries(partials).map(
    ([name, text]) => [name, { name: `partials/${name}.hbs`, source: text }] as const,
  );
  return compileTemplate({ name: 'invoice.hbs', source }, new Map(files));
}

/** Without place marks, for tests that look at something else. */
function printPlain(source: string, view: object = {}, partials: Record<string, string> = {}): string {
  return print(source, view, partials).replace(/ data-at="[^"]*"/g, '');
}

function faultOf(act: () => unknown): Fault {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('Unexpected success, expected a fault');
}

describe('printing', () => {
  test('escapes what would be markup, and nothing else', () => {
    const name = `Sønn & Co <b>"Ås" 'ø'</b> \` =`;
    expect(printPlain('<p title="{{name}}">{{name}}</p>', { name })).toBe(
      `<p title="Sønn &amp; Co &lt;b&gt;&quot;Ås&quot; &#39;ø&#39;&lt;/b&gt; \` =">Sønn &amp; Co &lt;b&gt;&quot;Ås&quot; &#39;ø&#39;&lt;/b&gt; \` =</p>`,
    );
  });

  test('prints braces and markup in values literally', () => {
    expect(print('{{name}}', { name: '{{constructor}} {{{x}}} <script>' })).toBe(
      '{{constructor}} {{{x}}} &lt;script&gt;',
    );
  });

  test('typed values go through their helpers', () => {
    const view = {
      due: { minor: 1_708_650, currency: 'NOK' },
      on: { date: '2026-12-07' },
      rate: { bps: 2550 },
      many: { units: 15, scale: 1 },
    };
    expect(
      print(
        '{{money due}}|{{money due code=true}}|{{date on}}|{{percent rate}}|{{number many}}|{{label "payable"}}',
        view,
      ),
    ).toBe('17\u00a0086,50|17\u00a0086,50\u00a0NOK|7.12.2026|25,5\u00a0%|1,5|Å betale');
  });

  test('numbers in groups carry no spaces; margins set them apart', () => {
    expect(print('{{iban it}}', { it: 'NO0215063092174' })).toBe(
      '<span class="groups"><span>NO02</span><span class="gap">1506</span><span class="gap">3092</span><span class="gap">174</span></span>',
    );
    expect(print('{{kid it}}', { it: { reference: '0012', kind: 'kid-mod10' } })).toBe(
      '<span class="reference">0012</span>',
    );
  });

  test('loops know their place and hand on names', () => {
    const view = { lines: [{ text: 'a' }, { text: 'b' }], mark: '*' };
    expect(
      print(
        '{{#each lines as |line i|}}{{#unless @first}}, {{/unless}}{{line.text}}{{text}}{{../mark}}{{@root.mark}}{{number i}}{{/each}}',
        view,
      ),
    ).toBe('aa**0, bb**1');
    expect(print('{{#each lines}}x{{else}}none{{/each}}', { lines: [] })).toBe('none');
  });

  test('comparisons', () => {
    const view = { n: 5, a: 'x', yes: true, no: false, nothing: null };
    expect(
      print(
        '{{#if (gt n 4)}}1{{/if}}{{#if (lte n 4)}}2{{/if}}{{#if (eq a "x")}}3{{/if}}{{#if (and yes (not no))}}4{{/if}}{{#if (or no nothing)}}5{{/if}}',
        view,
      ),
    ).toBe('134');
    expect(print('{{#if no}}1{{else if yes}}2{{else}}3{{/if}}', view)).toBe('2');
  });

  test('barcodes are elements with their words', () => {
    expect(print('{{qr code "Betal"}}', { code: 'a"b' })).toBe('<barcode type="qrcode" value="a&quot;b" alt="Betal">');
  });

  test('a partial sees where it stands, or the value it is given', () => {
    expect(
      print('{{> a}}{{> b seller}}', { name: 'x', seller: { name: 'y' } }, { a: '[{{name}}]', b: '({{name}})' }),
    ).toBe('[x](y)');
  });
});

describe('values that are not there', () => {
  test.each([
    ['{{naem}}', 'TEMPLATE_MISSING_VALUE', 'Did you mean "name"?'],
    ['{{seller.nmae}}', 'TEMPLATE_MISSING_VALUE', 'Did you mean "name"?'],
    ['{{nothing}}', 'TEMPLATE_MISSING_VALUE', null],
    ['{{nothing.deeper}}', 'TEMPLATE_MISSING_VALUE', 'Put this part into {{#if nothing}} … {{/if}}.'],
    ['{{money nothing}}', 'TEMPLATE_MISSING_VALUE', null],
    ['{{money gone}}', 'TEMPLATE_MISSING_VALUE', null],
    ['{{#if gone}}{{/if}}', 'TEMPLATE_MISSING_VALUE', null],
    ['{{#each gone}}{{/each}}', 'TEMPLATE_MISSING_VALUE', null],
    ['{{#each nothing}}{{/each}}', 'TEMPLATE_MISSING_VALUE', null],
    ['{{../name}}', 'TEMPLATE_MISSING_VALUE', null],
    ['{{money name}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{amount}}', 'TEMPLATE_VALUE_TYPE', 'Print it with {{money …}}.'],
    ['{{seller}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{list}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{count}}', 'TEMPLATE_VALUE_TYPE', 'Print it with {{number …}}.'],
    ['{{yes}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{notANumber}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{#if count}}{{/if}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{#if (gt name 1)}}{{/if}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{#if (eq amount amount)}}{{/if}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{#each seller}}{{/each}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{iban amount}}', 'TEMPLATE_VALUE_TYPE', null],
    ['{{date amount}}', 'TEMPLATE_VALUE_TYPE', null],
  ])('%s', (source, code, hint) => {
    const view = {
      name: 'x',
      seller: { name: 'y' },
      nothing: null,
      amount: { minor: 1, currency: 'NOK' },
      list: ['a'],
      count: 3,
      yes: true,
      notANumber: Number.NaN,
    };
    const fault = faultOf(() => print(`line one\n  ${source}`, view));
    expect(fault.code).toBe(code);
    expect(fault.kind).toBe('template');
    expect(fault.place).toMatchObject({ file: 'invoice.hbs', line: 2 });
    if (hint !== null) expect(fault.hint).toBe(hint);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '__lookupGetter__'])(
    '%s is no value',
    (name) => {
      for (const source of [
        `{{${name}}}`,
        `{{this.${name}}}`,
        `{{seller.${name}}}`,
        `{{name.${name}}}`,
        `{{seller.constructor.${name}}}`,
      ]) {
        expect(faultOf(() => print(source, { seller: {}, name: 'x' })).code).toBe('TEMPLATE_MISSING_VALUE');
      }
    },
  );

  test('values of a class are not reached through its prototype', () => {
    class Holder {
      get secret() {
        return 'leaked';
      }
    }
    expect(faultOf(() => print('{{holder.secret}}', { holder: new Holder() })).code).toBe('TEMPLATE_MISSING_VALUE');
  });
});

describe('what templates may not do', () => {
  test.each([
    ['{{{name}}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{&name}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{log name}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{lookup this "name"}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{monye name}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{#helperMissing name}}{{/helperMissing}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{#name}}{{/name}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{$value this "name"}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{$text name}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{money (lookup this "name")}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{constructor name}}', 'TEMPLATE_UNKNOWN_HELPER'],
    ['{{#> layout}}{{/layout}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{#*inline "x"}}{{/inline}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{* decorate}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{> (lookup . "name")}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{> gone}}', 'TEMPLATE_UNKNOWN_PARTIAL'],
    ['{{> @partial-block}}', 'TEMPLATE_UNKNOWN_PARTIAL'],
    ['{{@root.constructor}}', 'TEMPLATE_MISSING_VALUE'],
    ['{{@level}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{@partial-block}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{"name"}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{money undefined}}', 'TEMPLATE_UNSUPPORTED'],
    ['{{money}}', 'TEMPLATE_HELPER_USE'],
    ['{{money name name}}', 'TEMPLATE_HELPER_USE'],
    ['{{money name cod=true}}', 'TEMPLATE_HELPER_USE'],
    ['{{money name code="yes"}}', 'TEMPLATE_HELPER_USE'],
    ['{{money name code=name}}', 'TEMPLATE_HELPER_USE'],
    ['{{label name}}', 'TEMPLATE_HELPER_USE'],
    ['{{#if name name}}{{/if}}', 'TEMPLATE_HELPER_USE'],
    ['{{#each name as |money|}}{{/each}}', 'TEMPLATE_HELPER_USE'],
    ['{{#each name as |$value|}}{{/each}}', 'TEMPLATE_HELPER_USE'],
    ['{{#if name as |x|}}{{/if}}', 'TEMPLATE_HELPER_USE'],
  ])('%s', (source, code) => {
    const fault = faultOf(() => print(source, { name: 'x' }));
    expect(fault.code).toBe(code);
    expect(fault.place).toMatchObject({ file: 'invoice.hbs', line: 1 });
  });

  test.each([
    '<{{name}}>',
    '<p{{name}}>',
    '<p {{name}}>',
    '<p {{name}}="x">',
    '<p class={{name}}>',
    '<p class=a{{name}}>',
    '<p class= {{name}}>',
    '<!-- {{name}} -->',
    '<!-- {{#if name}}x{{/if}} -->',
    '<!{{name}}>',
    '</{{name}}>',
    '</p {{name}}>',
    '<style>{{name}}</style>',
    '<style>{{#if name}}x{{/if}}</style>',
    '<script>{{name}}</script>',
    '<p class="{{iban name}}">',
    '<p {{#if name}}class="{{/if}}">',
    '<p>{{#each list}}<b {{/each}}>',
    '{{#if name}}<p class="a{{else}}<p>{{/if}}',
    '<p class="a',
    '<p data-fact="{{#if name}}a{{else}}b{{/if}}">',
    '<p class="{{> a}}">',
    '{{> open}}',
  ])('values stay out of %s', (source) => {
    const fault = faultOf(() => print(source, { name: 'x', list: [] }, { a: 'x', open: '<p class="' }));
    expect(fault.code).toBe('TEMPLATE_UNSAFE_PLACE');
  });

  test.each([
    ['<p class="a {{name}} b">', '<p class="a x b">'],
    ["<p title='{{name}}'>", "<p title='x'>"],
    ['<p{{#if name}} class="y"{{/if}}>', '<p class="y">'],
    ['<p {{#if name}}class="y"{{else}}class="z"{{/if}}>', '<p class="y">'],
    ['<p class="a{{#if name}} b{{/if}}">', '<p class="a b">'],
    ['{{#if name}}<p class="y">{{else}}<p>{{/if}}', '<p class="y">'],
    ['a < b {{name}} > c', 'a < b x > c'],
    ['<!-- kept -->{{name}}', '<!-- kept -->x'],
  ])('values may stand in %s', (source, expected) => {
    expect(printPlain(source, { name: 'x' })).toBe(expected);
  });

  test('a syntax tree in place of text is refused', () => {
    const tree = { type: 'Program', body: [] } as unknown as string;
    expect(() => compile(tree)).toThrow(TypeError);
  });

  test('partials that include themselves end before they begin', () => {
    const fault = faultOf(() => print('{{> a}}', {}, { a: '{{> b}}', b: 'x\n{{> a}}' }));
    expect(fault.code).toBe('TEMPLATE_UNKNOWN_PARTIAL');
    expect(fault.place).toEqual({ file: 'partials/b.hbs', line: 2, column: 1 });
  });
});

describe('limits', () => {
  test('source of more than 64 kB', () => {
    expect(faultOf(() => compile('x'.repeat(64 * 1024 + 1))).code).toBe('TEMPLATE_TOO_LARGE');
  });

  test('nesting of more than fifty blocks', () => {
    const nested = (depth: number) => '{{#if a}}'.repeat(depth) + '{{/if}}'.repeat(depth);
    expect(print(nested(50), { a: true })).toBe('');
    expect(faultOf(() => compile(nested(51))).code).toBe('TEMPLATE_TOO_LARGE');
  });

  test.each([
    ['blocks', '{{#if a}}', '{{/if}}'],
    ['branches', '{{else if a}}', ''],
    ['calls', '(not ', ')'],
  ])('four thousand %s in each other are refused at once', (_what, open, close) => {
    const source = `{{#if ${open === '(not ' ? '' : 'a}}'}${open.repeat(4000)}a${close.repeat(4000)}{{/if}}`;
    const start = performance.now();
    expect(faultOf(() => compile(source)).code).toBe('TEMPLATE_TOO_LARGE');
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('as many statements as fit into the size compile within two seconds or are refused', () => {
    for (const source of ['{{a}}'.repeat(13_000), '{{#if a}}{{/if}}'.repeat(4000), '{{#if a}}x{{/if}}'.repeat(2400)]) {
      const start = performance.now();
      try {
        print(source, { a: 'x' });
      } catch (error) {
        expect(error).toMatchObject({ code: 'TEMPLATE_TOO_LARGE' });
      }
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });

  test('loops that turn a million times', () => {
    const list = Array.from({ length: 200 }, () => 'x');
    const fault = faultOf(() =>
      print('{{#each list}}{{#each @root.list}}{{#each @root.list}}.{{/each}}{{/each}}{{/each}}', { list }),
    );
    expect(fault.code).toBe('TEMPLATE_TOO_LARGE');
  });

  test('output beyond what any document needs', () => {
    const list = Array.from({ length: 1000 }, () => 'x'.repeat(1000));
    const fault = faultOf(() => print('{{#each list}}{{#each @root.list}}{{this}}{{/each}}{{/each}}', { list }));
    expect(fault.code).toBe('TEMPLATE_TOO_LARGE');
  });
});

describe('syntax faults have a place', () => {
  test.each([
    ['{{#if a}}', 1, null],
    ['x\n{{#if a}}\n{{/each}}', 2, 4],
    ['ok\nab {{name', 2, null],
    ['ok\n{{> }}', 2, null],
    ['{{/if}}', 1, 1],
    ['<p>\n  {{money "}}', 2, null],
  ])('%j', (source, line, column) => {
    const fault = faultOf(() => compile(source));
    expect(fault.code).toBe('TEMPLATE_SYNTAX');
    expect(fault.place).toMatchObject({ file: 'invoice.hbs', line });
    if (column !== null) expect(fault.place?.column).toBe(column);
    expect(fault.message).not.toContain('\n');
  });
});

describe('place marks', () => {
  test('point at each start tag, also after blocks, comments and stripped space', () => {
    const source = [
      '<p>a</p>{{! a note }}',
      '  {{#if yes}}',
      '    <b class="x">{{yes}}</b>',
      '  {{~else~}}',
      '  <i></i>',
      '  {{/if}}<u></u> <br>',
      '',
      '{{> part}}',
      '<em>å🙂<s></s></em>',
    ].join('\n');
    const html = print(source, { yes: 'ja' }, { part: '\n <q>\n</q>' });
    expect(marksOf(html)).toEqual({
      p: '0:1:1',
      b: '0:3:5',
      u: '0:6:10',
      br: '0:6:18',
      q: '1:2:2',
      em: '0:9:1',
      s: '0:9:8',
    });
    expect(marksOf(print(source, { yes: '' }, { part: '' }))).toMatchObject({ i: '0:5:3' });
  });

  test('hold for any arrangement of tags, values and blocks', () => {
    const piece = fc.constantFrom(
      '<a1>',
      '<a2 class="x">',
      'text',
      '\n',
      '  ',
      '{{v}}',
      '{{! note }}',
      '{{~v~}}',
      '</a1>',
      '<!-- <no> -->',
      '"',
      '&lt;',
      'æ😀',
      '\r',
    );
    const block = fc.array(piece, { maxLength: 8 }).map((pieces) => `{{#if yes}}${pieces.join('')}{{/if}}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, block), { maxLength: 20 }), (pieces) => {
        const source = pieces.join('').replace(/\r\n?/g, '\n');
        const html = print(pieces.join(''), { v: 'x', yes: true });
        const expected = [...source.replace(/<!--.*?-->/g, (text) => text.replaceAll('<', ' ')).matchAll(/<a\d/g)].map(
          ({ index }) => {
            const before = source.slice(0, index);
            return `0:${before.split('\n').length}:${index - before.lastIndexOf('\n')}`;
          },
        );
        expect([...html.matchAll(/data-at="([^"]*)"/g)].map((match) => match[1])).toEqual(expected);
      }),
    );
  });

  test('facts are known by name and place before anything is printed', () => {
    const { facts, labels } = compile(
      '<p data-fact="payable">{{a}}</p>\n{{#each l}}<b data-fact=\'line.{{p}}.amount\'></b>{{/each}}{{label "payable"}}',
    );
    expect(facts).toEqual([
      { name: 'payable', place: { file: 'invoice.hbs', line: 1, column: 4 } },
      { name: 'line.*.amount', place: { file: 'invoice.hbs', line: 2, column: 15 } },
    ]);
    expect(labels).toEqual([{ key: 'payable', place: { file: 'invoice.hbs', line: 2, column: 58 } }]);
  });
});

function marksOf(html: string): Record<string, string> {
  return Object.fromEntries([...html.matchAll(/<([a-z]+) data-at="([^"]*)"/g)].map((match) => [match[1], match[2]]));
}
