import { Fault } from '#dist/base/index.js';
import { createDinteroClient, type DinteroClientOptions } from '#dist/dintero/index.js';
import type { StandIn } from '../../support/dintero/index.ts';

/** A client of the stand-in that does not really wait between attempts; what it would have waited is kept. */
export function connect(dintero: StandIn, options: Partial<DinteroClientOptions> = {}) {
  const { accountId, clientId, clientSecret } = dintero.world.settings;
  const waits: number[] = [];
  const client = createDinteroClient({
    accountId,
    clientId,
    clientSecret,
    origins: { checkout: dintero.origin },
    sleep: async (ms) => {
      waits.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
    random: () => 0.5,
    ...options,
  });
  return { client, waits };
}

/** The fault that a promise ends in; fails where it ends well. */
export async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const outcome = await promise.then(
    () => new Error('expected a fault, not success'),
    (error: unknown) => error,
  );
  if (outcome instanceof Fault) return outcome;
  throw outcome;
}
