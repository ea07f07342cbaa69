import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { createEngine, Engine, Report } from '#dist/index.js';
import type { proveRendered } from '#dist/prove-rendered.js';
import type { Reader } from '#dist/readback/index.js';
import { createRandom } from './random.ts';
import { createRandomSource, type RandomSource } from './random-source.ts';
import { listSabotages, type Sabotage } from './sabotages.ts';
import { type Studio, toBrand } from './subject.ts';

/** One document of an engine that errs. */
export interface SabotageOutcome {
  readonly sabotage: Sabotage;
  readonly note: string;
  readonly found: boolean;
  readonly named: boolean;
}

/** Sources that are tried until one shows the bug; some bugs need a decimal in a rate, or a negative line. */
const MOST_TRIES = 40;

/**
 * Has engines that err in one place each make documents and prove them, as `render` does: every document that comes out
 * otherwise than a right engine's must be refused. Each engine is a copy of the package of its own, loaded into this
 * process; what reads the documents back is shared, and right.
 */
export async function* sabotageEngines(
  studio: Studio,
  seed: number,
  documentsEach: number,
  which: (sabotage: Sabotage, index: number) => boolean = () => true,
): AsyncGenerator<SabotageOutcome> {
  const random = createRandom(seed);
  for (const sabotage of listSabotages(random).filter(which)) {
    const folder = copyPackage(sabotage);
    try {
      const erring = await loadEngines(folder, studio.reader);
      let shown = 0;
      for (let tries = 0; shown < documentsEach && tries < MOST_TRIES * documentsEach; tries += 1) {
        const drawn = createRandomSource(random, 1 + random.integer(8));
        const source = sabotage.kind === 'sabotage: template' ? { ...drawn, template: 'classic' as const } : drawn;
        const outcome = await tryOne(studio, erring, sabotage, source);
        if (outcome === null) continue;
        shown += 1;
        yield outcome;
      }
      if (shown < documentsEach) throw new Error(`no source shows that it ${sabotage.what}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Null where the document is as a right engine makes it. */
async function tryOne(
  studio: Studio,
  erring: ErringEngines,
  sabotage: Sabotage,
  source: RandomSource,
): Promise<SabotageOutcome | null> {
  const note = `${sabotage.what} (${source.brand}, ${source.locale}, ${source.template}, ${source.lines} lines)`;
  const right = (await studio.engineOf(source)).render(source.json);
  let report: Report;
  try {
    const engine = await erring.engineOf(source);
    const wrong = engine.render(source.json);
    if (Buffer.compare(wrong.pdf, right.pdf) === 0) return null;
    report = await erring.prove(engine, wrong, source.json);
  } catch (error) {
    // The model, or the template's own guard, has refused it.
    const named = error instanceof Error && 'code' in error;
    return { sabotage, note, found: true, named };
  }
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const named = errors.some(({ field }) => field !== null && sabotage.fields.test(field));
  return { sabotage, note, found: report.verdict === 'invalid', named };
}

interface ErringEngines {
  engineOf(source: RandomSource): Promise<Engine>;
  readonly prove: typeof proveRendered;
}

/** Runs what it is given, where a test runner would translate each of hundreds of files first. */
const IMPORTER = 'data:text/javascript,export default (url) => import(url)';

async function loadEngines(folder: string, reader: Reader): Promise<ErringEngines> {
  const { default: importAsItIs } = (await import(IMPORTER)) as { default: (url: string) => Promise<unknown> };
  const load = (file: string) => importAsItIs(pathToFileURL(join(folder, 'dist', file)).href);
  const index = (await load('index.js')) as { readonly createEngine: typeof createEngine };
  const { proveRendered: prove } = (await load('prove-rendered.js')) as {
    readonly proveRendered: typeof proveRendered;
  };
  const engines = new Map<string, Promise<Engine>>();
  return {
    prove,
    engineOf({ brand, locale, template }) {
      const key = `${brand} ${locale} ${template}`;
      const known = engines.get(key) ?? index.createEngine({ brand: toBrand(brand), locale, template }, reader);
      engines.set(key, known);
      return known;
    },
  };
}

/** The package as links to its own files, but for the one that errs. */
function copyPackage({ file, from, to, what }: Sabotage): string {
  const folder = mkdtempSync(resolve('.tsbuild', 'sabotage-'));
  for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const target = join(folder, 'dist', name);
    mkdirSync(join(target, '..'), { recursive: true });
    linkSync(join('dist', name), target);
  }
  cpSync('templates', join(folder, 'templates'), { recursive: true });
  symlinkSync(resolve('fonts'), join(folder, 'fonts'));
  cpSync('package.json', join(folder, 'package.json'));
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length < 2) throw new Error(`nothing in ${file} that ${what}`);
  unlinkSync(path);
  writeFileSync(path, parts.join(to));
  return folder;
}
