import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runTool } from './tools.ts';

const JAR = fileURLToPath(new URL('../../../.judges/mustang.jar', import.meta.url));
/** Java compiles it as it starts. */
const MAIN = 'scripts/judges/mustang/JudgeHybrids.java';

/** Whether Mustang is there; only long runs fetch it. */
export function hasMustang(): boolean {
  return existsSync(JAR);
}

/** What Mustang says of one Factur-X file. */
export interface HybridVerdict {
  readonly file: string;
  /** Errors, fatal or not, a line each; `not judged` where Mustang was silent. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Has Mustang judge Factur-X files, PDF and XML together. A file passes only where its report says valid in words. */
export async function judgeHybrids(files: readonly string[]): Promise<HybridVerdict[]> {
  const { stdout } = await runTool('java', ['-XX:+UseSerialGC', '-Xmx2g', '-cp', JAR, MAIN, ...files]);
  const said = new Map(
    stdout.split('\n').flatMap((line) => {
      const [word, file = '', valid, report = ''] = line.split('\t');
      return word === 'judged' ? [[file, { valid, report: Buffer.from(report, 'base64').toString('utf8') }]] : [];
    }),
  );
  return files.map((file) => {
    const { valid, report = '' } = said.get(file) ?? {};
    const texts = (tag: string) =>
      [...report.matchAll(new RegExp(`<${tag}[ >][^<]*?>?([^<>]*)</${tag}>`, 'g'))].map(([, text = '']) => text.trim());
    const isValid = valid === 'true' && /<summary status="valid"\/>\s*<\/validation>\s*$/.test(report);
    const errors = ['error', 'exception', 'fatal'].flatMap(texts);
    return { file, errors: isValid || errors.length > 0 ? errors : ['not judged'], warnings: texts('warning') };
  });
}
