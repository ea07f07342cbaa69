import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder, withPdf } from '../support/judges/temporary-folder.ts';
import { readTool } from '../support/judges/tools.ts';

/** A copy of a file whose uncompressed objects, as Latin-1, were edited; lengths and offsets are mended. */
export function redrawFile(
  pdf: Uint8Array,
  edit: (plain: string) => string,
  mend: (plain: string) => Promise<Buffer> = mendLengths,
): Promise<Buffer> {
  return withPdf(pdf, (file) =>
    inTemporaryFolder(async (folder) => {
      const plain = join(folder, 'plain.pdf');
      await readTool('qpdf', ['--qdf', '--object-streams=disable', file, plain]);
      const before = await readFile(plain, 'latin1');
      const after = edit(before);
      if (after === before) throw new Error('Nothing was edited');
      await writeFile(plain, after, 'latin1');
      return mend(plain);
    }),
  );
}

async function mendLengths(plain: string): Promise<Buffer> {
  const { stdout } = await promisify(execFile)('fix-qdf', [plain], { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** For edits that add objects: the file is put together anew from what can be found in it. */
export async function recover(plain: string): Promise<Buffer> {
  const mended = `${plain}.mended`;
  await readTool('qpdf', ['--warning-exit-0', plain, mended]);
  return readFile(mended);
}

/** A copy in which the operators that draw a fact are others. */
export function redrawFact(pdf: Uint8Array, fact: string, redraw: (operators: string) => string): Promise<Buffer> {
  return redrawFile(pdf, (plain) => {
    const mark = new RegExp(`^/fact\\.${fact.replaceAll('.', '\\.')} <</MCID \\d+>> BDC\\n`, 'm').exec(plain);
    if (mark === null) throw new Error(`No ${fact} in the file`);
    const start = mark.index + mark[0].length;
    const end = plain.indexOf('EMC', start);
    return plain.slice(0, start) + redraw(plain.slice(start, end)) + plain.slice(end);
  });
}
