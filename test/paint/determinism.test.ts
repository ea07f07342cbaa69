import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PaintResources, paintDocument, prepareImage } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import { inTemporaryFolder } from '../support/judges/index.ts';
import { everyKind, FADING_SQUARE } from './every-kind.ts';
import { loadFonts, METADATA, resources } from './hand-made.ts';

let book: FontBook;
beforeAll(async () => {
  book = await loadFonts();
});

const ATTACHMENTS: PaintResources['attachments'] = ['z.xml', 'B.xml', 'a.xml'].map((name) => ({
  name,
  bytes: Buffer.from(name),
  mimeType: 'text/xml',
  relationship: 'Data',
  description: name,
  date: METADATA.date,
}));

function paint(): Uint8Array {
  const images = new Map([['logo', prepareImage(FADING_SQUARE, 'logo.png')]]);
  return paintDocument(everyKind(book), resources(book, { images, attachments: ATTACHMENTS }));
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Paints a display list from a file in a process of its own and prints the digest. */
const CHILD = `
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { FontSubsets, paintDocument, prepareImage } from '#dist/paint/index.js';
import { loadBundledFonts, loadFontBook } from '#dist/text/index.js';
const [paged, metadata, attachments, logo] = JSON.parse(await readFile(process.argv[1], 'utf8'));
const book = loadFontBook(await loadBundledFonts((file) => readFile('fonts/' + file)));
const pdf = paintDocument(paged, {
  fonts: new FontSubsets(book.fontOf),
  images: new Map([['logo', prepareImage(Buffer.from(logo, 'base64'), 'logo.png')]]),
  metadata,
  attachments: attachments.map((attachment) => ({ ...attachment, bytes: Buffer.from(attachment.name) })),
});
process.stdout.write(createHash('sha256').update(pdf).digest('hex'));
`;

describe('the same input', () => {
  it('gives the same bytes a hundred times over', () => {
    const first = digest(paint());
    for (let i = 0; i < 100; i += 1) expect(digest(paint())).toBe(first);
  });

  it('gives the same bytes in other processes, time zones and languages', async () => {
    const here = digest(paint());
    await inTemporaryFolder(async (folder) => {
      const input = join(folder, 'input.json');
      await writeFile(
        input,
        JSON.stringify([everyKind(book), METADATA, ATTACHMENTS, Buffer.from(FADING_SQUARE).toString('base64')]),
      );
      const settings = [
        { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8' },
        { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      ];
      for (const env of settings) {
        const there = execFileSync(process.execPath, ['--input-type=module', '-e', CHILD, input], {
          cwd: fileURLToPath(new URL('../../', import.meta.url)),
          env: { ...process.env, ...env },
          encoding: 'utf8',
        });
        expect(there, JSON.stringify(env)).toBe(here);
      }
    });
  });
});
