import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createReader, type ReadDocument, type Reader, type StructureNode } from '#dist/readback/index.js';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { hasJudges, readTool } from '../support/judges/tools.ts';
import { makePdf, writePdf } from './make-pdf.ts';

const reader: Reader = createReader();
afterAll(() => reader.close());

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  const reading = await reader.read(bytes);
  if (reading.kind !== 'read') throw new Error(`${reading.reason}: ${reading.detail}`);
  return reading.document;
}

describe('text runs', () => {
  test('carry the fact they are marked as, their place, size and content id', async () => {
    const bytes = await makePdf((doc) => {
      const paragraph = doc.struct('P');
      doc.addStructure(paragraph);
      paragraph.add(doc.markStructureContent('fact.payable'));
      doc.fontSize(12).text('17 086,50 NOK', 50, 100);
      paragraph.add(doc.markStructureContent('P'));
      doc.text('Takk', 50, 200);
      doc.endMarkedContent();
      paragraph.end();
    });
    const { pages } = await read(bytes);
    const [amount, thanks] = pages[0]?.runs ?? [];
    expect(amount).toMatchObject({ text: '17 086,50 NOK', fact: 'payable', page: 1, index: 0, artifact: false });
    expect(amount?.fontSize).toBe(12);
    expect(amount?.box.x).toBe(50);
    expect(amount?.baseline).toBeGreaterThan(100);
    expect(amount?.baseline).toBeLessThan(112);
    expect(thanks).toMatchObject({ text: 'Takk', fact: null, artifact: false });
    expect(thanks?.contentId).not.toBe(amount?.contentId);
    expect(pages[0]).toMatchObject({ number: 1, width: 595.28, height: 841.89, rotation: 0 });
  });

  test('in page furniture keep their fact and say that they are artifacts', async () => {
    const bytes = await makePdf((doc) => {
      doc.markContent('Artifact', { type: 'Pagination' });
      doc.text('Side 1 av 1', 50, 700);
      doc.markContent('fact.seller.name');
      doc.text('Fjord Kaffe AS', 50, 720);
      doc.endMarkedContent();
      doc.endMarkedContent();
    });
    const [page, seller] = (await read(bytes)).pages[0]?.runs ?? [];
    expect(page).toMatchObject({ text: 'Side 1 av 1', fact: null, artifact: true, contentId: null });
    expect(seller).toMatchObject({ text: 'Fjord Kaffe AS', fact: 'seller.name', artifact: true, contentId: null });
  });

  test('off the page are not read', async () => {
    const bytes = await makePdf((doc) => {
      doc.text('on', 50, 100, { lineBreak: false });
      doc.text('off', 50, 900, { lineBreak: false });
    });
    expect((await read(bytes)).pages[0]?.runs.map((run) => run.text)).toEqual(['on']);
  });

  test('keep every Nordic letter and tell look-alikes apart', async () => {
    const bytes = await makePdf((doc) => {
      doc.font('node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf');
      doc.text('ÆØÅæøåÄÖäö − 1\u00A0234,50 \u2126\u03A9', 50, 100);
    });
    // Liberation draws ohm and omega with glyphs of their own, so both come back as they were.
    expect((await read(bytes)).pages[0]?.runs.map((run) => run.text).join('')).toBe(
      'ÆØÅæøåÄÖäö − 1 234,50 \u2126\u03A9',
    );
  });

  test('say by U+0000 that a glyph was missing', async () => {
    const bytes = await makePdf((doc) => {
      doc.font('node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf').text('a漢b', 50, 100);
    });
    expect((await read(bytes)).pages[0]?.runs.map((run) => run.text).join('')).toBe('a\u0000b');
  });
});

describe('structure', () => {
  test('is one tree over all pages, with empty cells, scopes, spans, ids and alternatives', async () => {
    const bytes = await makePdf((doc) => {
      const table = doc.struct('Table');
      doc.addStructure(table);
      for (const number of [1, 2]) {
        if (number === 2) doc.addPage();
        const row = doc.struct('TR');
        table.add(row);
        const cell = doc.struct('TD');
        row.add(cell);
        cell.add(doc.markStructureContent('TD'));
        doc.text(`row ${number}`);
        doc.endMarkedContent();
        cell.end();
        const empty = doc.struct('TH');
        const { dictionary } = empty as unknown as { readonly dictionary: { readonly data: object } };
        Object.assign(dictionary.data, { A: { O: 'Table', Scope: 'Column', ColSpan: 2 }, ID: new String('th') });
        row.add(empty);
        row.end();
      }
      table.end();
      const figure = doc.struct('Figure', { alt: 'Fjord Kaffe' }, () => doc.rect(0, 0, 5, 5).fill('red'));
      doc.addStructure(figure);
    });
    const { structure } = await read(bytes);
    expect(structure.fault).toBeNull();
    expect(outline(structure.root)).toBe(
      'StructTreeRoot(Table(TR(TD(content) TH{Column 2}()) TR(TD(content) TH{Column 2}())) Figure[Fjord Kaffe](content))',
    );
  });

  test('leads from every run to its element', async () => {
    const bytes = await makePdf((doc) => {
      const paragraph = doc.struct('P');
      doc.addStructure(paragraph);
      paragraph.add(doc.markStructureContent('fact.payable'));
      doc.text('500,00', 50, 50);
      doc.endMarkedContent();
      paragraph.end();
    });
    const { pages, structure } = await read(bytes);
    const paragraph = structure.root?.children[0];
    expect(paragraph).toMatchObject({ role: 'P', children: [{ kind: 'content', id: pages[0]?.runs[0]?.contentId }] });
  });

  test('of an untagged file is null', async () => {
    const { structure, metadata } = await read(await makePdf((doc) => doc.text('plain', 50, 50), { tagged: false }));
    expect(structure).toEqual({ root: null, fault: null });
    expect(metadata.tagged).toBe(false);
  });

  test.each(['--object-streams=generate', '--linearize', '--stream-data=uncompress', '--force-version=1.5'])(
    'is the same after qpdf %s',
    async (option) => {
      const bytes = await makePdf((doc) => {
        const paragraph = doc.struct('P');
        doc.addStructure(paragraph);
        paragraph.add(doc.markStructureContent('fact.payable'));
        doc.text('500,00', 50, 50);
        doc.endMarkedContent();
        paragraph.end();
      });
      const folder = mkdtempSync(join(tmpdir(), 'readback-'));
      writeFileSync(join(folder, 'in.pdf'), bytes);
      execFileSync('qpdf', [option, join(folder, 'in.pdf'), join(folder, 'out.pdf')]);
      const saved = await read(readFileSync(join(folder, 'out.pdf')));
      rmSync(folder, { recursive: true });
      const before = await read(bytes);
      expect(saved.structure.fault).toBeNull();
      expect(outline(saved.structure.root)).toBe(outline(before.structure.root));
      expect(saved.pages[0]?.runs.map((run) => [run.text, run.fact])).toEqual([['500,00', 'payable']]);
      expect(saved.file.revisions).toBe(1);
    },
  );
});

describe('metadata', () => {
  test('is what the file says: title, dates, language, XMP, tagging', async () => {
    const { metadata } = await read(await makePdf((doc) => doc.text('x', 50, 50), { subset: 'PDF/A-3a' }));
    expect(metadata).toMatchObject({ language: 'nb-NO', tagged: true, scripts: false, forms: false, attachments: [] });
    expect(metadata.info).toMatchObject({ Title: 'Faktura 1', CreationDate: 'D:20261123000000Z' });
    expect(metadata.xmp).toMatchObject({ 'dc:title': 'Faktura 1', 'pdfaid:part': '3', 'pdfaid:conformance': 'A' });
    expect(metadata.xmpPacket).toContain('<?xpacket');
  });

  test('has attachments with their bytes', async () => {
    const bytes = await makePdf((doc) => {
      doc.text('x', 50, 50);
      doc.file(Buffer.from('<Invoice/>'), {
        name: 'invoice.xml',
        description: 'UBL',
        creationDate: new Date(0),
        modifiedDate: new Date(0),
      });
    });
    const [attachment] = (await read(bytes)).metadata.attachments;
    expect(attachment).toMatchObject({ name: 'invoice.xml', description: 'UBL' });
    expect(Buffer.from(attachment?.content ?? []).toString()).toBe('<Invoice/>');
  });
});

describe('file traits', () => {
  test('count revisions and trailing bytes', async () => {
    const bytes = await makePdf((doc) => doc.text('x', 50, 50));
    expect((await read(bytes)).file).toMatchObject({
      size: bytes.length,
      revisions: 1,
      linearized: false,
      trailingBytes: 0,
    });
    const appended = Buffer.concat([bytes, Buffer.from('1 0 obj\n<<>>\nendobj\n%%EOF\nand more')]);
    expect((await read(appended)).file).toMatchObject({ revisions: 2, trailingBytes: 8 });
  });

  test('count no mark within a stream', async () => {
    const bytes = await makePdf(
      (doc) => {
        doc.text('x', 50, 50);
        doc.file(Buffer.from('%%EOF and %%EOF'), {
          name: 'a.txt',
          creationDate: new Date(0),
          modifiedDate: new Date(0),
        });
      },
      { compress: false },
    );
    expect(Buffer.from(bytes).toString('latin1').split('%%EOF').length).toBe(4);
    expect((await read(bytes)).file).toMatchObject({ revisions: 1, trailingBytes: 0 });
  });

  test('count an update that leaves its end-of-file mark out', async () => {
    const bytes = await makePdf((doc) => doc.text('x', 50, 50));
    expect((await read(update(bytes, ''))).file).toMatchObject({ revisions: 2 });
    expect((await read(update(bytes, '%%EOF\n'))).file).toMatchObject({ revisions: 2, trailingBytes: 0 });
  });

  test.runIf(hasJudges('qpdf'))('know a linearized file from one that was updated and calls itself so', async () => {
    const bytes = await makePdf((doc) => doc.text('x', 50, 50));
    const linearized = await withPdf(bytes, (file) =>
      inTemporaryFolder(async (folder) => {
        await readTool('qpdf', ['--linearize', file, join(folder, 'linearized.pdf')]);
        return readFile(join(folder, 'linearized.pdf'));
      }),
    );
    expect((await read(linearized)).file).toMatchObject({ revisions: 1, linearized: true, trailingBytes: 0 });
    expect((await read(update(linearized, '%%EOF\n'))).file).toMatchObject({ revisions: 3, linearized: false });
    const objects = ['/Catalog /Linearized 1 /Pages 2 0 R', '/Pages /Count 1 /Kids [3 0 R]', '/Page /Parent 2 0 R'];
    const lying = writePdf(objects.map((entries) => `<< /Type ${entries} /MediaBox [0 0 100 100] >>`));
    expect((await read(lying)).file).toMatchObject({ revisions: 1 });
    expect((await read(update(lying, '%%EOF\n'))).file).toMatchObject({ revisions: 2, linearized: false });
  });
});

/** A file with an empty update appended: a cross-reference section that points back to the one before. */
function update(bytes: Uint8Array, mark: string): Uint8Array {
  const plain = Buffer.from(bytes).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(plain)?.[1] ?? '';
  const [, root = ''] = /\/Root (\d+ 0 R)/.exec(plain) ?? [];
  const [, size = ''] = /\/Size (\d+)/.exec(plain) ?? [];
  const own = `xref\n0 0\ntrailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${bytes.length + 1}\n`;
  return Buffer.concat([bytes, Buffer.from(`\n${own}${mark}`, 'latin1')]);
}

function outline(node: StructureNode | null): string {
  if (node === null) return 'untagged';
  const alternative = node.alternative === null ? '' : `[${node.alternative}]`;
  const header = node.scope === null ? '' : `{${node.scope} ${node.columnSpan}}`;
  const children = node.children.map((child) => (child.kind === 'element' ? outline(child) : child.kind));
  return `${node.role}${alternative}${header}(${children.join(' ')})`;
}
