import { Fault } from '../../base/index.ts';
import type { Answer } from './answer.ts';
import type { Deadline } from './deadline.ts';
import type { Surroundings } from './surroundings.ts';

/** Attempts at one idempotent request, the first included. */
const MAX_ATTEMPTS = 5;

const FIRST_DELAY_MS = 200;
const MAX_DELAY_MS = 8_000;
const WAIT_AT_MOST_SECONDS = 86_400;

/**
 * Repeats an idempotent exchange while its outcome may be passing: a broken connection, 429 and 5xx. Delays double and
 * are spread at random (full jitter over their upper half); a Retry-After is kept to. What would have to wait past the
 * deadline is not waited for: the last outcome is given at once.
 */
export async function withRetries(
  exchange: () => Promise<Answer>,
  deadline: Deadline,
  around: Pick<Surroundings, 'clock' | 'random' | 'sleep'>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptOnce(exchange);
    const passing = outcome instanceof Fault ? outcome.code === 'CONNECTION_FAILED' : isPassing(outcome.status);
    const asked = outcome instanceof Fault ? null : readRetryAfter(outcome.headers, around.clock());
    const delay = Math.max(backoff(attempt, around.random), asked ?? 0);
    if (!passing || attempt === MAX_ATTEMPTS || delay >= deadline.remainingMs()) {
      if (outcome instanceof Fault) throw outcome;
      return outcome;
    }
    await around.sleep(delay, deadline.signal);
  }
}

async function attemptOnce(exchange: () => Promise<Answer>): Promise<Answer | Fault> {
  try {
    return await exchange();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

function isPassing(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}

/** Milliseconds before the next attempt: doubling, capped, somewhere in the upper half of its range. */
export function backoff(attempt: number, random: () => number): number {
  const full = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * random();
}

/**
 * `Retry-After` in milliseconds from now: seconds, or a date (RFC 9110 §10.2.3). A date is held against the answer's own
 * `Date`, so that a clock which is wrong here does not matter. Null where there is none, or none that makes sense.
 */
export function readRetryAfter(headers: Headers, nowMs: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value), WAIT_AT_MOST_SECONDS) * 1000;
  const until = Date.parse(value);
  const sent = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(until)) return null;
  const wait = until - (Number.isNaN(sent) ? nowMs : sent);
  return Math.min(Math.max(0, wait), WAIT_AT_MOST_SECONDS * 1000);
}
