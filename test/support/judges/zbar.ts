import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from './temporary-folder.ts';
import { runTool } from './tools.ts';

/** What zbar reads from a picture, by the kind of code; none where there is none. */
export async function decodeBarcodes(png: Uint8Array, symbology: 'qrcode' | 'code128'): Promise<readonly string[]> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'page.png');
    await writeFile(file, png);
    const args = ['--quiet', '--raw', '-Sdisable', `-S${symbology}.enable`, file];
    const { stdout } = await runTool('zbarimg', args);
    // One code of a kind is all that a page has, so what line feeds there are belong to it.
    return stdout === '' ? [] : [stdout.replace(/\n$/, '')];
  });
}
