import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { hasJudges, readTool, runTool } from '../support/judges/tools.ts';
import { copyPdf, findObject, getObject, listPages, openPdf, type PdfFile } from '../support/mutants/pdf-file.ts';
import {
  type Freedom,
  toObject,
  toTable,
  writeCrossReferenceStream,
  writeFreely,
  writeTable,
} from '../support/write-freely.ts';
import { type RealDocument, renderFixture } from './real-document.ts';

const PAYABLE = '17 086,50 NOK';
const FORGED = '71 086,50 NOK';

/** Two digits of the sum to pay, in the codes of its font. */
const swapDigits = (content: string) => content.replace('<0006000C0001', '<000C00060001');

const plainly = (text: string) => text.replaceAll('\u00a0', ' ');

describe.runIf(hasJudges('qpdf', 'mutool', 'pdftotext', 'pdfinfo'))('a file that other programs read otherwise', () => {
  let document: RealDocument;
  let file: PdfFile;
  /** Another content for the page, an object of the same number. */
  let otherPage: string;
  beforeAll(async () => {
    document = await renderFixture('classic-comp', { template: 'classic' });
    file = openPdf(document.pdf);
    const [page] = listPages(file);
    const number = Number(/\/Contents (\d+)/.exec(page?.page.value ?? '')?.[1]);
    const stream = page?.content.stream ?? '';
    otherPage = toObject(number, '<<>>', swapDigits(stream));
    expect(otherPage).not.toContain(stream);
  });
  afterAll(() => document.engine.close());

  const judge = (pdf: Uint8Array, rerender = true) =>
    document.engine.validate(pdf, document.source, { strict: true, rerender, deadlineMs: 60_000 });

  const textOf = (pdf: Uint8Array) =>
    withPdf(pdf, async (path) => plainly((await runTool('pdftotext', [path, '-'])).stdout));

  /** Saved again by qpdf, which mends it where it has to. */
  const mend = (pdf: Uint8Array) =>
    withPdf(pdf, (path) =>
      inTemporaryFolder(async (folder) => {
        await runTool('qpdf', ['--warning-exit-0', path, join(folder, 'mended.pdf')]);
        return readFile(join(folder, 'mended.pdf'));
      }),
    );

  const expectRefused = async (pdf: Uint8Array, found: RegExp) => {
    for (const rerender of [true, false]) {
      const { verdict, findings } = await judge(pdf, rerender);
      expect(findings).toContainEqual(
        expect.objectContaining({ ruleId: 'part-unexpected', found: expect.stringMatching(found) }),
      );
      expect(verdict).toBe('invalid');
    }
  };

  test('is none that is written plainly', async () => {
    const plain = writeFreely(file);
    expect(await textOf(plain)).toContain(PAYABLE);
    expect((await judge(plain)).verdict).toBe('valid');
  });

  test('is one whose parameters of linearization end in a table of their own, for poppler', async () => {
    const hidden = `9002 0 obj\n<</S 1/Length ${otherPage.length}>>\nstream\n${otherPage}\nendstream\nendobj\n`;
    const write = (length: number, table: string) => {
      const parameters = `9001 0 obj\n<</Linearized 1/L ${String(length).padStart(9)}/X(endobj\n${table})>>\nendobj\n`;
      return writeFreely(file, { first: [parameters], last: [hidden] });
    };
    const place = (pdf: Buffer) =>
      new Map(
        [...pdf.toString('latin1').matchAll(/^(\d+) 0 obj$/gm)].map(({ 1: number, index }) => [Number(number), index]),
      );
    const length = write(0, toTable(file, place(write(0, '')))).length;
    const forged = write(length, toTable(file, place(write(length, toTable(file, place(write(0, '')))))));
    expect(await textOf(forged)).toContain(FORGED);
    await expectRefused(forged, /^object 900[12], which nothing refers to$/);
  });

  test('is refused in no time where its parameters of linearization have much room between them', async () => {
    const more = [...'HOENTP'].flatMap((key) => [`/${key} 1`, `/${key}inearized 1`]);
    const write = (length: number) => {
      const entries = ['/Linearized 1', `/L ${String(length).padStart(9)}`, ...more, '/X(y)'].join('    ');
      return writeFreely(file, { first: [`9001 0 obj\n<<${entries}>>\nendobj\n`] });
    };
    await expectRefused(write(write(0).length), /^object 9001, which nothing refers to$/);
  });

  test.each<[what: string, inside: (page: string) => Freedom | null]>([
    ['a hint', (page) => ({ last: [toObject(9002, '<</S 1>>', `\n${page}`)] })],
    ['an object stream', (page) => ({ last: [toObject(9002, '<</Type/ObjStm/N 0/First 0>>', `\n${page}`)] })],
    ['a cross-reference stream', (page) => ({ last: [toObject(9002, '<</Type/XRef/W[1 1 1]>>', `\n${page}`)] })],
    ['the name of a program', () => null],
  ])('is one with a page in %s and room ahead of its end, for poppler and qpdf', async (_, inside) => {
    const copy = copyPdf(file);
    const freedom = inside(otherPage);
    // Behind the page whose number it has.
    if (freedom === null) {
      const { value } = getObject(copy, file.info);
      const number = Number(/\/Producer (\d+)/.exec(value)?.[1]);
      copy.objects.delete(number);
      copy.objects.set(number, { value: `(\n${otherPage})`, stream: null });
    }
    const forged = writeFreely(copy, { ...freedom, end: writeTable(file, `\n${' '.repeat(30_000)}\n`) });
    expect(await textOf(forged)).toContain(FORGED);
    expect(await textOf(await mend(forged))).toContain(FORGED);
    await expectRefused(forged, /^\d+ bytes that belong to no object$/);
    await expectRefused(forged, /^an object at byte \d+ within another$/);
    // Without the room nobody mends it, and it is still none of ours.
    await expectRefused(writeFreely(copy, freedom ?? {}), /^an object at byte \d+ within another$/);
  });

  test.each<[form: string, end: (plain: string) => string, found: RegExp]>([
    ['signs', (plain) => plain.replace(/(?<=\n)0(\d{9}) 00000 n/g, '+$1 00000 n'), /^a table of objects at byte \d+$/],
    ['points', (plain) => plain.replace(/(\d{10}) 00000 n/g, '$1.0 00000 n'), /^a table of objects at byte \d+$/],
    ['no size', (plain) => plain.replace(/\/Size \d+/, ''), /^another number of objects in the trailer$/],
    ['a note', (plain) => plain.replace('trailer', 'trailer % 99 000,00\n'), /^\d+ bytes that belong to no object$/],
    ['a message', (plain) => plain.replace(/\/ID ?\[/, '/ID[(Betal til 86011117947)'), /^\/ID of another form/],
  ])('is one whose table has %s', async (_, edit, found) => {
    const end = writeTable(file);
    await expectRefused(writeFreely(file, { end: (places, at) => edit(end(places, at)) }), found);
  });

  test('is one with an object that stands twice in a stream, for mutool', async () => {
    const copy = copyPdf(file);
    const number = Number(/\/Title (\d+)/.exec(getObject(file, file.info).value)?.[1]);
    const other = '(Betal 99 000,00)';
    const heads = `${number} 0 ${number} ${other.length + 1} `;
    const stream = `${heads}${other} ${getObject(file, number).value}`;
    copy.objects.delete(number);
    const forged = writeFreely(copy, {
      last: [toObject(9002, `<</Type/ObjStm/N 2/First ${heads.length}>>`, stream)],
      end: writeCrossReferenceStream(file, new Map([[number, [9002, 1]]])),
    });
    expect(await withPdf(forged, (path) => readTool('mutool', ['show', path, String(number)]))).toContain(other);
    await expectRefused(forged, /^another object \d+ in object stream 9002$/);
  });

  test.each<[what: string, rewrite: (written: string, stream: string) => string]>([
    [
      'parameters of a filter elsewhere',
      (written, stream) => packed(written, stream, '/Filter/FlateDecode/DecodeParms 9002 0 R'),
    ],
    [
      'a list of parameters for a filter that is none',
      (written, stream) => packed(written, stream, '/Filter/FlateDecode/DecodeParms[<</Predictor 1>>]'),
    ],
    [
      'bytes behind what is compressed',
      (written, stream) => packed(written, stream, '/Filter/FlateDecode', 'Betal 99 000,00'),
    ],
  ])('is one that has %s', async (_, rewrite) => {
    const profile = [...file.objects].find(([, { value }]) => /\/N 3\b/.test(value));
    if (profile === undefined) throw new Error('no colours');
    const [number, { stream }] = profile;
    const forged = writeFreely(file, {
      last: [toObject(9002, `<</Predictor 12/Columns ${stream?.length ?? 0}>>`, null)],
      rewrite: (own, written) => (own === number ? rewrite(written, stream ?? '') : written),
    });
    const { verdict, findings } = await judge(forged);
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'rendered-objects-differ' }));
    expect(verdict).toBe('invalid');
  });

  test.each<[what: string, edit: (written: string) => string]>([
    ['within an object', (written) => written.replace(' obj\n', ' obj\n% Betal 99 000,00\n')],
    ['ahead of a stream', (written) => written.replace('\nstream\n', '\nstream ')],
    ['behind a stream', (written) => written.replace('\nendstream', '\n% Betal 99 000,00\nendstream')],
  ])('is one with other bytes %s', async (_, edit) => {
    const number = [...file.objects].find(([, { value }]) => /\/N 3\b/.test(value))?.[0];
    const forged = writeFreely(file, { rewrite: (own, written) => (own === number ? edit(written) : written) });
    const { verdict, findings } = await judge(forged);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('part-unexpected');
    expect(verdict).toBe('invalid');
  });

  test.each<[where: string, edit: (copy: PdfFile) => void]>([
    [
      'in the information',
      (copy) => {
        const number = Number(/\/Producer (\d+)/.exec(getObject(copy, copy.info).value)?.[1]);
        getObject(copy, number).value = '(Betal 99 000,00 til 86011117947)';
      },
    ],
    [
      'in XMP',
      (copy) => {
        const packet = findObject(copy, '/Type/Metadata');
        packet.stream = packet.stream?.replace(/(<pdf:Producer>)[^<]*/, '$1Betal 99 000,00 til 86011117947') ?? null;
      },
    ],
    [
      'around XMP',
      (copy) => {
        const packet = findObject(copy, '/Type/Metadata');
        packet.stream = packet.stream?.replace('<x:xmpmeta ', '$&x:xmptk="Betal 99 000,00" ') ?? null;
      },
    ],
  ])('names no program %s, but says whom to pay', async (_, edit) => {
    const copy = copyPdf(file);
    edit(copy);
    const { verdict, findings } = await judge(writeFreely(copy));
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'rendered-objects-differ' }));
    expect(verdict).toBe('invalid');
  });
});

function packed(written: string, stream: string, entries: string, behind = ''): string {
  const bytes = deflateSync(Buffer.from(stream, 'latin1')).toString('latin1') + behind;
  return toObject(Number.parseInt(written, 10), `<</N 3${entries}>>`, bytes);
}
