import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An editor that writes down what it is asked to open. */
export interface FakeEditor {
  /** For FAKTURAPRESS_EDITOR. */
  readonly command: string;
  /** What was opened so far, a line each. */
  opened(): string;
  remove(): void;
}

/** Makes one that lives until it is removed. */
export function createEditor(): FakeEditor {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'));
  const list = join(folder, 'opened');
  const script = join(folder, 'editor.mjs');
  appendFileSync(list, '');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(list)}, process.argv[2] + '\\n');`,
  );
  return {
    command: `${process.execPath} ${script}`,
    opened: () => readFileSync(list, 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
