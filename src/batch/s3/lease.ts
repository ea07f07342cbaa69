import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { batchFaults } from '../faults.ts';
import type { ObjectStore } from './object-store.ts';

const LOCK = '.fakturapress-lock';
const RENEW_MS = 15_000;
/** A lease that nobody has renewed for so long is that of a run that is no more. */
const EXPIRED_MS = 90_000;
/** Times that a lease may change hands under our eyes before we take it for held. */
const MAX_TRIES = 5;

/** A prefix that this run has to itself. */
export interface Lease {
  /** @throws BATCH_LOCKED once another run has taken the lease over. */
  readonly assertHeld: () => void;
  readonly release: () => Promise<void>;
}

/**
 * Takes the lease of a prefix. Runs move from host to host where there is object storage, so nobody can be asked whether a
 * process still lives: the holder renews the lease, and one that is old may be taken over. Every step is a conditional
 * write, so of several only one succeeds.
 *
 * @throws BATCH_LOCKED, STORE_UNAVAILABLE, STORE_REFUSED
 */
export async function takeLease(
  store: ObjectStore,
  timing = { renewMs: RENEW_MS, expiredMs: EXPIRED_MS },
): Promise<Lease> {
  let etag = await claim(store, timing.expiredMs);
  let isLost = false;

  const renew = async (): Promise<void> => {
    try {
      const renewed = await write(store, { kind: 'unchanged', etag });
      if (renewed === null) isLost = true;
      else etag = renewed;
    } catch {
      // A store that cannot be reached is noticed by the run itself; the lease lasts some renewals more.
    }
  };
  let renewing = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, timing.renewMs).unref();

  return {
    assertHeld() {
      if (isLost) throw locked(store, 'taken over by another run meanwhile');
    },
    async release() {
      clearInterval(timer);
      await renewing;
      if (!isLost) await store.remove(LOCK);
    },
  };
}

async function claim(store: ObjectStore, expiredMs: number): Promise<string> {
  let holder = 'that keeps changing hands';
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const etag = await write(store, { kind: 'absent' });
    if (etag !== null) return etag;
    const found = await store.read(LOCK);
    if (found === null) continue;
    holder = describeHolder(found.bytes);
    if (found.ageMs < expiredMs && !isDeadHere(found.bytes)) throw locked(store, holder);
    const taken = await write(store, { kind: 'unchanged', etag: found.etag });
    if (taken !== null) return taken;
  }
  throw locked(store, holder);
}

/** Each content is another, so that each renewal is another version. */
function write(store: ObjectStore, condition: Parameters<ObjectStore['put']>[2]['condition']): Promise<string | null> {
  const holder = { pid: process.pid, host: hostname(), renewal: randomUUID() };
  return store.put(LOCK, Buffer.from(JSON.stringify(holder)), { condition, type: 'application/json' });
}

function locked(store: ObjectStore, how: string): Error {
  return batchFaults.BATCH_LOCKED({
    message: `Unexpected lock ${store.name}${LOCK}, ${how}, expected a free place`,
    hint: `Wait until the other run ends; a lock that was left behind expires ${EXPIRED_MS / 1000} s after its last renewal.`,
  });
}

/** Of this host's own processes it can be known at once. */
function isDeadHere(bytes: Uint8Array): boolean {
  const { pid, host } = parseHolder(bytes);
  if (host !== hostname() || pid === null || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function describeHolder(bytes: Uint8Array): string {
  const { pid, host } = parseHolder(bytes);
  return `held by process ${pid ?? '?'} on ${host ?? 'an unknown host'}`;
}

function parseHolder(bytes: Uint8Array): { readonly pid: number | null; readonly host: string | null } {
  try {
    const { pid, host } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { pid?: unknown; host?: unknown };
    return {
      pid: typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 ? pid : null,
      host: typeof host === 'string' ? host.slice(0, 200) : null,
    };
  } catch {
    return { pid: null, host: null };
  }
}
