import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Fault, findNearestName } from '../base/index.ts';
import { toInvoice } from '../dintero/index.ts';
import { readBrand } from '../engine-parts.ts';
import { toInvoiceLocale } from '../prepare-languages.ts';
import { readSource } from '../read-source.ts';
import { asKind, type Fixture, loadFixtures, snapshotFaults } from '../snapshot/index.ts';
import { LOCALES, listTemplates, loadTemplate } from '../template/index.ts';
import type { Catalog, Choice } from './messages.ts';

export interface PreviewSubject {
  /** Name or folder. */
  readonly template?: string | undefined;
  readonly brand?: string | undefined;
  readonly locale?: string | undefined;
  readonly kind?: Choice['kind'] | undefined;
  readonly fixture?: string | undefined;
  /** An order of one's own. */
  readonly source?: string | undefined;
}

/** What one choice is made of, on the disk. */
export interface RenderJob {
  readonly choice: Choice;
  /** The template's folder. */
  readonly directory: string;
  readonly brand: string | undefined;
  readonly fixture: Fixture;
}

/** Everything that can be picked, with the paths that the page never sees. */
export interface Shelf {
  readonly catalog: Catalog;
  /** Null for a choice of something that is not on the shelf. */
  toJob(choice: Choice): RenderJob | null;
  /** The folder of a choice's template; undefined for none of ours. */
  toDirectory(choice: Choice): string | undefined;
  /** The templates' folders. */
  readonly directories: readonly string[];
  /** Folders and files whose saves matter. */
  readonly watched: readonly string[];
}

const LANGUAGES: Readonly<Record<(typeof LOCALES)[number], string>> = {
  nb: 'nb Bokmål',
  nn: 'nn Nynorsk',
  sv: 'sv Svenska',
  fi: 'fi Suomi',
  da: 'da Dansk',
  en: 'en English',
};

/** An order named on the command line, among the fixtures. */
const OWN_SOURCE = 'source';
const NO_BRAND = 'store';

/** Gathers what can be picked. Throws what a brand file throws that cannot be read, and FIXTURE_UNKNOWN. */
export function stockShelf(subject: PreviewSubject): Shelf {
  const templates = listDirectories(subject.template);
  const fixtures = listFixtures(subject);
  const brands = listBrands(fixtures, subject.brand);
  const brandOf = (fixture: Fixture): string => {
    const path = subject.brand ?? fixture.brand;
    const content = path === undefined ? '' : readContent(path);
    return [...brands].find(([, brand]) => brand.content === content)?.[0] ?? NO_BRAND;
  };
  const first = chooseFixture(fixtures, subject);
  const catalog: Catalog = {
    templates: [...templates.keys()].map((key) => ({ key, label: key })),
    brands: [...brands].map(([key, { label }]) => ({ key, label })),
    locales: LOCALES.map((key) => ({ key, label: LANGUAGES[key] })),
    fixtures: fixtures.map((fixture) => ({
      key: fixture.name,
      label: fixture.title,
      brand: brandOf(fixture),
      locale: subject.locale ?? readBrand(subject.brand)?.brand.locale ?? fixture.locale,
      kind: fixture.kind,
    })),
    initial: {
      template:
        [...templates].find(([, path]) => path === toDirectory(subject.template ?? 'classic'))?.[0] ?? 'classic',
      brand: brandOf(first),
      locale: subject.locale ?? readBrand(subject.brand)?.brand.locale ?? first.locale,
      kind: subject.kind ?? first.kind,
      fixture: first.name,
    },
  };
  return {
    catalog,
    toJob(choice) {
      const directory = templates.get(choice.template);
      const fixture = fixtures.find(({ name }) => name === choice.fixture);
      const brand = brands.get(choice.brand);
      if (directory === undefined || fixture === undefined || brand === undefined) return null;
      if (!LOCALES.some((locale) => locale === choice.locale)) return null;
      return { choice, directory, brand: brand.path, fixture: asKind(reload(fixture, subject), choice.kind) };
    },
    toDirectory: ({ template }) => templates.get(template),
    directories: [...templates.values()],
    watched: [
      ...templates.values(),
      ...(subject.brand === undefined ? [] : [dirname(resolve(subject.brand))]),
      ...(subject.source === undefined ? [] : [resolve(subject.source)]),
    ],
  };
}

function toDirectory(template: string): string {
  try {
    return loadTemplate(template).directory;
  } catch {
    // A broken template is what a preview is for; only its folder is needed here.
    return resolve(template);
  }
}

function listDirectories(own: string | undefined): ReadonlyMap<string, string> {
  const directories = new Map(listTemplates().map((name) => [name, toDirectory(name)]));
  if (own === undefined || directories.has(own)) return directories;
  const path = toDirectory(own);
  const name = basename(path);
  return new Map([[directories.has(name) ? `${name} (folder)` : name, path], ...directories]);
}

function listFixtures({ source }: PreviewSubject): readonly Fixture[] {
  const fixtures = loadFixtures();
  if (source === undefined) return fixtures;
  const own: Fixture = {
    name: OWN_SOURCE,
    title: basename(source),
    source: readFileSync(source),
    brand: undefined,
    kind: 'invoice',
    creditNoteNumber: undefined,
    locale: chooseLocale(source),
    refusal: null,
  };
  return [own, ...fixtures];
}

/** The language that `render` takes for an order; of one that cannot be read, any. */
function chooseLocale(source: string): string {
  try {
    return toInvoiceLocale(toInvoice(readSource(readFileSync(source)), null, { seller: 'optional' }));
  } catch (fault) {
    if (fault instanceof Fault) return 'nb';
    throw fault;
  }
}

/** The own order may have been saved since. */
function reload(fixture: Fixture, { source }: PreviewSubject): Fixture {
  return fixture.name === OWN_SOURCE && source !== undefined ? { ...fixture, source: readFileSync(source) } : fixture;
}

function chooseFixture(fixtures: readonly Fixture[], { fixture: name, source }: PreviewSubject): Fixture {
  const wanted = name ?? (source === undefined ? 'four-vat-rates' : OWN_SOURCE);
  const found = fixtures.find((fixture) => fixture.name === wanted);
  if (found !== undefined) return found;
  const names = fixtures.map((fixture) => fixture.name);
  const nearest = findNearestName(wanted, names);
  throw snapshotFaults.FIXTURE_UNKNOWN({
    message: `Unexpected fixture "${wanted}", expected one of ${names.join(', ')}`,
    hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
  });
}

interface ShelvedBrand {
  readonly label: string;
  readonly path: string | undefined;
  readonly content: string;
}

/** Brands by name: many samples are of one brand. The same name with other content is told apart by its fixture. */
function listBrands(fixtures: readonly Fixture[], own: string | undefined): ReadonlyMap<string, ShelvedBrand> {
  const brands = new Map<string, ShelvedBrand>();
  const contents = new Set<string>();
  for (const [path, title] of [
    [own, 'own'] as const,
    ...fixtures.map(({ brand, title: of }) => [brand, of] as const),
  ]) {
    if (path === undefined) continue;
    const content = readContent(path);
    if (contents.has(content)) continue;
    contents.add(content);
    const name = labelBrand(path);
    const label = [...brands.values()].some((brand) => brand.label === name) ? `${name}, ${title}` : name;
    brands.set(toKey(label), { label, path, content });
  }
  return brands.set(NO_BRAND, { label: 'The order’s store', path: undefined, content: '' });
}

/** What the brand says and shows; where its logo lies makes no difference. */
function readContent(path: string): string {
  const loaded = readBrand(path);
  const logo = loaded?.logo ?? null;
  return JSON.stringify([loaded?.brand, logo === null ? null : Buffer.from(logo).toString('base64')]);
}

function labelBrand(path: string | undefined): string {
  return readBrand(path)?.brand.name ?? '';
}

function toKey(label: string): string {
  return label.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '-');
}
