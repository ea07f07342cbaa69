import type { Address } from '../../invoice/index.ts';
import { NO_BREAK_SPACE } from './conventions.ts';

/** Countries that write the place before the postal code. */
const PLACE_FIRST: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'IE']);

/** Street lines, then code and place, then the country's name where it is given: one line each. */
export function toAddressLines(address: Address, countryName: string | null): readonly string[] {
  const { postalCode, postalPlace, country } = address;
  const code = postalCode === null ? null : formatPostalCode(postalCode, country);
  const lines = [...address.lines];
  if (country === 'GB') {
    lines.push(...[postalPlace, code].filter((part) => part !== null));
  } else {
    const parts = PLACE_FIRST.has(country ?? '') ? [postalPlace, code] : [code, postalPlace];
    const line = parts.filter((part) => part !== null && part !== '').join(' ');
    if (line !== '') lines.push(line);
  }
  if (countryName !== null) lines.push(countryName);
  return lines;
}

/** Swedish codes as `123 45`; others as they are. */
function formatPostalCode(code: string, country: string | null): string {
  return country === 'SE' && /^\d{5}$/.test(code) ? code.slice(0, 3) + NO_BREAK_SPACE + code.slice(3) : code;
}
