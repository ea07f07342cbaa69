import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolder } from './temporary-folder.ts';
import { readTool } from './tools.ts';

/** The text of the nodes that an XPath expression finds, in well-formed XML; throws where it is not well-formed. */
export async function queryXml(xml: string, xpath: string): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'document.xml');
    await writeFile(file, xml);
    return (await readTool('xmllint', ['--nonet', '--xpath', xpath, file])).trimEnd();
  });
}
