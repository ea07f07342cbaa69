import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addObject,
  copyPdf,
  findObject,
  getObject,
  openPdf,
  type PdfFile,
  writePdf,
} from '../support/mutants/pdf-file.ts';
import { type RealDocument, renderFixture } from './real-document.ts';

describe('an attachment that is another for some programs', () => {
  let document: RealDocument;
  beforeAll(async () => {
    document = await renderFixture('classic-comp', { eInvoice: 'cii' });
  });
  afterAll(() => document.engine.close());

  async function judge(change: (file: PdfFile) => void) {
    const file = copyPdf(openPdf(document.pdf));
    change(file);
    return document.engine.validate(writePdf(file), document.source, { strict: true, rerender: false });
  }

  test('is read in both of its versions', async () => {
    const { verdict, findings } = await judge((file) => {
      const record = findObject(file, '/Type/Filespec');
      const [, number] = /\/F (\d+) 0 R/.exec(record.value) ?? [];
      const { value, stream } = getObject(file, Number(number));
      const forged = (stream ?? '').replace(/(<ram:DuePayableAmount>)\d+/, '$1990');
      expect(forged).not.toBe(stream);
      const other = addObject(file, value, forged);
      record.value = record.value.replace(`/F ${number} 0 R`, `/F ${other} 0 R`);
    });
    expect(verdict).toBe('invalid');
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'attachment-differs', field: 'payable' }));
  });

  test('goes by one name', async () => {
    const { findings } = await judge((file) => {
      const record = findObject(file, '/Type/Filespec');
      record.value = record.value.replace('/F (factur-x.xml)', '/F (betal-99.xml)');
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ ruleId: 'attachment-altered', found: 'the name betal-99.xml for some programs' }),
    );
  });

  test('is none where nothing was changed', async () => {
    expect(await judge((file) => copyPdf(file))).toMatchObject({ verdict: 'valid', findings: [] });
  });
});
