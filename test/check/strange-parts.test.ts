import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { hasJudges, readTool } from '../support/judges/tools.ts';
import { type RealDocument, renderFixture } from './real-document.ts';
import { recover, redrawFact, redrawFile } from './redraw.ts';

/** A note in an entry of the page's own dictionary. */
const onPage = (entry: string) => (plain: string) => plain.replace('/Type /Page\n', `${entry}\n  /Type /Page\n`);
const inCatalog = (entry: string) => (plain: string) => plain.replace('/Type /Catalog', `${entry} /Type /Catalog`);
const withObject = (edit: (plain: string) => string, object: string) => (plain: string) =>
  edit(plain).replace('\nxref\n', () => `\n9001 0 obj\n${object}\nendobj\nxref\n`);

/** The cross-reference table made for the file as it is now: each number's first object counts. */
async function keep(path: string): Promise<Buffer> {
  const plain = await readFile(path, 'latin1');
  const end = plain.lastIndexOf('\nxref\n') + 1;
  const places = new Map<number, number>();
  for (const { 1: number, index } of plain.matchAll(/^(\d+) 0 obj$/gm)) {
    if (!places.has(Number(number))) places.set(Number(number), index);
  }
  const size = Math.max(...places.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const at = places.get(number);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = plain.slice(plain.indexOf('trailer', end), plain.lastIndexOf('startxref'));
  const table = `xref\n0 ${size}\n${rows.join('')}${trailer}startxref\n${end}\n%%EOF\n`;
  return Buffer.from(plain.slice(0, end) + table, 'latin1');
}

describe.runIf(hasJudges('qpdf', 'mutool'))('a part that documents of ours do not have', () => {
  let document: RealDocument;
  beforeAll(async () => {
    document = await renderFixture('classic-comp');
  });
  afterAll(() => document.engine.close());

  const judge = (pdf: Uint8Array, strict = true) =>
    document.engine.validate(pdf, document.source, { strict, rerender: false, deadlineMs: 60_000 });

  test.each<[found: string, edit: (plain: string) => string]>([
    ['/Note of a descriptor', (plain) => plain.replace('/Type /FontDescriptor', '/Note (99 000,00) $&')],
    [
      '/Note of a content',
      (plain) => plain.replace(/(%% Contents for page 1\n(?:%%.*\n)*\d+ 0 obj\n<<)/, '$1 /Note (99 000,00)'),
    ],
    ['/Suspects of a marking', (plain) => plain.replace('/Marked true', '$& /Suspects true')],
    ['/Summary of a attributes', (plain) => plain.replace('/O /Table', '$& /Summary (99 000,00)')],
    ['/Headers of a attributes', (plain) => plain.replace('/O /Table', '$& /Headers [(header#7)]')],
    ['a intent of /S /GTS_PDFX', (plain) => plain.replace('/S /GTS_PDFA1', '/S /GTS_PDFX')],
    ['/OpenAction of a catalog', inCatalog('/OpenAction << /S /URI /URI (https://elsewhere.example) >>')],
    ['/PageLabels of a catalog', inCatalog('/PageLabels << /Nums [0 << /P (Betal 99) >>] >>')],
    ['/AA of a page', onPage('/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>')],
    ['/UserUnit of a page', onPage('/UserUnit 10')],
    ['/E of a element', (plain) => plain.replace('/ID (fact.payable)', '$& /E (99 000,00)')],
    ['/Betal of a information', (plain) => plain.replace('/Title ', '/Betal (99 000,00 til 1234 56 78903) /Title ')],
    [
      '/Outlines of a catalog',
      withObject(
        inCatalog('/Outlines 9001 0 R'),
        '<< /Type /Outlines /Count 1 /First << /Title (Ny konto 1234 56 78903) >> >>',
      ),
    ],
    ['/ActualText within the drawing of a page', (plain) => plain.replace('/fact.kid <<', '$&/Actual#54ext (1)')],
    [
      '/Pattern of a resources',
      (plain) => plain.replace('/XObject <<', '/Pattern << /P9 << /PatternType 2 >> >>\n/XObject <<'),
    ],
    [
      'a picture of /Subtype /Form',
      withObject(
        (plain) => plain.replace('/XObject <<', '/XObject <<\n/X9 9001 0 R'),
        '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream',
      ),
    ],
    [
      'the operator sh on a page',
      (plain) => plain.replace(/\/Artifact <<\/Type\/Layout>> BDC\n/, '$&q 0 0 1 1 re W n /S9 sh Q\n'),
    ],
    [
      'the operator BI on a page',
      (plain) => plain.replace(/\/Artifact <<\/Type\/Layout>> BDC\n/, '$&BI /W 2 /H 2 /BPC 8 /CS /G ID ABCD EI\n'),
    ],
  ])('%s is found', async (found, edit) => {
    const { verdict, findings } = await judge(await redrawFile(document.pdf, edit, recover));
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'part-unexpected', found, channel: 'bytes' }));
    expect(verdict).toBe('invalid');
  });

  test.each<[what: string, edit: (plain: string) => string]>([
    ['a message', (plain) => plain.replace(/\n(?=%% Original object ID: \d+ 0\n30 0 obj)/, '\n% Betal 99 000,00\n')],
    ['another page', (plain) => plain.replace('\nxref\n', '\n28 0 obj\n<< /Type /Page >>\nendobj\nxref\n')],
    ['a word behind much room', (plain) => plain.replace('\nxref\n', `\n${' '.repeat(50_000)}x\nxref\n`)],
    ['words ahead of all', (plain) => plain.replace('%QDF-1.0', '% Betal 99')],
  ])('is %s that stands between the objects, known to none', async (_, edit) => {
    const { findings } = await judge(await redrawFile(document.pdf, edit, keep));
    expect(findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'part-unexpected',
        found: expect.stringMatching(/^\d+ bytes that belong to no object$/),
      }),
    );
  });

  test('is the border of a link, which programs paint over the page', async () => {
    const link = '<< /Type /Annot /Subtype /Link /Rect [50 50 200 80] /Border [0 0 200] >>';
    const forged = await redrawFile(document.pdf, withObject(onPage('/Annots [9001 0 R]'), link), recover);
    expect((await judge(forged)).findings).toContainEqual(
      expect.objectContaining({ ruleId: 'part-unexpected', found: 'a border of an annotation' }),
    );
  });

  test('is an object that nothing refers to', async () => {
    const forged = await redrawFile(
      document.pdf,
      withObject((plain) => plain, '<< /Account (1234 56 78903) >>'),
      async (plain) => {
        await readTool('qpdf', ['--warning-exit-0', '--preserve-unreferenced', plain, `${plain}.kept`]);
        return readFile(`${plain}.kept`);
      },
    );
    const { findings } = await judge(forged);
    expect(findings).toMatchObject(
      [{ ruleId: 'part-unexpected', found: /^object \d+, which nothing refers to$/ }].map((finding) => ({
        ...finding,
        found: expect.stringMatching(finding.found),
      })),
    );
  });

  test('is a text that is copied instead of a fact, in any validation', async () => {
    const forged = await redrawFact(
      document.pdf,
      'payable',
      (operators) => `/Span <</ActualText (1,00)>> BDC\n${operators}EMC\n`,
    );
    expect(await judge(forged, false)).toMatchObject({
      verdict: 'invalid',
      findings: [{ ruleId: 'part-unexpected', found: '/ActualText within the drawing of a page' }],
    });
  });

  test('is a link that says to the ear what nobody sees', async () => {
    const link = '<< /Type /Annot /Subtype /Link /Rect [50 50 200 80] /Contents (Betal 99 000,00) >>';
    const forged = await redrawFile(document.pdf, withObject(onPage('/Annots [9001 0 R]'), link), recover);
    const { findings } = await judge(forged, false);
    expect(findings).toContainEqual(
      expect.objectContaining({ ruleId: 'link-unsaid', found: 'Betal 99 000,00', page: 1 }),
    );
  });

  test.each<[tool: 'qpdf' | 'mutool', options: readonly string[]]>([
    ['qpdf', ['--linearize']],
    ['qpdf', ['--object-streams=generate', '--recompress-flate']],
    ['mutool', ['clean']],
    ['mutool', ['clean', '-gggg', '-z']],
  ])('is none that %s leaves behind: %s', async (tool, options) => {
    const saved = await withPdf(document.pdf, (file) =>
      inTemporaryFolder(async (folder) => {
        await readTool(tool, [...options, file, join(folder, 'saved.pdf')]);
        return readFile(join(folder, 'saved.pdf'));
      }),
    );
    expect(await judge(saved)).toMatchObject({ verdict: 'valid', findings: [] });
  });
});
