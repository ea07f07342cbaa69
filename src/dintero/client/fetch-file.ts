import { lookup as lookUpInSystem } from 'node:dns';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Fault } from '../../base/index.ts';
import { type Answer, checkAnnouncedLength, collectBody } from './answer.ts';
import { untilAborted } from './deadline.ts';
import { clientFaults } from './faults.ts';
import { isPublicAddress } from './public-address.ts';

/** Which addresses may be connected to, and by whose word they are who they say. */
export interface Trust {
  readonly isAllowed: (address: string) => boolean;
  /** A certificate authority in PEM, instead of those that Node knows. */
  readonly ca?: string | undefined;
}

const INTERNET: Trust = { isAllowed: isPublicAddress };

/** Resolves a host name to all of its addresses. */
export type LookUp = (hostname: string) => Promise<readonly string[]>;

/**
 * Fetches a file from a host that is not Dintero's own: https, no credentials, no redirect. The address is checked in
 * the very look-up that the socket connects by, so that a name cannot resolve to one address for the check and to
 * another for the connection; `fetch` does not let its caller do that.
 *
 * @throws FILE_URL_REFUSED, CONNECTION_FAILED, REDIRECT_REFUSED, RESPONSE_TOO_LARGE, and the reason of the signal
 */
export async function fetchFile(
  url: URL,
  options: {
    readonly headers: Readonly<Record<string, string>>;
    readonly maxBytes: number;
    readonly signal: AbortSignal;
    readonly lookUp: LookUp | null;
    readonly trust?: Trust;
  },
): Promise<Answer> {
  const { isAllowed, ca } = options.trust ?? INTERNET;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) checkAddresses([host], url, isAllowed);
  const lookUp = options.lookUp ?? lookUpAll;
  const lookup: LookupFunction = (hostname, { all }, answer) => {
    lookUp(hostname)
      .then((addresses) => {
        const [first = ''] = checkAddresses(addresses, url, isAllowed);
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (all === true) answer(null, found);
        else answer(null, first, isIP(first));
      })
      .catch((error: Error) => answer(error, '', 0));
  };
  try {
    return await untilAborted(options.signal, exchange(url, { ...options, lookup, ca }));
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    if (error instanceof Fault) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
    throw clientFaults.CONNECTION_FAILED({
      message: `Unexpected end of the connection to ${url.host} (${code}), expected a file`,
    });
  }
}

function exchange(
  url: URL,
  options: {
    readonly headers: Readonly<Record<string, string>>;
    readonly maxBytes: number;
    readonly signal: AbortSignal;
    readonly lookup: LookupFunction;
    readonly ca: string | undefined;
  },
): Promise<Answer> {
  const { headers, maxBytes, signal, lookup, ca } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      headers: { ...headers, 'accept-encoding': 'identity' },
      lookup,
      signal,
      agent: false,
      ...(ca === undefined ? {} : { ca }),
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      const status = incoming.statusCode ?? 0;
      const read = async (): Promise<Answer> => {
        if (status >= 300 && status < 400) {
          throw clientFaults.REDIRECT_REFUSED({ message: `Unexpected redirect from ${url.host}, expected a file` });
        }
        checkAnnouncedLength(incoming.headers['content-length'], maxBytes);
        const bytes = await collectBody(incoming, maxBytes);
        const contentType = incoming.headers['content-type'] ?? '';
        return { status, headers: new Headers({ 'content-type': contentType }), bytes };
      };
      read().then(resolve, (error: unknown) => {
        incoming.destroy();
        reject(error);
      });
    });
    outgoing.end();
  });
}

/** Every address of the name must be public: which of them the socket takes is not ours to say. */
function checkAddresses(addresses: readonly string[], url: URL, isAllowed: Trust['isAllowed']): readonly string[] {
  if (addresses.length > 0 && addresses.every(isAllowed)) return addresses;
  throw clientFaults.FILE_URL_REFUSED({
    message: `Unexpected private address behind ${url.hostname}, expected a host on the internet`,
  });
}

function lookUpAll(hostname: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    lookUpInSystem(hostname, { all: true }, (error, found) =>
      error === null ? resolve(found.map(({ address }) => address)) : reject(error),
    );
  });
}
