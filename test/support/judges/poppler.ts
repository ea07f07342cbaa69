import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from './temporary-folder.ts';
import { readTool } from './tools.ts';

/** One line of pdffonts. */
export interface FontLine {
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly hasUnicode: boolean;
}

/** The text in the order of the content stream, a line per line of print. */
export async function readText(file: string): Promise<string> {
  return readTool('pdftotext', ['-enc', 'UTF-8', '-raw', '-nopgbrk', file, '-']);
}

/** The text laid out as on the page. */
export async function readLayout(file: string): Promise<string> {
  return readTool('pdftotext', ['-enc', 'UTF-8', '-layout', '-nopgbrk', file, '-']);
}

export async function listFonts(file: string): Promise<FontLine[]> {
  const [, , ...lines] = (await readTool('pdffonts', [file])).trimEnd().split('\n');
  return lines.map((line) => {
    const [name = ''] = line.split(/\s+/);
    const [embedded, subset, hasUnicode] = /(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line)?.slice(1) ?? [];
    return { name, embedded: embedded === 'yes', subset: subset === 'yes', hasUnicode: hasUnicode === 'yes' };
  });
}

/** `pdfinfo` as a record: Title, Author, Tagged, Pages … */
export async function readInfo(file: string): Promise<Readonly<Record<string, string>>> {
  const lines = (await readTool('pdfinfo', ['-enc', 'UTF-8', '-isodates', file])).trimEnd().split('\n');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** The XMP packet. */
export async function readXmp(file: string): Promise<string> {
  return readTool('pdfinfo', ['-meta', file]);
}

/** The structure tree with its text, as poppler reads it aloud. */
export async function readStructure(file: string): Promise<string> {
  return readTool('pdfinfo', ['-enc', 'UTF-8', '-struct-text', file]);
}

/** One page (from 1) as PNG. */
export async function rasterise(file: string, page: number, dpi: number): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const stem = join(folder, 'page');
    await readTool('pdftoppm', ['-png', '-singlefile', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, file, stem]);
    return readFile(`${stem}.png`);
  });
}
