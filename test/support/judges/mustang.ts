import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runTool } from './tools.ts';

const JAR = fileURLToPath(new URL('../../../.judges/mustang.jar', import.meta.url));

/** Whether Mustang is there; only long runs fetch it. */
export function hasMustang(): boolean {
  return existsSync(JAR);
}

/** What Mustang finds wrong with Factur-X files, a line each. A file passes only where its report says valid. */
export async function findHybridBreaches(files: readonly string[]): Promise<string[]> {
  const breaches: string[] = [];
  for (const file of files) {
    const { status, stdout } = await runTool('java', [
      '-jar',
      JAR,
      '--disable-file-logging',
      '--no-notices',
      '--action',
      'validate',
      '--source',
      file,
    ]);
    const errors = [...stdout.matchAll(/<(?:error|exception)[^>]*>([^<]*)/g)].map(([, text = '']) => text.trim());
    const isValid = status === 0 && /<summary status="valid"\/>\s*<\/validation>\s*$/.test(stdout);
    if (!isValid || errors.length > 0) breaches.push(`${file}: ${errors.join('; ') || `exit ${status}`}`);
  }
  return breaches;
}
