import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Attachment, paintDocument } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import { hasJudges, readAttachments, readPlainObjects, withPdf } from '../support/judges/index.ts';
import { loadFonts, METADATA, oneParagraph, resources } from './hand-made.ts';

let book: FontBook;
beforeAll(async () => {
  book = await loadFonts();
});

const BYTES = Buffer.from('<Invoice>Sønn &amp; Co</Invoice>'.repeat(50));

function attachment(name: string, rest: Partial<Attachment> = {}): Attachment {
  return {
    name,
    bytes: BYTES,
    mimeType: 'text/xml',
    relationship: 'Alternative',
    description: `Ærlig ${name}`,
    date: METADATA.date,
    ...rest,
  };
}

function paintWith(...attachments: readonly Attachment[]): Uint8Array {
  return paintDocument(oneParagraph(book, 'x'), resources(book, { attachments }));
}

describe('attachments', () => {
  it('come back byte for byte, in the order of their names’ bytes', async () => {
    const pdf = paintWith(
      attachment('b.xml'),
      attachment('A.xml'),
      attachment('a-1.json', { bytes: Buffer.from('{}') }),
    );
    const read = await readAttachments(pdf);
    expect(Object.keys(read)).toEqual(['A.xml', 'a-1.json', 'b.xml']);
    expect(Buffer.from(read['b.xml']?.content ?? []).equals(BYTES)).toBe(true);
    expect(read['A.xml']?.description).toBe('Ærlig A.xml');
  });

  it.skipIf(!hasJudges('qpdf'))('carry relationship, type, size, dates and a checksum of sixteen bytes', async () => {
    const objects = await withPdf(paintWith(attachment('ubl.xml')), readPlainObjects);
    expect(objects).toContain('/AFRelationship /Alternative');
    expect(objects).toContain('/Subtype /text#2fxml');
    expect(objects).toContain(`/Size ${BYTES.length}`);
    expect(objects).toContain('/CreationDate (D:20261123000000Z)');
    expect(objects).toContain('/ModDate (D:20261123000000Z)');
    expect(objects).toMatch(/\/F \(ubl\.xml\)\n\s+\/Type \/Filespec\n\s+\/UF \(ubl\.xml\)/);
    expect(objects).toMatch(/\/AF \[\n\s+\d+ 0 R\n\s+\]/);
    const file = Buffer.from(paintWith(attachment('ubl.xml'))).toString('latin1');
    expect(/\/CheckSum <(\w+)>/.exec(file)?.[1]?.toLowerCase()).toBe(createHash('md5').update(BYTES).digest('hex'));
  });

  it('are refused under a name that is not plain ASCII or stands twice', () => {
    const refused = expect.objectContaining({ code: 'PAINT_NOT_DRAWABLE' });
    for (const name of ['', 'fåktura.xml', '../x.xml', 'a b.xml', '.hidden'])
      expect(() => paintWith(attachment(name)), name).toThrow(refused);
    expect(() => paintWith(attachment('a.xml'), attachment('a.xml'))).toThrow(refused);
  });
});
