import type { Address, Buyer, Invoice, InvoiceLine, Seller, VatSubtotal } from '../../invoice/index.ts';
import { code, type Expectation, may, must, ofDecimal, ofMinor, type Term } from './term.ts';

/** A party as both syntaxes ask for it. Undefined where the invoice knows nothing of its brand, so nothing is asserted. */
export function ofParty(
  side: 'seller' | 'buyer',
  say: (party: Seller | Buyer) => Expectation,
): (invoice: Invoice) => Expectation {
  return (invoice) => {
    const party = invoice[side];
    return party === null ? undefined : say(party);
  };
}

/** The paths of an address's parts in a syntax. */
export interface AddressPaths {
  readonly lines: readonly [string, string, string];
  readonly city: string;
  readonly postalCode: string;
  readonly country: string;
}

/** The leaves of an address. What it says of the country may come from elsewhere where the address has none. */
export function toAddressTerms(
  prefix: string,
  paths: AddressPaths,
  field: string,
  addressOf: (invoice: Invoice) => Address | null | undefined,
): Term<Invoice>[] {
  const part = (path: string, say: (address: Address) => Expectation) =>
    may<Invoice>(`${prefix}/${path}`, field, 'text', (invoice) => {
      const address = addressOf(invoice);
      return address === null || address === undefined ? address : say(address);
    });
  return [
    ...paths.lines.map((path, index) => part(path, (address) => toLine(address, index))),
    part(paths.city, (address) => address.postalPlace),
    part(paths.postalCode, (address) => address.postalCode),
    part(paths.country, (address) => address.country ?? undefined),
  ];
}

/** Lines of an address from the first; the third takes all that is left. */
function toLine({ lines }: Address, index: number): string | null {
  const text = index === 2 ? lines.slice(2).join(', ') : lines[index];
  return text === undefined || text === '' ? null : text;
}

/** Only the digits of an identifier are the organisation's number; what surrounds them is the register's way. */
export function ofOrganization(organizationNumber: string | null): Expectation {
  if (organizationNumber === null) return null;
  // DK12345674, 988077917MVA, an OVT code 0037…: what surrounds the number is a prefix or suffix of its scheme.
  const forms = new Set(['', '0037'].map((prefix) => `${prefix}${organizationNumber}`));
  return { says: organizationNumber, accepts: (text) => forms.has(text.replace(/[^0-9]/g, '')) };
}

/** What sellers say of a register instead of a number. */
const REGISTRATIONS = ['Foretaksregisteret', 'GODKÄND FÖR F-SKATT'];

/** A VAT number, or words about registration. */
export function ofRegistration(side: 'seller' | 'buyer'): (invoice: Invoice) => Expectation {
  return ofParty(side, ({ organizationNumber }) => {
    if (organizationNumber === null) return null;
    const digits = (text: string) => text.replace(/[^0-9]/g, '');
    return {
      says: organizationNumber,
      accepts: (text) =>
        REGISTRATIONS.includes(text) || [organizationNumber, `${organizationNumber}01`].includes(digits(text)),
    };
  });
}

/** The account that is paid to, in either form. */
export function ofAccount({ payment }: Invoice): Expectation {
  if (payment === null) return null;
  return { says: payment.iban, accepts: (text) => text === payment.iban || text === payment.bban };
}

/** The rate of a line or subtotal, which what is outside the scope of VAT has none of. */
export function ofPercent({ category, rateBps }: Pick<VatSubtotal, 'category' | 'rateBps'>): Expectation {
  return category === 'O' ? null : ofDecimal({ units: rateBps, scale: 2 });
}

/** Prices are never negative in XML, so a line that goes back to the buyer has its quantity's sign turned. */
function signOf({ unitPriceNet }: InvoiceLine): 1 | -1 {
  return unitPriceNet.units < 0 ? -1 : 1;
}

/** The means that a payment is asked for by: a credit transfer, within SEPA or elsewhere. */
export function ofMeans({ payment }: Invoice): Expectation {
  if (payment === null) return null;
  return { says: '30 or 58', accepts: (text) => text === '30' || text === '58' };
}

/** Why there is no VAT, as a code: only what is outside its scope needs one. */
export function ofExemptionCode({ category }: Pick<VatSubtotal, 'category'>): Expectation {
  return category === 'O' ? 'VATEX-EU-O' : null;
}

/** The paths of a line's parts in a syntax. */
export interface LinePaths {
  readonly id: string;
  readonly quantity: string;
  readonly netAmount: string;
  readonly price: string;
  readonly discount: string;
  readonly isCharge: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly name: string;
  readonly sku: string;
  readonly category: string;
  readonly percent: string;
}

/** The leaves of a line. */
export function toLineTerms(paths: LinePaths): Term<InvoiceLine>[] {
  return [
    must(paths.id, 'position', 'text', ({ position }) => String(position)),
    must(paths.quantity, 'quantity', 'number', (line) =>
      ofDecimal({ units: signOf(line) * line.quantity.units, scale: line.quantity.scale }),
    ),
    must(paths.netAmount, 'netAmount', 'number', ({ netMinor }) => ofMinor(netMinor)),
    must(paths.price, 'unitPrice', 'number', (line) =>
      ofDecimal({ units: signOf(line) * line.unitPriceNet.units, scale: line.unitPriceNet.scale }),
    ),
    must(paths.discount, 'discount', 'number', ({ discount }) =>
      discount === null || discount.netMinor === 0 ? null : ofMinor(discount.netMinor),
    ),
    code(paths.isCharge, 'false'),
    code(paths.reasonCode, '95'),
    may(paths.reason, 'discount', 'text', ({ discount }) =>
      discount === null || discount.netMinor === 0 ? null : (discount.description ?? 'Discount'),
    ),
    must(paths.name, 'description', 'text', ({ description }) => description),
    may(paths.sku, 'sku', 'text', ({ sku }) => sku),
    must(paths.category, 'vatRate', 'text', ({ category }) => category),
    must(paths.percent, 'vatRate', 'number', ofPercent),
  ];
}
