import { LOCALES } from '../template/index.ts';
import { type Fixture, findFixture, loadFixtures, loadStandardFixtures } from './fixtures.ts';

/** One document that a template is held to. */
export interface SnapshotCase {
  readonly fixture: Fixture;
  readonly locale: string;
}

export interface CaseSelection {
  /** Names of fixtures; the standard ones unless named. */
  readonly fixtures?: readonly string[] | undefined;
  /** Languages; unless named, each fixture's own, and every language for one of them. */
  readonly locales?: readonly string[] | undefined;
}

/** The fixture that is set in every language: short, and it has every heading there is. */
const EVERY_LANGUAGE = 'four-vat-rates';

/** The documents to compare, in the order of the fixtures. Refused orders make none. Throws FIXTURE_UNKNOWN. */
export function listCases({ fixtures, locales }: CaseSelection = {}): readonly SnapshotCase[] {
  const known = loadFixtures();
  const chosen = fixtures === undefined ? loadStandardFixtures() : fixtures.map((name) => findFixture(known, name));
  return chosen
    .filter(({ refusal }) => refusal === null)
    .flatMap((fixture) => {
      const languages = locales ?? (fixture.name === EVERY_LANGUAGE ? LOCALES : [fixture.locale]);
      return languages.map((locale) => ({ fixture, locale }));
    });
}

/** The name that a case's files have, such as `one-line.nb`. */
export function nameCase(fixture: string, locale: string): string {
  return `${fixture}.${locale}`;
}

/** The cases of which a picture of the first page is kept beside the text: three a template. */
export function hasPicture(name: string): boolean {
  return PICTURED.has(name);
}

const PICTURED = new Set(['four-vat-rates.nb', 'sweden-b2b.sv', 'credit-note.nb']);
