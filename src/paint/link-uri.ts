import { paintFaults } from './faults.ts';

const ALLOWED_PROTOCOLS: readonly string[] = ['https:', 'mailto:'];

/** The address in ASCII, as a URI action wants it (ISO 32000-1 §12.6.4.7). Throws LINK_REFUSED for any other scheme. */
export function toLinkUri(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !ALLOWED_PROTOCOLS.includes(parsed.protocol)) {
    throw paintFaults.LINK_REFUSED({
      message: `Unexpected link to ${JSON.stringify(url)}, expected an https: or mailto: address`,
    });
  }
  // An address that is ASCII already is kept letter by letter.
  return /^[\x21-\x7e]+$/.test(url) ? url : parsed.href;
}
