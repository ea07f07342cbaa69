import type { $Fetch } from 'ofetch';
import { Fault } from '../../base/index.ts';
import { type Answer, checkAnnouncedLength, collectBody } from './answer.ts';
import { untilAborted } from './deadline.ts';
import { clientFaults } from './faults.ts';

/** One request as it goes out. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
  /** Of the answer's body, after decompression. */
  readonly maxBytes: number;
}

/** Sends one request, once, and reads the answer to its end. */
export type Send = (request: WireRequest) => Promise<Answer>;

/** Errors of a socket that was never open: no request can have reached anyone. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const neverSent = new WeakSet<Fault>();

/** Whether a fault of `Send` came before any byte of the request had left. */
export function wasNeverSent(fault: unknown): boolean {
  return fault instanceof Fault && neverSent.has(fault);
}

/**
 * The only door to ofetch, with everything it does of its own accord turned off: no retry, no timeout that ends at the
 * headers, no parsing that repairs, no redirect. Its errors carry the request's headers, so none is passed on.
 *
 * @throws CONNECTION_FAILED, REDIRECT_REFUSED, RESPONSE_TOO_LARGE, and the reason of the signal
 */
export function createSend(fetch: typeof globalThis.fetch): Send {
  // Loaded with the first request, as is what Node makes requests with: most commands send none.
  let ofetch: $Fetch | null = null;
  return async ({ method, url, headers, body, signal, maxBytes }) => {
    try {
      ofetch ??= (await import('ofetch')).createFetch({ fetch, Headers, AbortController });
      const response = await untilAborted(
        signal,
        ofetch.raw(url, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
          signal,
          redirect: 'manual',
          retry: 0,
          responseType: 'stream',
          ignoreResponseError: true,
        }),
      );
      const { status } = response;
      if (response.redirected || response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
        void response.body?.cancel();
        throw clientFaults.REDIRECT_REFUSED({
          message: `Unexpected redirect from ${new URL(url).origin}, expected an answer`,
        });
      }
      try {
        checkAnnouncedLength(response.headers.get('content-length'), maxBytes);
      } catch (fault) {
        void response.body?.cancel();
        throw fault;
      }
      const bytes = await untilAborted(signal, collectBody(response.body, maxBytes));
      return { status, headers: response.headers, bytes };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof Fault ? error : toConnectionFault(error, url);
    }
  };
}

function toConnectionFault(error: unknown, url: string): Fault {
  const code = findCode(error);
  const fault = clientFaults.CONNECTION_FAILED({
    message: `Unexpected end of the connection to ${new URL(url).host} (${code ?? 'no reason given'}), expected an answer`,
  });
  if (code !== null && NEVER_CONNECTED.has(code)) neverSent.add(fault);
  return fault;
}

/** The system's own code, which stands on the innermost of nested causes. */
function findCode(error: unknown): string | null {
  let code: string | null = null;
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(at.code)) code = at.code;
    if (at instanceof AggregateError && code === null) code = findCode(at.errors[0]);
  }
  return code;
}
