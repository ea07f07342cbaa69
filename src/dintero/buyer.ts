import { type Address, type Buyer, parseOrganizationNumber } from '../invoice/index.ts';
import { isSameAddress, toAddress } from './address.ts';
import { readCurrency } from './currency.ts';
import { dinteroFaults } from './faults.ts';
import { findProduct } from './product.ts';
import { COUNTRY_OF_CURRENCY } from './seller-country.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';
import type { OrderAddress } from './wire/address.ts';
import type { Source } from './wire/source.ts';

/** The billing address and its JSON path: in the session, or with two-step payments in the transaction alone. */
export interface PlacedAddress {
  readonly address: OrderAddress;
  readonly path: string;
}

/**
 * Who is billed.
 *
 * @throws BUYER_INCOMPLETE where the law's minimum is missing: a name, and an address or an organisation number
 */
export function readBuyer(source: Source, warn: Warn): Buyer {
  const { address: wire, path } = findBillingAddress(source);
  const person = cleanText([wire.first_name, wire.last_name].filter(Boolean).join(' '), path, warn);
  const business = cleanText(wire.business_name, `${path}.business_name`, warn);
  const address = toAddress(wire, path, warn);
  const organizationNumber = readOrganizationNumber(source, wire, path, warn);
  const missing = [
    business === '' && person === '' ? 'a name' : null,
    organizationNumber === null && address.lines.length === 0 ? 'address_line' : null,
    organizationNumber === null && address.postalPlace === null ? 'postal_place' : null,
  ].filter((field) => field !== null);
  if (missing.length > 0) {
    throw dinteroFaults.BUYER_INCOMPLETE({
      message: `Unexpected absence of ${missing.join(', ')} in ${path}, expected name and address of the buyer`,
      path,
    });
  }
  return {
    name: business || person,
    contact: business !== '' && person !== '' ? person : null,
    organizationNumber,
    address,
    country: address.country,
  };
}

/** Where the goods go, where that is not the billing address. */
export function readDeliveryAddress({ session, transaction }: Source, buyer: Buyer, warn: Warn): Address | null {
  const wire = session.order.shipping_address ?? transaction.shipping_address;
  if (!wire) return null;
  const path = session.order.shipping_address ? 'session.order.shipping_address' : 'transaction.shipping_address';
  const address = toAddress(wire, path, warn);
  const isEmpty = address.lines.length === 0 && address.postalPlace === null;
  return isEmpty || isSameAddress(address, buyer.address) ? null : address;
}

/** The billing address that names somebody. */
export function findBillingAddress({ session, transaction }: Source): PlacedAddress {
  const places: (readonly [OrderAddress | null | undefined, string])[] = [
    [session.order.billing_address, 'session.order.billing_address'],
    [transaction.billing_address, 'transaction.billing_address'],
  ];
  for (const [address, path] of places) {
    if (address && (address.business_name || address.first_name || address.last_name)) return { address, path };
  }
  throw dinteroFaults.BUYER_INCOMPLETE({
    message: 'Unexpected absence of a name in session.order.billing_address and transaction.billing_address',
    path: 'session.order.billing_address',
  });
}

/**
 * A business's organisation number. Consumers have none: what stands in the field may be their identity number. A
 * number that fails its check digit is printed as given, with a warning, because Dintero's own examples have such.
 */
function readOrganizationNumber(source: Source, wire: OrderAddress, path: string, warn: Warn): string | null {
  const text = wire.organization_number?.trim();
  if (!text || findProduct(source) === 'invoice_b2c') return null;
  const field = `${path}.organization_number`;
  // Without a country no rule would apply, and a person's number would pass for a foreign company's.
  const country = wire.country?.toUpperCase() || COUNTRY_OF_CURRENCY[readCurrency(source)];
  const number = parseOrganizationNumber(text, country, field);
  const doubt = (found: string, expected: string, outcome: string) =>
    warn({
      ruleId: 'source-buyer-number',
      field,
      expected,
      found,
      message: `Unexpected ${found} in ${field}, expected ${expected}; ${outcome}`,
    });
  if (number.verdict === 'personal') {
    doubt('a national identity number', 'an organisation number', 'it is not printed');
  } else if (number.verdict === 'invalid') {
    doubt('a number that fails its check digit', `an organisation number of ${number.country}`, 'printed as given');
  }
  return number.value === '' ? null : number.value;
}
