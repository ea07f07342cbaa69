import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '#dist/batch/read-lines.js';

async function split(text: string | Uint8Array, chunkSize: number, limit = 1000): Promise<(string | null)[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  }
  const lines: (string | null)[] = [];
  for await (const line of readLines(chunks(), limit)) {
    lines.push(line.bytes === null ? null : `${line.number}:${Buffer.from(line.bytes).toString('latin1')}`);
  }
  return lines;
}

describe('readLines', () => {
  it('drops one mark, carriage returns and blank lines, and counts the lines all the same', async () => {
    expect(await split('\uFEFF{"a":1}\r\n\r\n  \t\n{"b":2}', 3)).toEqual(['1:{"a":1}', '4:{"b":2}']);
  });

  it('keeps U+2028 and U+2029 within a line', async () => {
    const line = '{"text":"a\u2028b\u2029c"}';
    const [only, ...others] = await split(`${line}\n`, 5);
    expect(Buffer.from(only?.slice(2) ?? '', 'latin1').toString('utf8')).toBe(line);
    expect(others).toEqual([]);
  });

  it('passes over a line beyond the limit and goes on with the next', async () => {
    expect(await split(`short\n${'x'.repeat(50)}\nlast`, 7, 20)).toEqual(['1:short', null, '3:last']);
  });

  it('gives the same lines however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 12 })),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          const clean = lines.map((line) => line.replace(/[\n\r\uFEFF]/g, '').trim());
          const expected = clean.flatMap((line, i) =>
            line === '' ? [] : [`${i + 1}:${Buffer.from(line).toString('latin1')}`],
          );
          expect(await split(clean.join('\n'), size)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives every line a buffer of its own, which can be handed to a thread', async () => {
    async function* chunks() {
      yield Buffer.from('one\ntwo\n');
    }
    for await (const { bytes } of readLines(chunks(), 10)) expect(bytes?.buffer.byteLength).toBe(3);
  });
});
