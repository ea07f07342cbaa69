import type { Invoice } from '../../invoice/index.ts';
import type { SemanticInvoice } from '../semantic-invoice.ts';
import { toSemanticInvoice } from '../to-semantic-invoice.ts';
import { branch, leaf, writeXml, type XmlElement } from '../xml.ts';
import { toLines } from './lines.ts';
import { toBuyerParty, toPayeeParty, toPostalAddress, toSellerParty } from './parties.ts';
import { toAllowanceCharges, toMonetaryTotal, toTaxTotals } from './sums.ts';

const COMMON = 'urn:oasis:names:specification:ubl:schema:xsd:Common';
const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/**
 * The invoice or credit note as Peppol BIS Billing 3.0, which is EHF Billing 3.0 in Norway: UBL 2.1 in UTF-8.
 *
 * @throws the faults of `eInvoiceFaults` for what Peppol cannot carry, such as a consumer
 */
export function toUbl(invoice: Invoice): Uint8Array {
  const semantic = toSemanticInvoice(invoice, { endpoints: true });
  const root = semantic.kind === 'invoice' ? 'Invoice' : 'CreditNote';
  return writeXml(toRoot(root, semantic), {
    '': `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`,
    cac: `${COMMON}AggregateComponents-2`,
    cbc: `${COMMON}BasicComponents-2`,
  });
}

/** Elements in the order of the schema; a credit note has no due date (UBL CreditNote-2). */
function toRoot(root: 'Invoice' | 'CreditNote', invoice: SemanticInvoice): XmlElement {
  const content = [
    leaf('cbc:CustomizationID', CUSTOMIZATION),
    leaf('cbc:ProfileID', PROFILE),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issueDate),
    root === 'Invoice' ? leaf('cbc:DueDate', invoice.dueDate) : null,
    root === 'Invoice' ? leaf('cbc:InvoiceTypeCode', '380') : leaf('cbc:CreditNoteTypeCode', '381'),
    leaf('cbc:DocumentCurrencyCode', invoice.currency),
    leaf('cbc:TaxCurrencyCode', invoice.totals.vatNational?.currency ?? null),
    leaf('cbc:AccountingCost', invoice.accountingReference),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    branch('cac:OrderReference', leaf('cbc:ID', invoice.orderReference)),
    branch('cac:BillingReference', branch('cac:InvoiceDocumentReference', leaf('cbc:ID', invoice.precedingInvoice))),
    toSellerParty(invoice.seller),
    toBuyerParty(invoice.buyer),
    toPayeeParty(invoice.payee),
    toDelivery(invoice),
    toPaymentMeans(invoice),
    ...toAllowanceCharges(invoice),
    ...toTaxTotals(invoice),
    toMonetaryTotal(invoice),
    ...toLines(invoice, root),
  ];
  return { name: root, attributes: {}, content: content.filter((element) => element !== null) };
}

function toDelivery({ delivery }: SemanticInvoice): XmlElement | null {
  if (delivery === null) return null;
  const address = delivery.address === null ? null : toPostalAddress('cac:Address', delivery.address);
  return branch('cac:Delivery', leaf('cbc:ActualDeliveryDate', delivery.date), branch('cac:DeliveryLocation', address));
}

function toPaymentMeans({ payment }: SemanticInvoice): XmlElement | null {
  if (payment === null) return null;
  return branch(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', payment.meansCode),
    leaf('cbc:PaymentID', payment.reference),
    branch(
      'cac:PayeeFinancialAccount',
      leaf('cbc:ID', payment.account.id),
      leaf('cbc:Name', payment.accountName),
      branch('cac:FinancialInstitutionBranch', leaf('cbc:ID', payment.bic)),
    ),
  );
}
