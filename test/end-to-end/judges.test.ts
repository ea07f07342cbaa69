import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Invoice } from '#dist/index.js';
import { listFixtures } from '../support/fixtures.ts';
import {
  findBreaches,
  findSyntaxErrors,
  hasJudges,
  listFonts,
  readInfo,
  readMupdfText,
  readText,
} from '../support/judges/index.ts';

interface Document {
  readonly name: string;
  readonly file: string;
  readonly invoice: Invoice;
  readonly pageCount: number;
}

const folder = mkdtempSync(join(tmpdir(), 'fakturapress-'));
const documents: Document[] = [];

beforeAll(async () => {
  for (const { name, source, brandFile } of listFixtures()) {
    const engine = await createEngine({ brand: brandFile });
    const { pdf, invoice, pageCount } = engine.render(source);
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, pdf);
    documents.push({ name, file, invoice, pageCount });
    await engine.close();
  }
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Text without any white space, as each reader puts spaces of its own between columns and digit groups. */
function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** What a payer copies by hand; must be found in any reader's text. */
function listReferences({ number, payment }: Invoice): string[] {
  if (payment === null) return [number];
  const { kid, iban, bic, bban } = payment;
  // Giro numbers are written with a hyphen before their last four digits (Bankgirot); other accounts with gaps alone.
  const account = bban !== null && iban.startsWith('SE') ? bban.replace(/^(\d{3,4})(\d{4})$/, '$1-$2') : bban;
  return [number, kid, iban, bic, ...(account === null ? [] : [account])];
}

describe('every fixture, by judges that are not ours', () => {
  it.runIf(hasJudges('verapdf'))(
    'is PDF/A-3a and PDF/UA-1',
    async () => {
      expect(await findBreaches(documents.map(({ file }) => file))).toEqual([]);
    },
    300_000,
  );

  it.runIf(hasJudges('qpdf'))(
    'has no fault of syntax',
    async () => {
      for (const { name, file } of documents) expect([name, await findSyntaxErrors(file)]).toEqual([name, '']);
    },
    120_000,
  );

  it.runIf(hasJudges('pdffonts'))(
    'embeds every font as a subset with a way back to Unicode',
    async () => {
      for (const { file } of documents) {
        const fonts = await listFonts(file);
        expect(fonts.length).toBeGreaterThan(0);
        for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, hasUnicode: true });
      }
    },
    120_000,
  );

  it.runIf(hasJudges('pdfinfo'))(
    'has the pages and the title that we say',
    async () => {
      for (const { file, invoice, pageCount } of documents) {
        const info = await readInfo(file);
        expect(info['Pages']).toBe(String(pageCount));
        expect(info['Title']).toContain(invoice.number);
        expect(info['Tagged']).toBe('yes');
      }
    },
    120_000,
  );

  it.runIf(hasJudges('pdftotext', 'mutool'))(
    'shows poppler and mupdf the references that the model has',
    async () => {
      for (const { name, file, invoice } of documents) {
        for (const text of [await readText(file), await readMupdfText(file)]) {
          for (const reference of listReferences(invoice))
            expect([name, squeeze(text)]).toEqual([name, expect.stringContaining(reference)]);
        }
      }
    },
    120_000,
  );
});
