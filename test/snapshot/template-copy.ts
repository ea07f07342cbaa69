import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the classic template that a test may change; removed with `remove`. */
export class TemplateCopy {
  readonly folder: string;
  readonly #root: string;

  constructor() {
    this.#root = mkdtempSync(join(tmpdir(), 'template-'));
    this.folder = join(this.#root, 'classic');
    cpSync('templates/classic', this.folder, { recursive: true });
    rmSync(join(this.folder, 'preview'), { recursive: true, force: true });
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** Replaces the one place in a file; throws where there is none, so that no test changes nothing. */
  edit(file: string, from: string | RegExp, to: string): void {
    const text = this.read(file);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change in ${file}`);
    writeFileSync(this.path(file), changed);
  }

  raiseVersion(): void {
    this.edit('template.json', '"version": "1.0.0"', '"version": "1.0.1"');
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
