import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault, MAX_SOURCE_BYTES } from '#dist/base/index.js';
import { MAX_JSON_DEPTH, parseStrictJson } from '#dist/dintero/index.js';
import { faultOf as catchFault } from './fixtures.ts';

const faultOf = (source: string | Uint8Array) => catchFault(() => parseStrictJson(source));

describe('parseStrictJson', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(numbersOf(value).every((number) => !Number.isInteger(number) || Number.isSafeInteger(number)));
        const text = JSON.stringify(value, null, 1);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
        expect(parseStrictJson(new TextEncoder().encode(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '/**/', "'", '}', 'x'), (value, at, junk) => {
        const text = JSON.stringify(value);
        const cut = at % (text.length + 1);
        const broken = text.slice(0, cut) + junk + text.slice(cut + (junk === '' ? 1 : 0));
        // What is JSON may still be refused, but then for what money does not allow.
        if (isJson(broken)) expect(codeOrNull(broken)).not.toBe('JSON_INVALID');
        else expect(codeOrNull(broken)).not.toBeNull();
      }),
    );
  });

  test.each([
    ['one byte order mark is stripped', '\uFEFF{"a":1}'],
    ['U+2028 may stand in a text', '{"a":"\u2028"}'],
    ['CRLF line ends', '{\r\n"a":1\r\n}\r\n'],
  ])('%s', (_name, text) => {
    expect(parseStrictJson(text)).toHaveProperty('a');
  });

  test('a key of Object.prototype is only a key', () => {
    const value = parseStrictJson('{"__proto__":{"amount":1},"constructor":2,"toString":3}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['amount']).toBeUndefined();
  });

  test.each([
    ['two byte order marks', '\uFEFF\uFEFF{}', 'JSON_INVALID'],
    ['empty', '', 'JSON_INVALID'],
    ['comment', '{"a":1/*b*/}', 'JSON_INVALID'],
    ['trailing comma', '{"a":1,}', 'JSON_INVALID'],
    ['single quotes', "{'a':1}", 'JSON_INVALID'],
    ['leading zero', '{"a":01}', 'JSON_INVALID'],
    ['two values', '{} {}', 'JSON_INVALID'],
    ['NaN', '{"amount":NaN}', 'JSON_INVALID'],
    ['raw control character', '{"a":"\n"}', 'JSON_INVALID'],
    ['cut short', '{"a":[1,2', 'JSON_INVALID'],
  ])('refuses %s', (_name, text, code) => {
    expect(faultOf(text).code).toBe(code);
  });

  test('says where, and never quotes the text', () => {
    const fault = faultOf('{\n  "national_idp": 01019012345x\n}');
    expect(fault.message).toMatch(/line 2, column \d+/);
    expect(fault.message).not.toContain('0101901');
  });

  test('refuses bytes that are not UTF-8', () => {
    expect(faultOf(new Uint8Array([0x22, 0xc3, 0x28, 0x22])).code).toBe('ENCODING_INVALID');
    expect(faultOf(new Uint8Array([0xff, 0xfe, 0x7b, 0x00])).code).toBe('ENCODING_INVALID');
  });

  test.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"order":{"items":[{},{"amount":1,"vat":25,"amount":2}]}}', 'order.items[1].amount'],
    ['{"order":{"amount":1,"am\\u006funt":2}}', 'order.amount'],
    ['{"m":{"kravia:kid":"1","kravia:kid":"2"}}', 'm["kravia:kid"]'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('refuses a duplicate key in %s', (text, path) => {
    expect(faultOf(text)).toMatchObject({ code: 'DUPLICATE_KEY', path });
  });

  test('the same key in two objects is no duplicate', () => {
    expect(parseStrictJson('[{"a":1},{"a":{"a":2}},{"a":3}]')).toHaveLength(3);
  });

  test.each(['50000.0', '5e4', '5E4', '500.5', '-0.0', '-0', '9007199254740992', '-9007199254740993', '1e400'])(
    'refuses %s as an amount',
    (literal) => {
      for (const key of ['amount', 'vat_amount', 'gross_amount']) {
        const fault = faultOf(`{"order":{"items":[{"${key}":${literal}}]}}`);
        expect(fault).toMatchObject({ code: 'AMOUNT_INVALID', path: `order.items[0].${key}` });
        expect(fault.message).toContain(literal);
      }
    },
  );

  test.each(['9007199254740993', '-0', '12345678901234567890', '1e999'])('refuses %s anywhere', (literal) => {
    expect(faultOf(`{"kid":${literal}}`)).toMatchObject({ code: 'NUMBER_INVALID', path: 'kid' });
  });

  test.each(['9007199254740991', '-9007199254740991', '0', '1'])('accepts %s as an amount', (literal) => {
    expect(parseStrictJson(`{"amount":${literal}}`)).toEqual({ amount: Number(literal) });
  });

  test('other numbers may be floats', () => {
    expect(parseStrictJson('{"vat":25.5,"quantity":2.50,"latitude":5.9e1}')).toEqual({
      vat: 25.5,
      quantity: 2.5,
      latitude: 59,
    });
  });

  test('nesting is limited, and no depth overflows the stack', () => {
    const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseStrictJson(nest(MAX_JSON_DEPTH))).toBeInstanceOf(Array);
    expect(faultOf(nest(MAX_JSON_DEPTH + 1)).code).toBe('JSON_TOO_DEEP');
    expect(faultOf('{"a":'.repeat(1_000_000)).code).toBe('JSON_TOO_DEEP');
  });

  test('size is limited before anything is parsed', () => {
    expect(faultOf(new Uint8Array(MAX_SOURCE_BYTES + 1)).code).toBe('SOURCE_TOO_LARGE');
    expect(faultOf(' '.repeat(MAX_SOURCE_BYTES + 1)).code).toBe('SOURCE_TOO_LARGE');
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function codeOrNull(text: string): string | null {
  try {
    parseStrictJson(text);
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}
