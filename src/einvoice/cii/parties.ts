import type { SemanticAddress, SemanticParty, SemanticSeller } from '../semantic-invoice.ts';
import { branch, leaf, type XmlElement } from '../xml.ts';

export function toTradeParty(element: string, party: SemanticParty | SemanticSeller): XmlElement | null {
  const { registration, contact, endpoint } = party;
  return branch(
    element,
    leaf('ram:Name', party.name),
    'legalInformation' in party ? leaf('ram:Description', party.legalInformation) : null,
    branch(
      'ram:SpecifiedLegalOrganization',
      registration === null
        ? null
        : leaf('ram:ID', registration.id, registration.scheme === null ? {} : { schemeID: registration.scheme }),
      leaf('ram:TradingBusinessName', party.tradeName),
    ),
    branch(
      'ram:DefinedTradeContact',
      leaf('ram:PersonName', contact.name),
      branch('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', contact.phone)),
      branch('ram:EmailURIUniversalCommunication', leaf('ram:URIID', contact.email)),
    ),
    toAddress(party.address),
    branch(
      'ram:URIUniversalCommunication',
      endpoint === null ? null : leaf('ram:URIID', endpoint.id, { schemeID: endpoint.scheme }),
    ),
    'vatNumber' in party ? [toRegistration(party.taxRegistration, 'FC'), toRegistration(party.vatNumber, 'VA')] : [],
  );
}

export function toAddress(address: SemanticAddress): XmlElement | null {
  const [first = null, second = null, third = null] = address.lines;
  return branch(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', address.postalCode),
    leaf('ram:LineOne', first),
    leaf('ram:LineTwo', second),
    leaf('ram:LineThree', third),
    leaf('ram:CityName', address.city),
    leaf('ram:CountryID', address.country),
  );
}

function toRegistration(id: string | null, schemeID: 'FC' | 'VA'): XmlElement | null {
  return branch('ram:SpecifiedTaxRegistration', leaf('ram:ID', id, { schemeID }));
}
