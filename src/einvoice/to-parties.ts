import type { Address, Buyer, ElectronicAddress, Invoice, Seller } from '../invoice/index.ts';
import { parseOrganizationNumber } from '../invoice/index.ts';
import { eInvoiceFaults } from './faults.ts';
import { isAddressOf, toNetworkAddress, toRegistration, toVatNumber } from './identifiers.ts';
import type { SemanticAddress, SemanticBuyer, SemanticSeller } from './semantic-invoice.ts';
import type { SyntaxDemands } from './to-semantic-invoice.ts';

const BUYER_NUMBER = 'session.order.billing_address.organization_number';

/**
 * The seller, whose electronic address is the brand's.
 *
 * @throws EINVOICE_SELLER_UNKNOWN, EINVOICE_SELLER_ENDPOINT_MISSING, EINVOICE_SELLER_MISMATCH
 */
export function toSeller({ seller, vat }: Invoice, demands: SyntaxDemands): SemanticSeller {
  if (seller === null) throw eInvoiceFaults.EINVOICE_SELLER_UNKNOWN({ message: 'Unexpected absence of a seller' });
  const { country, organizationNumber } = seller;
  // What is outside the scope of VAT names no VAT number (BR-O-02).
  const outside = vat.some(({ category }) => category === 'O');
  return {
    name: seller.name,
    tradeName: seller.tradeName,
    registration: toRegistration(country, organizationNumber),
    endpoint: toSellerEndpoint(seller, demands),
    address: toAddress(seller.address, seller.address.country ?? country),
    contact: { name: null, phone: seller.phone, email: seller.email },
    vatNumber: seller.vatRegistered && !outside ? toVatNumber(country, organizationNumber) : null,
    taxRegistration: toTaxRegistration(seller),
    legalInformation: seller.statements.registeredOffice,
  };
}

function toSellerEndpoint({ endpoint, organizationNumber }: Seller, demands: SyntaxDemands): ElectronicAddress | null {
  if (endpoint === null) {
    if (!demands.endpoints) return null;
    throw eInvoiceFaults.EINVOICE_SELLER_ENDPOINT_MISSING({
      message: 'Unexpected absence of "endpoint" in the brand, expected the electronic address of the seller',
      path: 'endpoint',
    });
  }
  if (isAddressOf(endpoint, organizationNumber)) return endpoint;
  throw eInvoiceFaults.EINVOICE_SELLER_MISMATCH({
    message: `Unexpected ${endpoint.scheme}:${endpoint.id} in "endpoint" of the brand, expected an address of ${organizationNumber}`,
    path: 'endpoint.id',
  });
}

/** NO-R-002 and SE-R-005 want these words to the letter. */
function toTaxRegistration({ country, statements }: Seller): string | null {
  if (country === 'NO' && statements.foretaksregisteret === true) return 'Foretaksregisteret';
  if (country === 'SE' && statements.fTax === true) return 'GODKÄND FÖR F-SKATT';
  return null;
}

/**
 * The buyer; where the syntax wants an electronic address, it follows from the organisation number.
 *
 * @throws EINVOICE_BUYER_COUNTRY, EINVOICE_BUYER_NUMBER_MISSING, EINVOICE_BUYER_NUMBER_INVALID
 */
export function toBuyer({ buyer }: Invoice, demands: SyntaxDemands): SemanticBuyer {
  const country = requireCountry(buyer);
  return {
    name: buyer.name,
    tradeName: null,
    registration: buyer.organizationNumber === null ? null : toRegistration(country, buyer.organizationNumber),
    endpoint: demands.endpoints ? toBuyerEndpoint(buyer, country) : null,
    address: toAddress(buyer.address, country),
    contact: { name: buyer.contact, phone: null, email: null },
  };
}

function requireCountry({ country }: Buyer): string {
  if (country !== null) return country;
  throw eInvoiceFaults.EINVOICE_BUYER_COUNTRY({
    message: 'Unexpected absence of a country in the billing address, expected one (EN 16931 BR-11)',
    path: 'session.order.billing_address.country',
  });
}

function toBuyerEndpoint({ organizationNumber }: Buyer, country: string): ElectronicAddress {
  if (organizationNumber === null) {
    throw eInvoiceFaults.EINVOICE_BUYER_NUMBER_MISSING({
      message: 'Unexpected absence of the buyer’s organisation number, expected one to address the e-invoice to',
      path: BUYER_NUMBER,
    });
  }
  const address = toNetworkAddress(country, organizationNumber);
  if (address === null) {
    throw eInvoiceFaults.EINVOICE_BUYER_COUNTRY({
      message: `Unexpected country ${country} of the buyer, expected NO, SE, FI or DK`,
      path: 'session.order.billing_address.country',
    });
  }
  if (parseOrganizationNumber(organizationNumber, country, BUYER_NUMBER).verdict === 'valid') return address;
  throw eInvoiceFaults.EINVOICE_BUYER_NUMBER_INVALID({
    message: `Unexpected ${organizationNumber} as the buyer’s organisation number, expected one with the check digit of ${country}`,
    path: BUYER_NUMBER,
  });
}

/** An address of at most three lines; what is longer goes on in the third. */
export function toAddress(address: Address, country: string): SemanticAddress {
  const [first, second, ...rest] = address.lines;
  const third = rest.length === 0 ? undefined : rest.join(', ');
  return {
    lines: [first, second, third].filter((line) => line !== undefined),
    city: address.postalPlace,
    postalCode: address.postalCode,
    country,
  };
}
