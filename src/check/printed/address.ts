import type { Address } from '../../invoice/index.ts';
import { COUNTRY_NAMES } from './country-names.ts';
import { foldText, linesMatchText } from './text.ts';

/**
 * Whether printed lines are this address: all its words in order, each once, whatever commas and line breaks part them.
 * The postal code may carry its country (`SE-117 36`) and the country may follow at the end, by name or code.
 */
export function linesMatchAddress(lines: readonly string[], address: Address): boolean {
  const printed = lines.map(dropCommas);
  return spellings(address).some((spelling) => linesMatchText(printed, dropCommas(spelling)));
}

function spellings({ lines, postalCode, postalPlace, country }: Address): string[] {
  const codes = postalCode === null ? [''] : spellCode(postalCode, country);
  const place = postalPlace ?? '';
  // Britain and America write the place before the code.
  const localities = codes.flatMap((code) => [`${code} ${place}`, `${place} ${code}`]);
  const endings = country === null ? [''] : ['', country, ...(COUNTRY_NAMES[country] ?? [])];
  return localities.flatMap((locality) =>
    endings.flatMap((ending) => [ending, ending.toUpperCase()].map((end) => [...lines, locality, end].join(' '))),
  );
}

function spellCode(code: string, country: string | null): string[] {
  const swedish = /^(\d{3}) ?(\d{2})$/.exec(code);
  const codes = swedish === null ? [code] : [code, `${swedish[1]} ${swedish[2]}`, `${swedish[1]}${swedish[2]}`];
  return country === null ? codes : codes.flatMap((written) => [written, `${country}-${written}`]);
}

function dropCommas(text: string): string {
  return foldText(text).replace(/,(?= |$)/g, '');
}
