import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNearestName } from '../base/index.ts';
import { templateFaults } from './faults.ts';
import type { Locale } from './format/conventions.ts';
import { type CompiledTemplate, compileTemplate } from './handlebars/compile.ts';
import type { TemplateFile } from './handlebars/template-file.ts';
import { type Labels, loadLabelFile, loadLabels, mergeLabels } from './labels.ts';
import { parseManifest, type TemplateManifest } from './manifest.ts';

/** A template made ready: everything of its folder, read and checked. */
export interface Template {
  readonly name: string;
  readonly version: string;
  readonly manifest: TemplateManifest;
  /** Folder on disk. */
  readonly directory: string;
  readonly compiled: CompiledTemplate;
  readonly styleSheet: TemplateFile;
  /** Words of its own by language; none for most templates. */
  readonly labels: ReadonlyMap<Locale, Labels>;
}

const BUNDLED = fileURLToPath(new URL('../../templates/', import.meta.url));
const MANIFEST = 'template.json';

/** The names of the templates that come with the package, in alphabetical order. */
export function listTemplates(): readonly string[] {
  return readdirSync(BUNDLED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(BUNDLED, entry.name, MANIFEST)))
    .map(({ name }) => name)
    .toSorted();
}

/**
 * Reads a template from disk and compiles it. A name without a slash that comes with the package means that one;
 * anything else is the path of a folder.
 *
 * @throws TEMPLATE_NOT_FOUND, TEMPLATE_…
 */
export function loadTemplate(nameOrDirectory: string): Template {
  const directory = findTemplate(nameOrDirectory);
  const label = basename(directory);
  const manifest = parseManifest(loadJson(join(directory, MANIFEST), `${label}/${MANIFEST}`), `${label}/${MANIFEST}`);
  const entry = loadFile(directory, label, 'invoice.hbs');
  const partials = new Map(
    listFiles(join(directory, 'partials'), '.hbs').map((name) => [
      name.slice(0, -'.hbs'.length),
      loadFile(directory, label, `partials/${name}`),
    ]),
  );
  const compiled = compileTemplate(entry, partials);
  const styleSheet = loadFile(directory, label, 'style.css');
  return {
    name: manifest.name,
    version: manifest.version,
    manifest,
    directory,
    compiled,
    styleSheet,
    labels: loadOwnLabels(directory),
  };
}

/** The words a template prints by in one language: the package's, with the template's own over them. */
export function labelsOf(template: Template, locale: Locale): Labels {
  return mergeLabels(loadLabels(locale), template.labels.get(locale) ?? new Map());
}

function findTemplate(nameOrDirectory: string): string {
  const names = listTemplates();
  if (names.includes(nameOrDirectory)) return join(BUNDLED, nameOrDirectory);
  const directory = resolve(nameOrDirectory);
  if (existsSync(join(directory, MANIFEST))) return directory;
  const nearest = nameOrDirectory.includes(sep) ? null : findNearestName(nameOrDirectory, names);
  throw templateFaults.TEMPLATE_NOT_FOUND({
    message: `no template "${nameOrDirectory}", expected one of ${names.join(', ')} or a folder with ${MANIFEST}`,
    hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
  });
}

function loadFile(directory: string, label: string, path: string): TemplateFile {
  const name = `${label}/${path}`;
  try {
    return {
      name,
      source: readFileSync(join(directory, path), 'utf8').replace(/^\uFEFF/, ''),
    };
  } catch (cause) {
    throw templateFaults.TEMPLATE_NOT_FOUND({ message: `cannot read ${name}`, cause });
  }
}

function loadJson(path: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw templateFaults.TEMPLATE_MANIFEST({ message: `${name} is not JSON`, cause });
  }
}

function loadOwnLabels(directory: string): ReadonlyMap<Locale, Labels> {
  const folder = join(directory, 'labels');
  return new Map(
    listFiles(folder, '.json').map((name) => [
      name.slice(0, -'.json'.length) as Locale,
      loadLabelFile(join(folder, name)),
    ]),
  );
}

function listFiles(directory: string, ending: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}
