import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReference, type PdfObject, toText } from '#dist/readback/objects/object.js';
import { ObjectFile } from '#dist/readback/objects/object-file.js';
import { ObjectParser } from '#dist/readback/objects/parser.js';
import { stream, writePdf } from './make-pdf.ts';

const parse = (text: string | Buffer) => new ObjectParser(Buffer.from(text as string, 'latin1')).readObject();

describe('objects', () => {
  test.each([
    ['true', true],
    ['null', null],
    ['-.002', -0.002],
    ['+17', 17],
    ['4.', 4],
    ['%comment\n 12', 12],
    ['/Name', { kind: 'name', name: 'Name' }],
    ['/A#20B', { kind: 'name', name: 'A B' }],
    ['/', { kind: 'name', name: '' }],
    ['12 0 R', { kind: 'reference', number: 12, generation: 0 }],
    ['[1 2 R 3]', { kind: 'array', items: [{ kind: 'reference', number: 1, generation: 2 }, 3] }],
    ['[1 2 3]', { kind: 'array', items: [1, 2, 3] }],
    [
      '<</A/B/C[1]>>',
      {
        kind: 'dictionary',
        entries: new Map<string, unknown>([
          ['A', { kind: 'name', name: 'B' }],
          ['C', { kind: 'array', items: [1] }],
        ]),
      },
    ],
  ])('%s', (text, expected) => expect(parse(text)).toEqual(expected));

  test.each([
    ['(a\\(b\\)c)', 'a(b)c'],
    ['(a(b)c)', 'a(b)c'],
    ['(\\101\\7\\0053)', 'A\u0007\u00053'],
    ['(a\\\r\nb\\q)', 'abq'],
    ['<48 65 6C6c 6F>', 'Hello'],
    ['<484>', 'H@'],
    ['<FEFF00E5D83DDE00>', 'å😀'],
    ['<EFBBBFC3A5>', 'å'],
  ])('string %s', (text, expected) => {
    const object = parse(text);
    expect(object !== null && typeof object === 'object' && object.kind === 'string' && toText(object)).toBe(expected);
  });

  test.each([
    '',
    'obj',
    '1.2.3',
    '(open',
    '<4',
    '<4G>',
    '[1',
    '<</A 1',
    '<<1 2>>',
    '<</A 1 /A 2>>',
    '[['.repeat(200),
    '/A#zz',
  ])('refuses %s', (text) => expect(() => parse(text)).toThrow());

  test('come back as they were written', () => {
    const object: fc.Arbitrary<PdfObject> = fc.letrec<{ object: PdfObject }>((tie) => ({
      object: fc.oneof(
        { depthSize: 'small' },
        fc.boolean(),
        fc.constant(null),
        fc.integer(),
        fc.string({ unit: fc.constantFrom(...'abcXYZ 0#()/å') }).map((name): PdfObject => ({ kind: 'name', name })),
        fc.uint8Array({ maxLength: 12 }).map((bytes): PdfObject => ({ kind: 'string', bytes })),
        fc.record({ number: fc.nat(), generation: fc.nat(9) }).map((r): PdfObject => ({ kind: 'reference', ...r })),
        fc.array(tie('object'), { maxLength: 4 }).map((items): PdfObject => ({ kind: 'array', items })),
        fc
          .dictionary(fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1 }), tie('object'), { maxKeys: 4 })
          .map((entries): PdfObject => ({ kind: 'dictionary', entries: new Map(Object.entries(entries)) })),
      ),
    })).object;
    fc.assert(
      fc.property(object, (value) => {
        expect(parse(write(value))).toEqual(value);
      }),
    );
  });
});

/** An object as PDF syntax; strings by turns as literals and in hexadecimal. */
function write(object: PdfObject): string {
  if (object === null || typeof object !== 'object') return String(object);
  switch (object.kind) {
    case 'name':
      return `/${object.name.replace(/[^a-zA-Z0-9]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
    case 'string':
      if (object.bytes.length % 2 === 0) return `<${Buffer.from(object.bytes).toString('hex')}>`;
      return `(${Buffer.from(object.bytes)
        .toString('latin1')
        .replace(/[\\()\r]/g, (c) => (c === '\r' ? '\\r' : `\\${c}`))})`;
    case 'reference':
      return `${object.number} ${object.generation} R`;
    case 'array':
      return `[${object.items.map(write).join(' ')}]`;
    case 'dictionary':
      return `<<${[...object.entries].map(([key, value]) => `/${key} ${write(value)}`).join('\n')}>>`;
    case 'stream':
      throw new Error('streams are not written here');
  }
}

describe('files', () => {
  const root = (file: ObjectFile) => file.dictionary(file.trailer.entries.get('Root'));

  test('find their objects by the cross-reference table', () => {
    const file = new ObjectFile(writePdf(['<< /Type /Catalog /Lang 2 0 R >>', '(nb)']));
    expect(toText(file.resolve(root(file)?.entries.get('Lang') ?? null) as never)).toBe('nb');
    expect(file.resolve({ kind: 'reference', number: 99, generation: 0 })).toBeNull();
  });

  test('read streams whose length is an object of its own', () => {
    const body = Buffer.from('<< /Length 3 0 R >>\nstream\nabc\nendstream', 'latin1');
    const file = new ObjectFile(writePdf(['<< /Type /Catalog /X 2 0 R >>', body, '3']));
    const object = file.resolve(root(file)?.entries.get('X') ?? null);
    expect(object).toMatchObject({ kind: 'stream', bytes: Uint8Array.from(Buffer.from('abc')) });
  });

  test.each([
    ['a stream that is longer than it says', '<< /Length 2 >>\nstream\nabcdef\nendstream'],
    ['a stream that is shorter than it says', '<< /Length 9999 >>\nstream\nabc\nendstream'],
    ['a stream whose length is itself', '<< /Length 2 0 R >>\nstream\nabc\nendstream'],
  ])('refuse %s', (_, body) => {
    const file = new ObjectFile(writePdf(['<< /Type /Catalog /X 2 0 R >>', Buffer.from(body, 'latin1')]));
    expect(() => file.resolve(root(file)?.entries.get('X') ?? null)).toThrow();
  });

  test.each([
    ['no startxref', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['a startxref that leads nowhere', Buffer.from('%PDF-1.7\nstartxref\n999\n%%EOF')],
    ['sections that go in a circle', Buffer.from('xref\n0 0\ntrailer\n<< /Root 1 0 R /Prev 0 >>\nstartxref\n0\n%%EOF')],
    [
      'a table that promises more than there is',
      Buffer.from('xref\n0 999999999\n0000000000 65535 f \ntrailer<<>>\nstartxref\n0\n%%EOF'),
    ],
  ])('refuse %s', (_, bytes) => expect(() => new ObjectFile(bytes)).toThrow());

  test('read cross-reference and object streams, PNG predictors included', () => {
    // Objects 2 and 3 lie in stream 4; the cross-reference stream is object 5.
    const packed = Buffer.from('2 0 3 5 (nb) 42', 'latin1');
    const head = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Lang 2 0 R /N 3 0 R >>\nendobj\n', 'latin1');
    const objectStream = Buffer.concat([
      Buffer.from('4 0 obj\n', 'latin1'),
      stream('/Type /ObjStm /N 2 /First 8 /Filter /FlateDecode', deflateSync(packed)),
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    const start = head.length + objectStream.length;
    const rows = [
      [0, 0, 0],
      [1, 9, 0],
      [2, 4, 0],
      [2, 4, 1],
      [1, head.length, 0],
      [1, start, 0],
    ].map(([type = 0, second = 0, third = 0]) => [type, second >> 8, second & 255, third]);
    // Predictor 12: every row is the difference to the one above.
    const predicted = rows.flatMap((row, i) => [2, ...row.map((byte, at) => (byte - (rows[i - 1]?.[at] ?? 0)) & 255)]);
    const crossReference = Buffer.concat([
      Buffer.from('5 0 obj\n', 'latin1'),
      stream(
        '/Type /XRef /W [1 2 1] /Size 6 /Root 1 0 R /Filter [/FlateDecode] /DecodeParms [<< /Predictor 12 /Columns 4 >>]',
        deflateSync(Buffer.from(predicted)),
      ),
      Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF\n`, 'latin1'),
    ]);
    const file = new ObjectFile(Buffer.concat([head, objectStream, crossReference]));
    const lang = root(file)?.entries.get('Lang');
    expect(isReference(lang)).toBe(true);
    expect(file.resolve(lang ?? null)).toMatchObject({ kind: 'string', bytes: Uint8Array.from(Buffer.from('nb')) });
    expect(file.resolve(root(file)?.entries.get('N') ?? null)).toBe(42);
  });
});
