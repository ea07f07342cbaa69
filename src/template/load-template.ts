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
  /** The template's own last, over those of the template that it extends. */
  readonly styleSheets: readonly TemplateFile[];
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
  const own = basename(directory);
  const file = `${own}/${MANIFEST}`;
  const json = loadJson(join(directory, MANIFEST), file);
  const base = findBase(json, file);
  const manifest = parseManifest(base === null ? json : { ...base.json, ...(json as object) }, file);
  const folders = [...(base === null ? [] : [base.directory]), directory];
  const compiled = compileTemplate(loadLast(folders, 'invoice.hbs'), new Map(folders.flatMap(loadPartials)));
  return {
    name: manifest.name,
    version: manifest.version,
    manifest,
    directory,
    // What the other template's document includes is that template's affair.
    compiled: { ...compiled, unusedPartials: compiled.unusedPartials.filter((name) => name.startsWith(`${own}/`)) },
    styleSheets: loadStyleSheets(folders),
    labels: mergeByLocale(folders.map(loadOwnLabels)),
  };
}

/** The template of the package that a manifest extends, itself whole. */
function findBase(json: unknown, file: string): { readonly directory: string; readonly json: object } | null {
  const name = typeof json === 'object' && json !== null && 'extends' in json ? json.extends : undefined;
  if (name === undefined) return null;
  const names = listTemplates();
  if (typeof name !== 'string' || !names.includes(name)) {
    const nearest = typeof name === 'string' ? findNearestName(name, names) : null;
    throw templateFaults.TEMPLATE_MANIFEST({
      message: `${file}: extends: expected one of ${names.join(', ')}`,
      path: 'extends',
      hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
    });
  }
  const directory = join(BUNDLED, name);
  return { directory, json: loadJson(join(directory, MANIFEST), `${name}/${MANIFEST}`) as object };
}

function mergeByLocale(layers: readonly ReadonlyMap<Locale, Labels>[]): ReadonlyMap<Locale, Labels> {
  const merged = new Map<Locale, Labels>();
  for (const [locale, labels] of layers.flatMap((layer) => [...layer])) {
    merged.set(locale, mergeLabels(merged.get(locale) ?? new Map(), labels));
  }
  return merged;
}

/** A file of the last folder that has it. */
function loadLast(folders: readonly string[], path: string): TemplateFile {
  const folder = folders.findLast((each) => existsSync(join(each, path))) ?? folders.at(-1) ?? '';
  return loadFile(folder, basename(folder), path);
}

function loadPartials(folder: string): readonly (readonly [string, TemplateFile])[] {
  return listFiles(join(folder, 'partials'), '.hbs').map((name) => [
    name.slice(0, -'.hbs'.length),
    loadFile(folder, basename(folder), `partials/${name}`),
  ]);
}

/** Only a template that extends another may go without one. */
function loadStyleSheets(folders: readonly string[]): readonly TemplateFile[] {
  const present = folders.filter((folder, index) => index === 0 || existsSync(join(folder, 'style.css')));
  return present.map((folder) => loadFile(folder, basename(folder), 'style.css'));
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
