import { cliFaults } from './faults.ts';
import type { Host } from './terminal.ts';

/**
 * The queue's address: the flag's own, or that of the environment, where a password does not show to other users.
 *
 * @throws USAGE
 */
export function toQueueUrl(queue: string | true | undefined, { environment = {} }: Host): string {
  const url = typeof queue === 'string' ? queue : environment['REDIS_URL'];
  if (url) return url;
  throw cliFaults.USAGE({
    message: 'Unexpected absence of the queue’s address, expected --queue redis://HOST:PORT or REDIS_URL.',
  });
}
