import type { Invoice } from '../../invoice/index.ts';
import type { SemanticInvoice } from '../semantic-invoice.ts';
import { toSemanticInvoice } from '../to-semantic-invoice.ts';
import { branch, leaf, writeXml, type XmlElement } from '../xml.ts';
import { toDateTime } from './date-time.ts';
import { toLineItem } from './line-item.ts';
import { toAddress, toTradeParty } from './parties.ts';
import { toSettlement } from './settlement.ts';

const NAMESPACES = {
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/** Factur-X and ZUGFeRD call the whole of EN 16931 by this name. */
const GUIDELINE = 'urn:cen.eu:en16931:2017';

/**
 * The invoice or credit note as UN/CEFACT Cross Industry Invoice D16B, profile EN 16931 of Factur-X 1.0, in UTF-8. It
 * asks for no electronic addresses, so consumers can have one.
 *
 * @throws the faults of `eInvoiceFaults`
 */
export function toCii(invoice: Invoice): Uint8Array {
  const semantic = toSemanticInvoice(invoice, { endpoints: false });
  const content = [toContext(), toDocument(semantic), toTransaction(semantic)].filter((element) => element !== null);
  return writeXml({ name: 'rsm:CrossIndustryInvoice', attributes: {}, content }, NAMESPACES);
}

function toContext(): XmlElement | null {
  return branch(
    'rsm:ExchangedDocumentContext',
    branch('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', GUIDELINE)),
  );
}

function toDocument({ kind, number, issueDate }: SemanticInvoice): XmlElement | null {
  return branch(
    'rsm:ExchangedDocument',
    leaf('ram:ID', number),
    leaf('ram:TypeCode', kind === 'invoice' ? '380' : '381'),
    toDateTime('ram:IssueDateTime', issueDate),
  );
}

function toTransaction(invoice: SemanticInvoice): XmlElement | null {
  return branch(
    'rsm:SupplyChainTradeTransaction',
    invoice.lines.map(toLineItem),
    branch(
      'ram:ApplicableHeaderTradeAgreement',
      leaf('ram:BuyerReference', invoice.buyerReference),
      toTradeParty('ram:SellerTradeParty', invoice.seller),
      toTradeParty('ram:BuyerTradeParty', invoice.buyer),
      branch('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', invoice.orderReference)),
    ),
    toDelivery(invoice),
    toSettlement(invoice),
  );
}

/** The schema wants the element even where nothing is known of the delivery. */
function toDelivery({ delivery }: SemanticInvoice): XmlElement {
  const address = delivery?.address ?? null;
  const content = [
    branch('ram:ShipToTradeParty', address === null ? null : toAddress(address)),
    branch('ram:ActualDeliverySupplyChainEvent', toDateTime('ram:OccurrenceDateTime', delivery?.date ?? null)),
  ];
  return {
    name: 'ram:ApplicableHeaderTradeDelivery',
    attributes: {},
    content: content.filter((element) => element !== null),
  };
}
