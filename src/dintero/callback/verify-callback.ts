import { createHmac, timingSafeEqual } from 'node:crypto';
import { clientFaults } from '../client/faults.ts';

/** A callback as it arrived, and what it is checked by. */
export interface SignedCallback {
  /** The value of `Dintero-Signature`: `t=1582236537,v0-hmac-sha256=6bed…`. */
  readonly signature: string | null | undefined;
  readonly method: string;
  /** The whole address that Dintero called, host and query included, as it stood in `callback_url`. */
  readonly url: string | URL;
  readonly accountId: string;
  /** The account's signature secret. */
  readonly secret: string;
  /** Milliseconds since 1970; the present unless said otherwise. */
  readonly now?: number | undefined;
  /** How old, or how far in the future, a signature may be; Dintero asks for five minutes. */
  readonly toleranceSeconds?: number | undefined;
}

const TOLERANCE_SECONDS = 300;
const SCHEME = 'v0-hmac-sha256';

/**
 * Makes sure that a callback comes from Dintero: HMAC-SHA256 over timestamp, account, method, host, path and sorted
 * query, compared in constant time.
 *
 * @throws CALLBACK_SIGNATURE_INVALID, CALLBACK_EXPIRED
 */
export function verifyCallback(callback: SignedCallback): void {
  const { timestamp, digests } = readHeader(callback.signature);
  const expected = createHmac('sha256', callback.secret).update(toSignedText(callback, timestamp)).digest();
  // Every digest is compared, so that the time taken does not tell which of them came close.
  const matches = digests.map((digest) => timingSafeEqual(digest, expected));
  if (!matches.includes(true)) throw refuse('signature that does not match');
  const age = (callback.now ?? Date.now()) / 1000 - Number(timestamp);
  if (Math.abs(age) <= (callback.toleranceSeconds ?? TOLERANCE_SECONDS)) return;
  throw clientFaults.CALLBACK_EXPIRED({
    message: `Unexpected age of ${Math.round(age)} s of a callback's signature, expected at most ${callback.toleranceSeconds ?? TOLERANCE_SECONDS} s`,
  });
}

function readHeader(header: string | null | undefined): { timestamp: string; digests: readonly Buffer[] } {
  if (!header || header.length > 1000) throw refuse('absence of Dintero-Signature');
  let timestamp = '';
  const digests: Buffer[] = [];
  for (const part of header.split(',')) {
    const at = part.indexOf('=');
    const key = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    if (key === 't' && timestamp !== '') throw refuse('second t= in Dintero-Signature');
    if (key === 't' && /^\d{1,12}$/.test(value)) timestamp = value;
    if (key === SCHEME && /^[0-9a-f]{64}$/.test(value)) digests.push(Buffer.from(value, 'hex'));
  }
  if (timestamp === '' || digests.length === 0) throw refuse('form of Dintero-Signature');
  return { timestamp, digests };
}

/** The lines that Dintero signs; the query is sorted by key and encoded as a form, spaces as plus signs. */
function toSignedText({ method, url, accountId }: SignedCallback, timestamp: string): string {
  if (!URL.canParse(String(url))) throw refuse('address of the callback');
  const { hostname, pathname, searchParams } = new URL(String(url));
  searchParams.sort();
  return [timestamp, accountId, method.toUpperCase(), hostname, pathname, searchParams.toString()].join('\n');
}

function refuse(found: string): Error {
  return clientFaults.CALLBACK_SIGNATURE_INVALID({
    message: `Unexpected ${found}, expected one made with the account's secret`,
  });
}
