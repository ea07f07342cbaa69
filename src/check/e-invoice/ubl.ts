import type { Invoice, InvoiceLine, VatSubtotal } from '../../invoice/index.ts';
import {
  type AddressPaths,
  ofAccount,
  ofExemptionCode,
  ofMeans,
  ofOrganization,
  ofParty,
  ofPercent,
  ofRegistration,
  toAddressTerms,
  toLineTerms,
} from './expected.ts';
import type { Syntax } from './syntax.ts';
import { code, may, must, ofMinor, type Term } from './term.ts';

const COMMON = 'urn:oasis:names:specification:ubl:schema:xsd:Common';
const INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2';
const CREDIT_NOTE = 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2';

const ADDRESS: AddressPaths = {
  lines: ['StreetName', 'AdditionalStreetName', 'AddressLine/Line'],
  city: 'CityName',
  postalCode: 'PostalZone',
  country: 'Country/IdentificationCode',
};

function toPartyTerms(prefix: string, side: 'seller' | 'buyer'): Term<Invoice>[] {
  const name = `${side}.name`;
  const number = `${side}.organizationNumber`;
  const ofNumber = ofParty(side, (party) => ofOrganization(party.organizationNumber));
  return [
    may(`${prefix}/EndpointID`, number, 'text', (invoice) =>
      side === 'seller'
        ? invoice.seller === null
          ? undefined
          : (invoice.seller.endpoint?.id ?? null)
        : ofNumber(invoice),
    ),
    may(`${prefix}/PartyName/Name`, name, 'text', ({ seller }) =>
      side === 'buyer' ? null : seller === null ? undefined : seller.tradeName,
    ),
    ...toAddressTerms(`${prefix}/PostalAddress`, ADDRESS, `${side}.address`, (invoice) =>
      invoice[side] === null ? undefined : invoice[side].address,
    ),
    must(
      `${prefix}/PartyLegalEntity/RegistrationName`,
      name,
      'text',
      ofParty(side, (party) => party.name),
    ),
    may(`${prefix}/PartyLegalEntity/CompanyID`, number, 'text', ofNumber),
    may(`${prefix}/PartyLegalEntity/CompanyLegalForm`, name, 'text', ({ seller }) =>
      side === 'buyer' ? null : seller === null ? undefined : seller.statements.registeredOffice,
    ),
    may(`${prefix}/Contact/Name`, name, 'text', ({ buyer }) => (side === 'seller' ? null : buyer.contact)),
    may(`${prefix}/Contact/Telephone`, name, 'text', ({ seller }) =>
      side === 'buyer' ? null : seller === null ? undefined : seller.phone,
    ),
    may(`${prefix}/Contact/ElectronicMail`, name, 'text', ({ seller }) =>
      side === 'buyer' ? null : seller === null ? undefined : seller.email,
    ),
  ];
}

const TOTALS: Term<Invoice>[] = [
  must('LegalMonetaryTotal/TaxExclusiveAmount', 'netTotal', 'number', ({ totals }) => ofMinor(totals.netMinor)),
  must('LegalMonetaryTotal/TaxInclusiveAmount', 'grossTotal', 'number', ({ totals }) => ofMinor(totals.grossMinor)),
  must('LegalMonetaryTotal/PrepaidAmount', 'prepaid', 'number', ({ totals }) =>
    totals.prepaidMinor === 0 ? null : ofMinor(totals.prepaidMinor),
  ),
  must('LegalMonetaryTotal/PayableRoundingAmount', 'rounding', 'number', ({ totals }) =>
    totals.roundingMinor === 0 ? null : ofMinor(totals.roundingMinor),
  ),
  must('LegalMonetaryTotal/PayableAmount', 'payable', 'number', ({ totals }) => ofMinor(totals.payableMinor)),
];

const DOCUMENT: Term<Invoice>[] = [
  code('CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
  code('ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
  must('ID', 'invoiceNumber', 'text', ({ number }) => number),
  must('IssueDate', 'invoiceDate', 'day', ({ issueDate }) => issueDate.date),
  must('DueDate', 'dueDate', 'day', ({ dueDate }) => dueDate?.date ?? null),
  may('InvoiceTypeCode', 'kind', 'text', ({ kind }) => (kind === 'invoice' ? '380' : null)),
  may('CreditNoteTypeCode', 'kind', 'text', ({ kind }) => (kind === 'credit-note' ? '381' : null)),
  must('DocumentCurrencyCode', 'currency', 'text', ({ currency }) => currency),
  must('TaxCurrencyCode', 'vatTotalNational', 'text', ({ totals }) => totals.vatNational?.currency ?? null),
  may('AccountingCost', 'buyerReference', 'text', ({ references }) => references.costCenter),
  may('BuyerReference', 'buyerReference', 'text', ({ references }) => references.buyer),
  may('OrderReference/ID', 'orderReference', 'text', ({ references }) => references.order),
  must('BillingReference/InvoiceDocumentReference/ID', 'originalInvoice', 'text', (invoice) => invoice.originalNumber),
  ...toPartyTerms('AccountingSupplierParty/Party', 'seller'),
  ...toPartyTerms('AccountingCustomerParty/Party', 'buyer'),
  may('PayeeParty/PartyName/Name', 'payee', 'text', ({ payment, seller }) =>
    seller === null ? undefined : (payment?.payee ?? null),
  ),
  may('Delivery/ActualDeliveryDate', 'deliveryDate', 'day', ({ deliveryDate }) => deliveryDate),
  ...toAddressTerms(
    'Delivery/DeliveryLocation/Address',
    ADDRESS,
    'deliveryAddress',
    (invoice) => invoice.deliveryAddress,
  ),
  may('PaymentMeans/PaymentMeansCode', 'payable', 'text', ofMeans),
  must('PaymentMeans/PaymentID', 'kid', 'text', ({ payment }) => payment?.kid ?? null),
  must('PaymentMeans/PayeeFinancialAccount/ID', 'iban', 'text', ofAccount),
  may('PaymentMeans/PayeeFinancialAccount/Name', 'payee', 'text', ({ payment, seller }) =>
    seller === null ? undefined : (payment?.payee ?? null),
  ),
  may('PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID', 'bic', 'text', ({ payment }) =>
    payment === null ? null : payment.bic,
  ),
  ...TOTALS,
];

const ALLOWANCE: Term<InvoiceLine>[] = [
  code('ChargeIndicator', 'true', 'false'),
  code('AllowanceChargeReasonCode', '95', 'ABK'),
  may('AllowanceChargeReason', 'description', 'text', ({ description }) => description),
  must('Amount', 'netAmount', 'number', ({ netMinor }) => ofMinor(Math.abs(netMinor))),
  must('TaxCategory/ID', 'vatRate', 'text', ({ category }) => category),
  must('TaxCategory/Percent', 'vatRate', 'number', ofPercent),
  code('TaxCategory/TaxScheme/ID', 'VAT'),
];

const VAT: Term<VatSubtotal>[] = [
  must('TaxableAmount', 'net', 'number', ({ netMinor }) => ofMinor(netMinor)),
  must('TaxAmount', 'vat', 'number', ({ vatMinor }) => ofMinor(vatMinor)),
  must('TaxCategory/ID', 'rate', 'text', ({ category }) => category),
  must('TaxCategory/Percent', 'rate', 'number', ofPercent),
  may('TaxCategory/TaxExemptionReason', 'exemption', 'text', ({ exemption }) => exemption),
  may('TaxCategory/TaxExemptionReasonCode', 'exemption', 'text', ofExemptionCode),
  code('TaxCategory/TaxScheme/ID', 'VAT'),
];

/** UBL 2.1 as Peppol BIS Billing 3.0 uses it; invoice and credit note differ in two names. */
function toSyntax(root: 'Invoice' | 'CreditNote', namespace: string, quantity: string): Syntax {
  const item = 'Item/ClassifiedTaxCategory';
  return {
    root: { namespace, name: root },
    namespaces: new Set([namespace, `${COMMON}AggregateComponents-2`, `${COMMON}BasicComponents-2`]),
    document: DOCUMENT,
    lines: {
      path: `${root}Line`,
      id: 'ID',
      terms: [
        ...toLineTerms({
          id: 'ID',
          quantity,
          netAmount: 'LineExtensionAmount',
          price: 'Price/PriceAmount',
          discount: 'AllowanceCharge/Amount',
          isCharge: 'AllowanceCharge/ChargeIndicator',
          reasonCode: 'AllowanceCharge/AllowanceChargeReasonCode',
          reason: 'AllowanceCharge/AllowanceChargeReason',
          name: 'Item/Name',
          sku: 'Item/SellersItemIdentification/ID',
          category: `${item}/ID`,
          percent: `${item}/Percent`,
        }),
        code(`${item}/TaxScheme/ID`, 'VAT'),
      ],
    },
    vat: {
      path: 'TaxTotal/TaxSubtotal',
      terms: VAT,
      category: 'TaxCategory/ID',
      percent: 'TaxCategory/Percent',
    },
    allowances: {
      path: 'AllowanceCharge',
      terms: ALLOWANCE,
      isCharge: 'ChargeIndicator',
      amount: 'Amount',
      reason: 'AllowanceChargeReason',
    },
    parts: (['seller', 'buyer'] as const).map((side) => ({
      path: `Accounting${side === 'seller' ? 'Supplier' : 'Customer'}Party/Party/PartyTaxScheme`,
      terms: [
        may<Invoice>('CompanyID', `${side}.organizationNumber`, 'text', ofRegistration(side)),
        code<Invoice>('TaxScheme/ID', 'VAT', 'TAX'),
      ],
    })),
    sums: {
      lines: 'LegalMonetaryTotal/LineExtensionAmount',
      allowances: 'LegalMonetaryTotal/AllowanceTotalAmount',
      charges: 'LegalMonetaryTotal/ChargeTotalAmount',
    },
    vatTotal: 'TaxTotal/TaxAmount',
  };
}

export const UBL_INVOICE = toSyntax('Invoice', INVOICE, 'InvoicedQuantity');
export const UBL_CREDIT_NOTE = toSyntax('CreditNote', CREDIT_NOTE, 'CreditedQuantity');
