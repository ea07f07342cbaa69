import type { Identity } from './identify.ts';
import type { WorkerSettings } from './worker-pool.ts';

/** The same as `identify`, and loads the engine only now: whoever merely hands records out stays small without it. */
export async function loadIdentity(settings: Pick<WorkerSettings, 'engine' | 'brands'>): Promise<Identity> {
  const { identify } = await import('./identify.ts');
  return identify(settings);
}
