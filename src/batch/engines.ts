import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine, type EngineOptions } from '../engine.ts';
import { createDirectReader } from '../readback/index.ts';
import { batchFaults } from './faults.ts';
import { MAX_ENGINES } from './limits.ts';

/**
 * Makes engines as brands are asked for and keeps the last few. They read back in the calling thread, which must be one
 * that is ended at a deadline.
 */
export function createEngines(
  options: EngineOptions,
  brandsFolder: string | null,
): (brandKey: string | null) => Promise<Engine> {
  const reader = createDirectReader();
  const engines = new Map<string | null, Promise<Engine>>();

  return (brandKey) => {
    const kept = engines.get(brandKey);
    // Put last again, so that the first of the map is always the one longest unused.
    engines.delete(brandKey);
    const engine = kept ?? createEngine(chooseOptions(options, brandsFolder, brandKey), reader);
    engines.set(brandKey, engine);
    if (engines.size > MAX_ENGINES) engines.delete([...engines.keys()][0] ?? null);
    return engine;
  };
}

/** A record without a brand takes the run's own; one that names a brand never takes another than it names. */
function chooseOptions(options: EngineOptions, brandsFolder: string | null, brandKey: string | null): EngineOptions {
  if (brandKey === null) return options;
  if (brandsFolder === null) {
    throw batchFaults.BRAND_UNKNOWN({
      message: `Unexpected brand "${brandKey}" in a run without a folder of brands`,
      path: 'brand',
    });
  }
  const brand = join(brandsFolder, `${brandKey}.json`);
  if (existsSync(brand)) return { ...options, brand };
  throw batchFaults.BRAND_UNKNOWN({
    message: `Unexpected brand "${brandKey}", expected ${brand} to be there`,
    path: 'brand',
  });
}
