import { isIPv4 } from 'node:net';
import { clientFaults } from './faults.ts';

/** Where Dintero answers. */
export interface Origins {
  /** Sessions and transactions. */
  readonly checkout: string;
  /** Tokens. */
  readonly api: string;
}

const CHECKOUT = 'https://checkout.dintero.com';
const API = 'https://api.dintero.com';

/**
 * Dintero's own origins, or others such as a stand-in on this machine. Where only the checkout is elsewhere, tokens are
 * asked for there too: credentials for a stand-in do not belong at Dintero.
 *
 * @throws CLIENT_CONFIG_INVALID
 */
export function toOrigins(
  given: { readonly checkout?: string | undefined; readonly api?: string | undefined } = {},
): Origins {
  const checkout = given.checkout === undefined ? CHECKOUT : readOrigin(given.checkout, 'checkout');
  const api = given.api === undefined ? (given.checkout === undefined ? API : checkout) : readOrigin(given.api, 'api');
  return { checkout, api };
}

function readOrigin(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url !== null && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (url !== null && bare && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))))
    return url.origin;
  throw clientFaults.CLIENT_CONFIG_INVALID({
    message: `Unexpected ${name} origin, expected https://HOST without a path, or http on the loopback`,
    hint: 'Set DINTERO_CHECKOUT_URL and DINTERO_API_URL to origins such as https://checkout.dintero.com, or leave them unset.',
  });
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
}
