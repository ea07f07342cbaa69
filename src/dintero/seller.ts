import { type BrandFacts, findMissingSellerFields, parseOrganizationNumber, type Seller } from '../invoice/index.ts';
import { toAddress } from './address.ts';
import { dinteroFaults } from './faults.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';
import type { Store } from './wire/address.ts';
import type { Source } from './wire/source.ts';

/** Keys of Dintero's store by the field of the seller that they fill. */
const STORE_KEYS = {
  name: 'business_name',
  organizationNumber: 'organization_number',
  country: 'address.country',
  'address.lines': 'address.address_line',
  'address.postalCode': 'address.postal_code',
  'address.postalPlace': 'address.postal_place',
} as const;

/** The seller as the brand says. */
export function toSeller(brand: BrandFacts): Seller {
  return {
    name: brand.legalName,
    tradeName: brand.name === brand.legalName ? null : brand.name,
    organizationNumber: brand.organizationNumber,
    vatRegistered: brand.vatRegistered,
    address: brand.address,
    country: brand.country,
    email: brand.email,
    phone: brand.phone,
    website: brand.website,
    statements: brand.statements,
    endpoint: brand.endpoint,
  };
}

/**
 * The seller as the order's store says, for documents without a brand. Whoever charges VAT is registered for it.
 *
 * @throws SELLER_INCOMPLETE naming the keys that are missing
 */
export function readStore({ session, transaction }: Source, chargesVat: boolean, warn: Warn): Seller {
  const [store, path] = session.order.store
    ? [session.order.store, 'session.order.store']
    : [transaction.store ?? {}, transaction.store ? 'transaction.store' : 'session.order.store'];
  const read = (key: 'name' | 'business_name' | 'email' | 'phone_number') =>
    cleanText(store[key], `${path}.${key}`, warn) || null;
  const address = toAddress(store.address ?? {}, `${path}.address`, warn);
  const country = address.country ?? '';
  const legalName = read('business_name');
  const organizationNumber = readOrganizationNumber(store, country, path);
  const missing = findMissingSellerFields({ name: legalName, organizationNumber, address, country });
  if (missing.length > 0 || legalName === null || organizationNumber === null) {
    const keys = missing.map(({ field }) => STORE_KEYS[field]);
    throw dinteroFaults.SELLER_INCOMPLETE({
      message: `Unexpected absence of ${keys.join(', ')} in ${path}, and no brand names the seller`,
      path,
    });
  }
  const tradeName = read('name');
  return {
    name: legalName,
    tradeName: tradeName === legalName ? null : tradeName,
    organizationNumber,
    vatRegistered: chargesVat || /MVA\s*$/i.test(store.organization_number ?? ''),
    address,
    country,
    email: read('email'),
    phone: read('phone_number'),
    website: null,
    statements: { foretaksregisteret: null, fTax: null, registeredOffice: null },
    endpoint: null,
  };
}

function readOrganizationNumber(store: Store, country: string, path: string): string | null {
  if (!store.organization_number || country === '') return store.organization_number || null;
  const field = `${path}.organization_number`;
  const number = parseOrganizationNumber(store.organization_number, country, field);
  if (number.verdict === 'valid' || number.verdict === 'unchecked') return number.value;
  const found =
    number.verdict === 'personal' ? 'a national identity number' : 'a number of wrong length or check digit';
  throw dinteroFaults.SELLER_INCOMPLETE({
    message: `Unexpected ${found} in ${field}, expected an organisation number of ${country}`,
    path: field,
  });
}
