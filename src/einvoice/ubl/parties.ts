import type { SemanticAddress, SemanticContact, SemanticParty, SemanticSeller } from '../semantic-invoice.ts';
import { branch, leaf, type XmlChild, type XmlElement } from '../xml.ts';

export function toSellerParty(seller: SemanticSeller): XmlElement | null {
  const schemes = [
    toTaxScheme(seller.vatNumber, 'VAT'),
    // Words about registration are no number of a tax, so their scheme is not VAT (NO-R-002, SE-R-005).
    toTaxScheme(seller.taxRegistration, 'TAX'),
  ];
  return branch('cac:AccountingSupplierParty', toParty(seller, schemes, seller.legalInformation));
}

export function toBuyerParty(buyer: SemanticParty): XmlElement | null {
  return branch('cac:AccountingCustomerParty', toParty(buyer, [], null));
}

export function toPayeeParty(name: string | null): XmlElement | null {
  return branch('cac:PayeeParty', branch('cac:PartyName', leaf('cbc:Name', name)));
}

export function toPostalAddress(element: string, address: SemanticAddress): XmlElement | null {
  const [street = null, additional = null, further = null] = address.lines;
  return branch(
    element,
    leaf('cbc:StreetName', street),
    leaf('cbc:AdditionalStreetName', additional),
    leaf('cbc:CityName', address.city),
    leaf('cbc:PostalZone', address.postalCode),
    branch('cac:AddressLine', leaf('cbc:Line', further)),
    branch('cac:Country', leaf('cbc:IdentificationCode', address.country)),
  );
}

function toParty(party: SemanticParty, schemes: readonly XmlChild[], legalForm: string | null): XmlElement | null {
  const { endpoint, registration } = party;
  return branch(
    'cac:Party',
    endpoint === null ? null : leaf('cbc:EndpointID', endpoint.id, { schemeID: endpoint.scheme }),
    branch('cac:PartyName', leaf('cbc:Name', party.tradeName)),
    toPostalAddress('cac:PostalAddress', party.address),
    schemes,
    branch(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', party.name),
      registration === null
        ? null
        : leaf('cbc:CompanyID', registration.id, registration.scheme === null ? {} : { schemeID: registration.scheme }),
      leaf('cbc:CompanyLegalForm', legalForm),
    ),
    toContact(party.contact),
  );
}

function toTaxScheme(id: string | null, scheme: 'VAT' | 'TAX'): XmlElement | null {
  if (id === null) return null;
  return branch('cac:PartyTaxScheme', leaf('cbc:CompanyID', id), branch('cac:TaxScheme', leaf('cbc:ID', scheme)));
}

function toContact({ name, phone, email }: SemanticContact): XmlElement | null {
  return branch('cac:Contact', leaf('cbc:Name', name), leaf('cbc:Telephone', phone), leaf('cbc:ElectronicMail', email));
}
