import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { createReader, type Reader, readDocument } from '#dist/readback/index.js';
import { flateBomb, nestedForms } from './hostile-pdf.ts';
import { makePdf, writePdf } from './make-pdf.ts';

const reader: Reader = createReader();
afterAll(() => reader.close());

describe('refused without being read further', () => {
  test('more than 20 MB', async () => {
    expect(await reader.read(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({ reason: 'too-large' });
  });

  test.each([
    ['an owner password', { ownerPassword: 'secret' }],
    ['a user password', { userPassword: 'secret' }],
  ])('encrypted with %s', async (_, options) => {
    const bytes = await makePdf((doc) => doc.text('x', 50, 50), options);
    expect(await reader.read(bytes)).toMatchObject({ kind: 'unreadable', reason: 'encrypted' });
  });

  test('no pages', async () => {
    const bytes = writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);
    expect(await reader.read(bytes)).toMatchObject({ reason: 'empty' });
  });

  test('pages without end', async () => {
    const kids = '3 0 R '.repeat(3_000);
    const bytes = writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 3000 >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ]);
    expect(await reader.read(bytes)).toMatchObject({ reason: 'too-many-pages' });
  });

  test('a page count that is a lie is not believed', async () => {
    const bytes = writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ]);
    const reading = await reader.read(bytes);
    if (reading.kind === 'read') expect(reading.document.pages).toHaveLength(1);
    else expect(['too-many-pages', 'damaged', 'empty']).toContain(reading.reason);
  });

  test.each([
    ['nothing', ''],
    ['text', 'Dear customer, please pay'],
    ['a header alone', '%PDF-1.7\n'],
    ['HTML', '<!doctype html><p>Not found</p>'],
  ])('%s', async (_, text) => {
    expect(await reader.read(Buffer.from(text))).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
  });

  test('truncated anywhere', async () => {
    const whole = await makePdf((doc) => doc.text('17 086,50 NOK', 50, 50), { compress: true });
    for (let at = 40; at < whole.length - 40; at += Math.floor(whole.length / 12)) {
      const reading = await reader.read(whole.subarray(0, at));
      expect(reading.kind === 'unreadable' ? reading.reason : 'read', `cut at ${at}`).toBe('damaged');
    }
  });
});

describe('stopped', () => {
  test('forms nested without end, at the deadline, while the caller goes on', async () => {
    const slow = createReader({ deadlineMs: 800 });
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 10);
    const reading = await slow.read(nestedForms(11, 4));
    clearInterval(clock);
    expect(reading).toMatchObject({ kind: 'unreadable', reason: 'deadline' });
    expect(ticks).toBeGreaterThan(20);
    // The thread was replaced: the next file is read as if nothing had been.
    expect(await slow.read(await makePdf((doc) => doc.text('x', 50, 50)))).toMatchObject({ kind: 'read' });
    await slow.close();
  });

  test('a stream that inflates beyond the memory it is given', async () => {
    const small = createReader({ memoryMb: 128 });
    const bytes = flateBomb(400);
    expect(bytes.length).toBeLessThan(20_000);
    const started = performance.now();
    expect(await small.read(bytes)).toMatchObject({ kind: 'unreadable', reason: 'memory' });
    expect(performance.now() - started).toBeLessThan(5_500);
    await small.close();
  });

  test('on request', async () => {
    const slow = createReader();
    const abort = new AbortController();
    const reading = slow.read(nestedForms(11, 4), { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 500);
    await expect(reading).rejects.toThrow('enough');
    expect(await slow.read(await makePdf((doc) => doc.text('x', 50, 50)))).toMatchObject({ kind: 'read' });
    await slow.close();
    await expect(slow.read(new Uint8Array(8))).rejects.toThrow('closed');
  });
});

describe('harmless', () => {
  test('scripts are reported and not run', async () => {
    const bytes = writePdf([
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ]);
    const reading = await reader.read(bytes);
    expect(reading).toMatchObject({ kind: 'read', document: { metadata: { scripts: true } } });
  });

  test.each([
    ['a form', '/AcroForm << /Fields [] >>', false],
    ['an XFA form', '/AcroForm << /Fields [] /XFA [(template) (x)] >>', true],
    ['a portfolio', '/Collection << /Type /Collection >>', true],
  ])('%s is reported, or is none', async (_, entry, forms) => {
    const bytes = writePdf([
      `<< /Type /Catalog /Pages 2 0 R ${entry} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ]);
    expect(await reader.read(bytes)).toMatchObject({ kind: 'read', document: { metadata: { forms } } });
  });

  test('a page too large to be drawn, where barcodes are looked for', async () => {
    const bytes = writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000000 1000000] >>',
    ]);
    expect(await reader.read(bytes, { sights: true })).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
  });

  test("the caller's bytes stay the caller's", async () => {
    const bytes = await makePdf((doc) => doc.text('x', 50, 50));
    const before = Buffer.from(bytes);
    const reading = reader.read(bytes);
    expect(bytes.byteLength).toBe(before.byteLength);
    await reading;
    expect(Buffer.from(bytes).equals(before)).toBe(true);
  });

  test('flipped bits never hang, crash or block', async () => {
    const whole = Buffer.from(await makePdf((doc) => doc.text('17 086,50 NOK', 50, 50), { compress: true }));
    let state = 12345;
    for (let n = 0; n < 150; n += 1) {
      state = (state * 1103515245 + 12345) % 2147483648;
      const flipped = Buffer.from(whole);
      const at = state % flipped.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (n % 8));
      const reading = await reader.read(flipped);
      expect(['read', 'unreadable']).toContain(reading.kind);
    }
  });
});

test('a program that read a file and keeps its reader still ends by itself', async () => {
  const program = `
    import { createReader } from '#dist/readback/index.js';
    const reading = await createReader().read(Buffer.from('not a PDF'));
    process.stdout.write(reading.kind);
  `;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'unreadable' });
});

test('a single file can be read without a reader of one’s own', async () => {
  expect(await readDocument(Buffer.from('not a PDF'))).toMatchObject({ kind: 'unreadable', reason: 'damaged' });
});
