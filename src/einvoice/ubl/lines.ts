import type { SemanticInvoice } from '../semantic-invoice.ts';
import { branch, leaf, type XmlElement } from '../xml.ts';
import { toAmount, toTaxCategory } from './sums.ts';

/** Invoice lines, which a credit note calls by another name. */
export function toLines({ lines, currency }: SemanticInvoice, root: 'Invoice' | 'CreditNote'): (XmlElement | null)[] {
  const quantity = root === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity';
  return lines.map((line) =>
    branch(
      `cac:${root}Line`,
      leaf('cbc:ID', line.id),
      leaf(quantity, line.quantity, { unitCode: line.unitCode }),
      toAmount('cbc:LineExtensionAmount', line.netAmount, currency),
      line.allowance === null
        ? null
        : branch(
            'cac:AllowanceCharge',
            leaf('cbc:ChargeIndicator', 'false'),
            leaf('cbc:AllowanceChargeReasonCode', '95'),
            leaf('cbc:AllowanceChargeReason', line.allowance.reason),
            toAmount('cbc:Amount', line.allowance.amount, currency),
          ),
      branch(
        'cac:Item',
        leaf('cbc:Name', line.name),
        branch('cac:SellersItemIdentification', leaf('cbc:ID', line.sellerItemId)),
        toTaxCategory('cac:ClassifiedTaxCategory', line),
      ),
      branch('cac:Price', toAmount('cbc:PriceAmount', line.netPrice, currency)),
    ),
  );
}
