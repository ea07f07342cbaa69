import type { SemanticLine } from '../semantic-invoice.ts';
import { branch, leaf, type XmlElement } from '../xml.ts';
import { toAllowanceCharge, toTax } from './settlement.ts';

export function toLineItem(line: SemanticLine): XmlElement | null {
  return branch(
    'ram:IncludedSupplyChainTradeLineItem',
    branch('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', line.id)),
    branch('ram:SpecifiedTradeProduct', leaf('ram:SellerAssignedID', line.sellerItemId), leaf('ram:Name', line.name)),
    branch(
      'ram:SpecifiedLineTradeAgreement',
      branch('ram:NetPriceProductTradePrice', leaf('ram:ChargeAmount', line.netPrice)),
    ),
    branch('ram:SpecifiedLineTradeDelivery', leaf('ram:BilledQuantity', line.quantity, { unitCode: line.unitCode })),
    branch(
      'ram:SpecifiedLineTradeSettlement',
      toTax('ram:ApplicableTradeTax', line),
      line.allowance === null ? null : toAllowanceCharge(false, { ...line.allowance, reasonCode: '95' }, null),
      branch('ram:SpecifiedTradeSettlementLineMonetarySummation', leaf('ram:LineTotalAmount', line.netAmount)),
    ),
  );
}
