import type { Invoice, InvoiceLine } from '../../invoice/index.ts';
import type { Leaf } from './leaf.ts';

/** Registers of organisations and places (ISO 6523) of the Nordic countries, and kinds of tax registration in CII. */
const SCHEMES: ReadonlySet<string> = new Set(['0007', '0037', '0088', '0184', '0192', '0212', '0216', 'FC', 'VA']);

/** Measures of UN/ECE Recommendation 20, with the words that shops write for them; whoever confuses two overcharges. */
const MEASURES: ReadonlyMap<string, readonly string[]> = new Map([
  ['KGM', ['kg']],
  ['GRM', ['g']],
  ['LTR', ['l']],
  ['DLT', ['dl']],
  ['CLT', ['cl']],
  ['MLT', ['ml']],
  ['MTR', ['m']],
  ['CMT', ['cm']],
  ['KMT', ['km']],
  ['MTK', ['m2', 'm²']],
  ['MTQ', ['m3', 'm³']],
  ['HUR', ['t', 'h', 'time', 'timer', 'tim']],
  ['DAY', ['dag', 'dager', 'dagar']],
  ['MIN', ['min']],
  ['MON', ['mnd', 'mån', 'kk']],
  ['KWH', ['kwh']],
]);

/** An attribute that says what nobody gave, as `path@attribute`. */
export interface StrangeAttribute {
  readonly field: string;
  readonly found: string;
}

/** Attributes of leaves that the syntaxes do not have or that contradict the session. Currencies are held elsewhere. */
export function findStrangeAttributes(
  leaves: readonly Leaf[],
  { seller }: Invoice,
  line: InvoiceLine | null = null,
): StrangeAttribute[] {
  return leaves.flatMap(({ path, attributes }) =>
    Object.entries(attributes).flatMap(([name, found]) => {
      const isSellers = /^(?:AccountingSupplierParty|.*SellerTradeParty)\b.*(?:EndpointID|URIID)$/.test(path);
      const scheme = isSellers ? seller?.endpoint?.scheme : undefined;
      return isRight(name, found, scheme, line) ? [] : [{ field: `${path}@${name}`, found }];
    }),
  );
}

function isRight(name: string, value: string, scheme: string | undefined, line: InvoiceLine | null): boolean {
  switch (name) {
    case 'currencyID':
      return true;
    // Days as eight figures.
    case 'format':
      return value === '102';
    case 'schemeID':
      return scheme === undefined ? SCHEMES.has(value) : value === scheme;
    case 'unitCode':
      return line !== null && isUnitOf(line, value);
    default:
      return false;
  }
}

/** A measure has its own code and that code no other unit; whatever is no measure has the code of some other unit. */
function isUnitOf({ unit }: InvoiceLine, code: string): boolean {
  const word = unit?.trim().toLowerCase().replace(/\.$/, '') ?? '';
  const own = [...MEASURES].find(([, words]) => words.includes(word))?.[0];
  return own === undefined ? /^[A-Z0-9]{2,3}$/.test(code) && !MEASURES.has(code) : code === own;
}
