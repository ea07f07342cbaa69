import { type Answer, mediaTypeOf } from './answer.ts';
import { clientFaults } from './faults.ts';
import type { Origins } from './origins.ts';

/** Hosts that Dintero itself serves files from, beside its checkout. */
const FILE_HOSTS = ['checkout.dintero.com', 'cdn.dintero.com'];

const PDF_TYPES: ReadonlySet<string> = new Set(['application/pdf', 'application/octet-stream']);
const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?$/;

/** Where a file may be fetched from, and how. */
export type FileAddress =
  /** One of Dintero's own origins: with the token. */
  | { readonly kind: 'own'; readonly path: string }
  /** Another host on the list: without the token, and only at a public address. */
  | { readonly kind: 'other'; readonly url: URL };

/**
 * Decides whether `kravia:invoice_url` may be fetched. The address comes from outside, so only https on hosts that are
 * named in advance is, without credentials in it; the origin of the checkout itself is as the caller configured it.
 *
 * @throws FILE_URL_REFUSED
 */
export function toFileAddress(text: string, origins: Origins, furtherHosts: readonly string[]): FileAddress {
  if (!URL.canParse(text)) throw refuse('an address that cannot be read');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw refuse('credentials in the address');
  if (url.origin === origins.checkout) return { kind: 'own', path: `${url.pathname}${url.search}` };
  if (url.protocol !== 'https:') throw refuse(`${url.protocol} in the address`);
  if (![...FILE_HOSTS, ...furtherHosts].includes(url.host)) throw refuse(`host ${url.host}`);
  url.hash = '';
  return { kind: 'other', url };
}

/**
 * Hosts that the caller allows beside Dintero's own, such as `files.kravia.example` or `files.kravia.example:8443`.
 *
 * @throws CLIENT_CONFIG_INVALID
 */
export function checkFileHosts(hosts: readonly string[]): readonly string[] {
  return hosts.map((host) => {
    const name = host.toLowerCase();
    if (HOST.test(name)) return name;
    throw clientFaults.CLIENT_CONFIG_INVALID({
      message: 'Unexpected form of a file host, expected a host name such as files.example.com',
      hint: 'FAKTURAPRESS_FILE_HOSTS takes host names, separated by commas.',
    });
  });
}

/**
 * Makes sure that what came is a PDF.
 *
 * @throws RESPONSE_INVALID
 */
export function checkPdf({ headers, bytes }: Answer): Uint8Array {
  const type = mediaTypeOf(headers);
  if (PDF_TYPES.has(type) && Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') return bytes;
  const found = PDF_TYPES.has(type) ? 'bytes' : 'content type';
  throw clientFaults.RESPONSE_INVALID({ message: `Unexpected ${found} behind kravia:invoice_url, expected a PDF` });
}

function refuse(found: string): Error {
  return clientFaults.FILE_URL_REFUSED({
    message: `Unexpected ${found.slice(0, 200)} in kravia:invoice_url, expected https on a host that is allowed`,
    path: 'transaction.metadata["kravia:invoice_url"]',
  });
}
