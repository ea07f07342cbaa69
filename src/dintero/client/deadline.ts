import { clientFaults } from './faults.ts';

/** The time that a piece of work has, to the last byte of its last answer. */
export interface Deadline {
  /** Aborted, with a fault as its reason, when time is up or the caller gives up. */
  readonly signal: AbortSignal;
  readonly remainingMs: () => number;
}

/**
 * Runs work that ends when its time is up, whether or not what it waits for heeds the signal.
 *
 * @throws DEADLINE_EXCEEDED, the reason of `outer` when that is aborted, and whatever the work throws
 */
export async function withDeadline<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const end = performance.now() + timeoutMs;
  const timer = setTimeout(() => {
    const message = `Unexpected silence from Dintero for ${timeoutMs / 1000} s, expected the whole answer`;
    controller.abort(clientFaults.DEADLINE_EXCEEDED({ message }));
  }, timeoutMs);
  const giveUp = () => controller.abort(outer?.reason);
  outer?.addEventListener('abort', giveUp, { once: true });
  try {
    const deadline = { signal: controller.signal, remainingMs: () => Math.max(0, end - performance.now()) };
    return await untilAborted(controller.signal, work(deadline));
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', giveUp);
  }
}

/** The promise's outcome, or the signal's reason if that comes first. */
export async function untilAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  if (signal.aborted) stop();
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Waits, or throws the signal's reason when that comes first. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
