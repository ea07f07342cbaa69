import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { inTemporaryFolder } from './temporary-folder.ts';
import { PHIVE, runTool } from './tools.ts';

/** Rule sets by what they judge; pinned, so that no clock decides. */
export const RULE_SETS = {
  invoice: 'eu.peppol.bis3:invoice:2026.5',
  'credit-note': 'eu.peppol.bis3:creditnote:2026.5',
  cii: 'eu.cen.en16931:cii:1.3.16',
} as const;

export interface JudgedXml {
  readonly name: string;
  readonly rules: keyof typeof RULE_SETS;
  readonly bytes: Uint8Array;
}

/** What phive has to say of XML invoices, a line each: name, level, rule. A file that it did not judge is told too. */
export async function findXmlBreaches(files: readonly JudgedXml[]): Promise<string[]> {
  return inTemporaryFolder(async (folder) => {
    const paths = await Promise.all(
      files.map(async ({ name, bytes }, index) => {
        const path = join(folder, `${index}-${name}.xml`);
        await writeFile(path, bytes);
        return path;
      }),
    );
    const classPath = [join(PHIVE, 'lib', '*'), join(PHIVE, 'classes')].join(delimiter);
    const { stdout, stderr } = await runTool('java', [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Dfile.encoding=UTF-8',
      '-cp',
      classPath,
      'Judge',
      ...files.flatMap(({ rules }, index) => [RULE_SETS[rules], paths[index] ?? '']),
    ]);
    const said = stdout.split('\n').map((line) => line.split('\t'));
    return files.flatMap(({ name }, index) => {
      const own = said.filter(([, file]) => file === paths[index]);
      const breaches = own
        .filter(([level]) => level !== 'judged')
        .map(([level, , rule, text]) => `${name}: ${level} ${rule} ${text}`);
      const isJudged = own.some(([level]) => level === 'judged');
      return isJudged ? breaches : [...breaches, `${name}: not judged ${stderr.slice(0, 300)}`];
    });
  });
}
