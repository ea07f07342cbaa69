import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Fault } from '#dist/base/index.js';
import { parseSource, parseStrictJson, type Source } from '#dist/dintero/index.js';
import type { BrandFacts } from '#dist/invoice/index.js';
import { parseBrand } from '#dist/template/index.js';

const root = new URL('../../fixtures/', import.meta.url);

/** Names of the folders that hold a source, below `fixtures/` or one of its folders. */
export function listFixtures(under = ''): readonly string[] {
  const folder = new URL(under, root);
  return readdirSync(folder).filter((name) => existsSync(new URL(`${name}/source.json`, folder)));
}

/** The bytes of a fixture's file. */
export function readFixture(path: string): Buffer {
  return readFileSync(new URL(path, root));
}

/** The checked source of a fixture. */
export function readSource(name: string): Source {
  return parseSource(parseStrictJson(readFixture(`${name}/source.json`)));
}

/** The brand of a fixture; null where it has none. */
export function readBrand(name: string): BrandFacts | null {
  const file = `${name}/brand.json`;
  if (!existsSync(new URL(file, root))) return null;
  return parseBrand(JSON.parse(readFixture(file).toString('utf8')), { file });
}

/** A deep copy that a test may spoil. */
export function copySource(name: string): Writable<Source> {
  return structuredClone(readSource(name)) as Writable<Source>;
}

type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;

/** The code of the fault that something throws. */
export function codeOf(make: () => unknown): string {
  return faultOf(make).code;
}

/** The fault that something throws; fails where it throws none. */
export function faultOf(make: () => unknown): Fault {
  try {
    make();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a fault');
}
