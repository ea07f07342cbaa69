import type { DocumentAllowance, SemanticInvoice, VatTerms } from '../semantic-invoice.ts';
import { branch, leaf, type XmlElement } from '../xml.ts';

/** An amount with its currency, as every amount in UBL has it. */
export function toAmount(element: string, amount: string | null, currencyID: string): XmlElement | null {
  return leaf(element, amount, { currencyID });
}

export function toTaxCategory(element: string, { category, percent }: VatTerms, ...reasons: (XmlElement | null)[]) {
  return branch(
    element,
    leaf('cbc:ID', category),
    leaf('cbc:Percent', percent),
    reasons,
    branch('cac:TaxScheme', leaf('cbc:ID', 'VAT')),
  );
}

export function toAllowanceCharges({ allowances, charges, currency }: SemanticInvoice): (XmlElement | null)[] {
  const write = (isCharge: boolean) => (entry: DocumentAllowance) =>
    branch(
      'cac:AllowanceCharge',
      leaf('cbc:ChargeIndicator', String(isCharge)),
      leaf('cbc:AllowanceChargeReasonCode', entry.reasonCode),
      leaf('cbc:AllowanceChargeReason', entry.reason),
      toAmount('cbc:Amount', entry.amount, currency),
      toTaxCategory('cac:TaxCategory', entry),
    );
  return [...allowances.map(write(false)), ...charges.map(write(true))];
}

/** The breakdown by rate, and VAT in the seller's own currency beside it where the law asks for that (BT-111). */
export function toTaxTotals({ vat, totals, currency }: SemanticInvoice): (XmlElement | null)[] {
  const subtotals = vat.map((rate) =>
    branch(
      'cac:TaxSubtotal',
      toAmount('cbc:TaxableAmount', rate.taxable, currency),
      toAmount('cbc:TaxAmount', rate.tax, currency),
      toTaxCategory(
        'cac:TaxCategory',
        rate,
        leaf('cbc:TaxExemptionReasonCode', rate.exemptionCode),
        leaf('cbc:TaxExemptionReason', rate.exemptionReason),
      ),
    ),
  );
  const national = totals.vatNational;
  return [
    branch('cac:TaxTotal', toAmount('cbc:TaxAmount', totals.vat, currency), subtotals),
    national === null ? null : branch('cac:TaxTotal', toAmount('cbc:TaxAmount', national.amount, national.currency)),
  ];
}

export function toMonetaryTotal({ totals, currency }: SemanticInvoice): XmlElement | null {
  return branch(
    'cac:LegalMonetaryTotal',
    toAmount('cbc:LineExtensionAmount', totals.lines, currency),
    toAmount('cbc:TaxExclusiveAmount', totals.net, currency),
    toAmount('cbc:TaxInclusiveAmount', totals.gross, currency),
    toAmount('cbc:AllowanceTotalAmount', totals.allowances, currency),
    toAmount('cbc:ChargeTotalAmount', totals.charges, currency),
    toAmount('cbc:PrepaidAmount', totals.prepaid, currency),
    toAmount('cbc:PayableRoundingAmount', totals.rounding, currency),
    toAmount('cbc:PayableAmount', totals.payable, currency),
  );
}
