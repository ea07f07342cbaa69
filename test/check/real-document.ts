import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createEngine, type Engine, type EngineOptions, type Rendered } from '#dist/index.js';
import { readFixture } from '../dintero/fixtures.ts';

/** A fixture rendered by the engine, with the engine that did it. */
export interface RealDocument extends Rendered {
  readonly engine: Engine;
  readonly source: Buffer;
}

/** Renders a fixture as a caller would; whoever asks closes the engine. */
export async function renderFixture(name: string, options: EngineOptions = {}): Promise<RealDocument> {
  const brand = fileURLToPath(new URL(`../../fixtures/${name}/brand.json`, import.meta.url));
  const engine = await createEngine({ locale: 'nb', ...(existsSync(brand) ? { brand } : {}), ...options });
  const source = readFixture(`${name}/source.json`);
  return { engine, source, ...engine.render(source) };
}
