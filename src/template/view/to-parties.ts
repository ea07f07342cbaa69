import type { Address, Buyer, CountryCode, Invoice, Seller } from '../../invoice/index.ts';
import type { Brand } from '../brand/parse-brand.ts';
import { toAddressLines } from '../format/address.ts';
import { formatPhone, toVatNumber } from '../format/identifiers.ts';
import { countryNameOf, type Labels, labelOf } from '../labels.ts';
import type { AddressView, BuyerView, SellerView } from './view.ts';

/** What of a seller still stands in a column of a page's foot: characters, and for registrations lines. */
const FITS_COLUMN = { name: 50, address: 60, contact: 30, registrations: 3 };

/** What of a buyer's name still stands in one line beside other things. */
const FITS_LINE = 60;

/** The seller as the law wants it named, in the words of the document's language. */
export function toSellerView(invoice: Invoice, seller: Seller, brand: Brand | null, labels: Labels): SellerView {
  const buyerCountry = invoice.buyer.country;
  const organizationNumber = {
    digits: seller.organizationNumber,
    country: seller.country,
    vatRegistered: seller.vatRegistered,
  };
  const view = {
    name: seller.name,
    tradeName: seller.tradeName,
    organizationNumber,
    vatRegistered: seller.vatRegistered,
    vatNotice: toVatNotice(invoice, seller, labels),
    vatNumber: toVatNumber(organizationNumber),
    address: toAddressView(seller.address, buyerCountry ?? seller.country, labels),
    email: seller.email,
    phone: seller.phone === null ? null : formatPhone(seller.phone),
    website: seller.website === null ? null : seller.website.replace(/^https?:\/\//, '').replace(/\/$/, ''),
    registrations: brand === null ? [] : toRegistrations(brand, labels),
  };
  return { ...view, longDetails: hasLongDetails(view) };
}

function hasLongDetails({ name, address, email, website, registrations }: Omit<SellerView, 'longDetails'>): boolean {
  return (
    name.length > FITS_COLUMN.name ||
    address.oneLine.length > FITS_COLUMN.address ||
    [email, website].some((contact) => (contact?.length ?? 0) > FITS_COLUMN.contact) ||
    registrations.length > FITS_COLUMN.registrations
  );
}

/** The buyer as the postman and the bookkeeper want it named. */
export function toBuyerView(buyer: Buyer, sellerCountry: CountryCode, labels: Labels): BuyerView {
  const address = toAddressView(buyer.address, sellerCountry, labels);
  return {
    name: buyer.name,
    longName: buyer.name.length > FITS_LINE,
    contact: buyer.contact,
    organizationNumber:
      buyer.organizationNumber === null
        ? null
        : { digits: buyer.organizationNumber, country: buyer.country, vatRegistered: false },
    address,
    windowLines: 1 + (buyer.contact === null ? 0 : 1) + address.lines.length,
  };
}

/** An address as it is read from `readerCountry`, whose own name it leaves out. */
export function toAddressView(address: Address, readerCountry: CountryCode, labels: Labels): AddressView {
  const { country } = address;
  const abroad = country !== null && country !== readerCountry;
  const lines = toAddressLines(address, abroad ? countryNameOf(labels, country) : null);
  return { lines, oneLine: lines.join(', ') };
}

/** The provision that keeps a seller out of the register, by its country. */
export const SMALL_SELLER_LAW: Readonly<Record<string, string>> = {
  NO: 'merverdiavgiftsloven §\u00a02-1',
  SE: 'mervärdesskattelagen 18 kap.',
  FI: 'AVL 3\u00a0§',
  DK: 'momsloven §\u00a048',
};

/** A brand that gives a reason of its own (exempt trade) says it in `exemptions`, and nothing else is said beside it. */
function toVatNotice(invoice: Invoice, seller: Seller, labels: Labels): string | null {
  if (seller.vatRegistered || invoice.vat.some(({ exemption }) => exemption !== null)) return null;
  const law = SMALL_SELLER_LAW[seller.country];
  return `${labelOf(labels, 'notVatRegistered')}${law === undefined ? '' : ` (${law})`}.`;
}

function toRegistrations({ statements, registrations }: Brand, labels: Labels): readonly string[] {
  const { foretaksregisteret, fTax, registeredOffice } = statements;
  return [
    ...(foretaksregisteret ? [labelOf(labels, 'foretaksregisteret')] : []),
    ...(fTax ? [labelOf(labels, 'fSkatt')] : []),
    ...(registeredOffice === null ? [] : [`${labelOf(labels, 'seat')} ${registeredOffice}`]),
    ...registrations,
  ];
}
