import type {
  DocumentAllowance,
  SemanticInvoice,
  SemanticPayment,
  SemanticTotals,
  SemanticVat,
  VatTerms,
} from '../semantic-invoice.ts';
import { branch, leaf, type XmlElement } from '../xml.ts';
import { toDateTime } from './date-time.ts';

/** How the invoice is paid and what it sums up to, in the order of the schema. */
export function toSettlement(invoice: SemanticInvoice): XmlElement | null {
  const { payment, totals, currency } = invoice;
  return branch(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', payment?.reference ?? null),
    leaf('ram:TaxCurrencyCode', totals.vatNational?.currency ?? null),
    leaf('ram:InvoiceCurrencyCode', currency),
    branch('ram:PayeeTradeParty', leaf('ram:Name', invoice.payee)),
    payment === null ? null : toPaymentMeans(payment),
    invoice.vat.map(toTaxBreakdown),
    invoice.allowances.map((entry) => toAllowanceCharge(false, entry, entry)),
    invoice.charges.map((entry) => toAllowanceCharge(true, entry, entry)),
    branch('ram:SpecifiedTradePaymentTerms', toDateTime('ram:DueDateDateTime', invoice.dueDate)),
    toSummation(totals, currency),
    branch('ram:InvoiceReferencedDocument', leaf('ram:IssuerAssignedID', invoice.precedingInvoice)),
    branch('ram:ReceivableSpecifiedTradeAccountingAccount', leaf('ram:ID', invoice.accountingReference)),
  );
}

export function toTax(element: string, { category, percent }: VatTerms): XmlElement | null {
  return branch(
    element,
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:CategoryCode', category),
    leaf('ram:RateApplicablePercent', percent),
  );
}

/** An allowance or a charge; of the whole document with the VAT it takes along, of a line without. */
export function toAllowanceCharge(
  isCharge: boolean,
  entry: Pick<DocumentAllowance, 'amount' | 'reason' | 'reasonCode'>,
  terms: VatTerms | null,
): XmlElement | null {
  return branch(
    'ram:SpecifiedTradeAllowanceCharge',
    branch('ram:ChargeIndicator', leaf('udt:Indicator', String(isCharge))),
    leaf('ram:ActualAmount', entry.amount),
    leaf('ram:ReasonCode', entry.reasonCode),
    leaf('ram:Reason', entry.reason),
    terms === null ? null : toTax('ram:CategoryTradeTax', terms),
  );
}

function toPaymentMeans(payment: SemanticPayment): XmlElement | null {
  const { kind, id } = payment.account;
  return branch(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', payment.meansCode),
    branch(
      'ram:PayeePartyCreditorFinancialAccount',
      kind === 'iban' ? leaf('ram:IBANID', id) : null,
      leaf('ram:AccountName', payment.accountName),
      kind === 'national' ? leaf('ram:ProprietaryID', id) : null,
    ),
    branch('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', payment.bic)),
  );
}

function toTaxBreakdown(rate: SemanticVat): XmlElement | null {
  return branch(
    'ram:ApplicableTradeTax',
    leaf('ram:CalculatedAmount', rate.tax),
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:ExemptionReason', rate.exemptionReason),
    leaf('ram:BasisAmount', rate.taxable),
    leaf('ram:CategoryCode', rate.category),
    leaf('ram:ExemptionReasonCode', rate.exemptionCode),
    leaf('ram:RateApplicablePercent', rate.percent),
  );
}

function toSummation(totals: SemanticTotals, currencyID: string): XmlElement | null {
  const national = totals.vatNational;
  return branch(
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    leaf('ram:LineTotalAmount', totals.lines),
    leaf('ram:ChargeTotalAmount', totals.charges),
    leaf('ram:AllowanceTotalAmount', totals.allowances),
    leaf('ram:TaxBasisTotalAmount', totals.net),
    leaf('ram:TaxTotalAmount', totals.vat, { currencyID }),
    national === null ? null : leaf('ram:TaxTotalAmount', national.amount, { currencyID: national.currency }),
    leaf('ram:RoundingAmount', totals.rounding),
    leaf('ram:GrandTotalAmount', totals.gross),
    leaf('ram:TotalPrepaidAmount', totals.prepaid),
    leaf('ram:DuePayableAmount', totals.payable),
  );
}
