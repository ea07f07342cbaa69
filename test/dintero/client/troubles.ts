import type { Misbehaviour } from '../../support/dintero/index.ts';

const MEGABYTE = 1024 * 1024;

/** A trouble while a transaction is read, and what it must end in. */
export interface Trouble {
  readonly name: string;
  readonly how: Misbehaviour;
  /** How often; endlessly unless said otherwise. */
  readonly times?: number;
  /** Null where it goes well in the end. */
  readonly code: string | null;
  /** How many requests it may take. */
  readonly requests: number;
}

/** Every way in which the stand-in can be told to misbehave but slowness, which has a deadline to be held against. */
export const TROUBLES: readonly Trouble[] = [
  { name: '401 once', how: { kind: 'status', status: 401 }, times: 1, code: null, requests: 2 },
  { name: '401 always', how: { kind: 'status', status: 401 }, code: 'AUTHENTICATION_FAILED', requests: 2 },
  { name: '403', how: { kind: 'status', status: 403 }, code: 'FORBIDDEN', requests: 1 },
  { name: '404', how: { kind: 'status', status: 404 }, code: 'NOT_FOUND', requests: 1 },
  { name: '409', how: { kind: 'status', status: 409 }, code: 'CONFLICT', requests: 1 },
  { name: '400', how: { kind: 'status', status: 400 }, code: 'REQUEST_REFUSED', requests: 1 },
  { name: '429 once', how: { kind: 'status', status: 429 }, times: 1, code: null, requests: 2 },
  { name: '429 always', how: { kind: 'status', status: 429 }, code: 'RATE_LIMITED', requests: 5 },
  { name: '500 twice', how: { kind: 'status', status: 500 }, times: 2, code: null, requests: 3 },
  { name: '503 always', how: { kind: 'status', status: 503 }, code: 'DINTERO_UNAVAILABLE', requests: 5 },
  { name: 'a reset once', how: { kind: 'reset' }, times: 1, code: null, requests: 2 },
  { name: 'resets', how: { kind: 'reset' }, code: 'CONNECTION_FAILED', requests: 5 },
  { name: 'a body cut short', how: { kind: 'truncated' }, code: 'CONNECTION_FAILED', requests: 5 },
  { name: 'lost answers', how: { kind: 'lost-answer' }, code: 'CONNECTION_FAILED', requests: 5 },
  { name: 'a gateway in between', how: { kind: 'done-but', status: 502 }, code: 'DINTERO_UNAVAILABLE', requests: 5 },
  { name: 'an echo', how: { kind: 'echo', status: 400 }, code: 'REQUEST_REFUSED', requests: 1 },
  { name: 'JSON cut short', how: { kind: 'broken-json' }, code: 'RESPONSE_INVALID', requests: 1 },
  { name: 'HTML', how: { kind: 'html' }, code: 'RESPONSE_INVALID', requests: 1 },
  { name: 'an empty 200', how: { kind: 'empty' }, code: 'RESPONSE_INVALID', requests: 1 },
  { name: '100 MB', how: { kind: 'huge', bytes: 100 * MEGABYTE }, code: 'RESPONSE_TOO_LARGE', requests: 1 },
  { name: 'a gzip bomb', how: { kind: 'gzip-bomb', bytes: 100 * MEGABYTE }, code: 'RESPONSE_TOO_LARGE', requests: 1 },
  { name: 'a redirect', how: { kind: 'redirect', to: 'https://evil.example/' }, code: 'REDIRECT_REFUSED', requests: 1 },
];
