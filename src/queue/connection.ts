import { Redis } from 'ioredis';
import { queueFaults } from './faults.ts';

/** The one queue; several installations on one Redis are told apart by its databases, such as redis://host:6379/2. */
export const QUEUE = { name: 'documents', prefix: 'fakturapress' } as const;

const CONNECT_MS = 10_000;
const MAX_PAUSE_MS = 1_000;

/**
 * Connects to Redis. Once the connection was made, commands wait while it is away: a restart is no end.
 *
 * @throws QUEUE_URL_INVALID, QUEUE_UNAVAILABLE where the first connection cannot be made
 */
export async function connectRedis(url: string): Promise<Redis> {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol)) {
    throw queueFaults.QUEUE_URL_INVALID({ message: 'Unexpected address of the queue, expected redis:// or rediss://' });
  }
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    // BullMQ's own wish: a command that waits for work must not be given up.
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(MAX_PAUSE_MS, attempt * 50),
  });
  // Each failing attempt is an event; whoever waits on the connection tells of it.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return redis;
  } catch (cause) {
    redis.disconnect();
    throw queueUnavailable(url, cause);
  }
}

/** The address without its credentials. */
function describeQueue(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

export function queueUnavailable(url: string, cause?: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return queueFaults.QUEUE_UNAVAILABLE({ message: `Unexpected silence of ${describeQueue(url)}${code}`, cause });
}
