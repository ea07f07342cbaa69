import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { hasJudges, readTool } from '../support/judges/tools.ts';
import { type RealDocument, renderFixture } from './real-document.ts';
import { redrawFile } from './redraw.ts';

describe.runIf(hasJudges('qpdf', 'mutool'))('a document of ours, rendered again', () => {
  let document: RealDocument;
  beforeAll(async () => {
    document = await renderFixture('classic-comp', { template: 'classic' });
  });
  afterAll(() => document.engine.close());

  const judge = (pdf: Uint8Array) => document.engine.validate(pdf, document.source, { strict: true });

  /** Saved again by another program, which is given the file's name and one for its own. */
  const save = (tool: 'qpdf' | 'mutool', args: (file: string, out: string) => readonly string[]) =>
    withPdf(document.pdf, (file) =>
      inTemporaryFolder(async (folder) => {
        const out = join(folder, 'saved.pdf');
        await readTool(tool, args(file, out));
        return readFile(out);
      }),
    );

  test('is valid to the byte', async () => {
    expect(await judge(document.pdf)).toMatchObject({ verdict: 'valid', findings: [] });
  });

  test.each<['qpdf' | 'mutool', string, readonly string[]]>([
    ['qpdf', 'linearized', ['--linearize']],
    ['qpdf', 'compressed anew', ['--recompress-flate', '--compression-level=1', '--object-streams=disable']],
    ['qpdf', 'uncompressed', ['--qdf']],
    ['mutool', 'cleaned', ['clean', '-ggg', '-z']],
  ])('stays valid when %s saves it %s', async (tool, _, flags) => {
    const saved = await save(tool, (file, out) => (tool === 'qpdf' ? [...flags, file, out] : [...flags, file, out]));
    expect(Buffer.compare(saved, document.pdf)).not.toBe(0);
    const { verdict, findings } = await judge(saved);
    expect(findings).toMatchObject([{ ruleId: 'rendered-bytes-differ', channel: 'bytes', severity: 'warning' }]);
    expect(verdict).toBe('valid');
  });

  test.each<[ruleId: string, forgery: string, edit: (plain: string) => string]>([
    [
      'rendered-picture-differs',
      'a pale stamp where no text stands',
      (plain) => plain.replace(/\/Artifact <<\/Type\/Layout>> BDC\n/, '$&0.97 g 300 640 20 20 re f\n'),
    ],
    [
      'rendered-text-differs',
      'a figure that was moved by a point',
      (plain) =>
        plain.replace(
          /(\/fact\.payable <<[^\n]*\n[^\n]*\n[^\n]*\nBT )([\d.]+)/,
          (_, before, x) => before + (Number(x) + 1),
        ),
    ],
    ['rendered-structure-differs', 'another element', (plain) => plain.replace('/S /H1', '/S /H2')],
    ['rendered-data-differs', 'another keyword', (plain) => plain.replace('<pdf:Keywords>', '$&paid, ')],
    ['rendered-objects-differ', 'a note in a font', (plain) => plain.replace('/Type /FontDescriptor', '/Note (99) $&')],
    [
      'rendered-objects-differ',
      'another account where colours are described',
      (plain) => plain.replace('/Info (sRGB IEC61966-2.1)', '/Info (1234 56 78903)'),
    ],
    [
      'rendered-objects-differ',
      'a comment in the packet of XMP',
      (plain) => plain.replace('<rdf:RDF', '<!-- 99 000,00 til 1234 56 78903 -->$&'),
    ],
    [
      'rendered-objects-differ',
      'a property of XMP as an attribute',
      (plain) => plain.replace('<rdf:Description ', '$&xmlns:x="urn:x" x:account="1234 56 78903" '),
    ],
    ['rendered-objects-differ', 'another version', (plain) => plain.replace('/Type /Catalog', '/Version /Betal99 $&')],
    [
      'rendered-objects-differ',
      'a destination',
      (plain) => plain.replace(/\/Names \[\s*\]/, '/Names [ (Betal 99 000,00) [ null /Fit ] ]'),
    ],
    ['rendered-otherwise', 'another template in its name', (plain) => plain.replaceAll(/classic (\d)/g, 'modern $1')],
  ])('%s: %s', async (ruleId, _, edit) => {
    const { verdict, findings } = await judge(await redrawFile(document.pdf, edit));
    expect(findings.map((finding) => finding.ruleId)).toContain(ruleId);
    expect(verdict).toBe('invalid');
  });

  test('is proven by its facts too where its bytes are equal', async () => {
    const other = document.source.toString('utf8').replaceAll('1708650', '1708651');
    expect((await document.engine.validate(document.pdf, other, { strict: true })).verdict).toBe('invalid');
  });

  test('is not rendered again unless asked, or unless template or brand are at hand', async () => {
    const saved = await save('qpdf', (file, out) => ['--linearize', file, out]);
    const options = { strict: true, rerender: false };
    expect(await document.engine.validate(saved, document.source, options)).toMatchObject({ findings: [] });
  });
});
