import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source with its brand from `fixtures/`. */
export interface Fixture {
  readonly name: string;
  readonly folder: string;
  readonly sourceFile: string;
  readonly source: Uint8Array;
  /** Undefined where the seller is the order's store. */
  readonly brandFile: string | undefined;
}

/** Every source that must become an invoice. */
export function listFixtures(): Fixture[] {
  return readdirSync('fixtures')
    .filter((name) => existsSync(join('fixtures', name, 'source.json')))
    .toSorted()
    .map((name) => readFixture(join('fixtures', name), name));
}

/** Every source of a cancelled transaction, whose credit note has its number in the record. */
export function listCreditNoteFixtures(): Fixture[] {
  return readdirSync('fixtures/credit-notes')
    .toSorted()
    .map((name) => readFixture(join('fixtures/credit-notes', name), name));
}

/** One of them. */
export function fixtureNamed(name: string): Fixture {
  const fixture = listFixtures().find((each) => each.name === name);
  if (fixture === undefined) throw new Error(`Unexpected fixture name ${name}`);
  return fixture;
}

/** A source that must be refused, with what it must be refused with. */
export interface RefusedFixture extends Fixture {
  readonly expected: { readonly code: string; readonly path?: string };
}

/** Every source that must be refused. */
export function listRefusedFixtures(): RefusedFixture[] {
  return readdirSync('fixtures/refused')
    .toSorted()
    .map((name) => {
      const folder = join('fixtures/refused', name);
      const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as RefusedFixture['expected'];
      return { ...readFixture(folder, name), expected };
    });
}

function readFixture(folder: string, name: string): Fixture {
  const sourceFile = join(folder, 'source.json');
  const brandFile = join(folder, 'brand.json');
  return {
    name,
    folder,
    sourceFile,
    source: readFileSync(sourceFile),
    brandFile: existsSync(brandFile) ? brandFile : undefined,
  };
}
