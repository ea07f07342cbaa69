import type { Invoice, InvoiceLine } from '../../invoice/index.ts';
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

const UNECE = 'urn:un:unece:uncefact:data:standard';
const ROOT = `${UNECE}:CrossIndustryInvoice:100`;
const AGREEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement';
const DELIVERY = 'SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery';
const SETTLEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement';
const SUMS = `${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation`;
const MEANS = `${SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans`;
const LINE_TAX = 'SpecifiedLineTradeSettlement/ApplicableTradeTax';
const LINE_ALLOWANCE = 'SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge';

const ADDRESS: AddressPaths = {
  lines: ['LineOne', 'LineTwo', 'LineThree'],
  city: 'CityName',
  postalCode: 'PostcodeCode',
  country: 'CountryID',
};

function toPartyTerms(prefix: string, side: 'seller' | 'buyer'): Term<Invoice>[] {
  const name = `${side}.name`;
  const ofSeller = (say: (seller: NonNullable<Invoice['seller']>) => string | null) => (invoice: Invoice) =>
    side === 'buyer' ? null : invoice.seller === null ? undefined : say(invoice.seller);
  return [
    must(
      `${prefix}/Name`,
      name,
      'text',
      ofParty(side, (party) => party.name),
    ),
    may(
      `${prefix}/Description`,
      name,
      'text',
      ofSeller(({ statements }) => statements.registeredOffice),
    ),
    may(`${prefix}/SpecifiedLegalOrganization/ID`, `${side}.organizationNumber`, 'text', (invoice) =>
      ofParty(side, (party) => ofOrganization(party.organizationNumber))(invoice),
    ),
    may(
      `${prefix}/SpecifiedLegalOrganization/TradingBusinessName`,
      name,
      'text',
      ofSeller((seller) => seller.tradeName),
    ),
    may(`${prefix}/DefinedTradeContact/PersonName`, name, 'text', ({ buyer }) =>
      side === 'seller' ? null : buyer.contact,
    ),
    may(
      `${prefix}/DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber`,
      name,
      'text',
      ofSeller((seller) => seller.phone),
    ),
    may(
      `${prefix}/DefinedTradeContact/EmailURIUniversalCommunication/URIID`,
      name,
      'text',
      ofSeller((seller) => seller.email),
    ),
    ...toAddressTerms(`${prefix}/PostalTradeAddress`, ADDRESS, `${side}.address`, (invoice) =>
      invoice[side] === null ? undefined : invoice[side].address,
    ),
    may(
      `${prefix}/URIUniversalCommunication/URIID`,
      `${side}.organizationNumber`,
      'text',
      ofSeller((seller) => seller.endpoint?.id ?? null),
    ),
  ];
}

const DOCUMENT: Term<Invoice>[] = [
  code('ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID', 'urn:cen.eu:en16931:2017'),
  must('ExchangedDocument/ID', 'invoiceNumber', 'text', ({ number }) => number),
  must('ExchangedDocument/TypeCode', 'kind', 'text', ({ kind }) => (kind === 'invoice' ? '380' : '381')),
  must('ExchangedDocument/IssueDateTime/DateTimeString', 'invoiceDate', 'day', ({ issueDate }) => issueDate.date),
  may(`${AGREEMENT}/BuyerReference`, 'buyerReference', 'text', ({ references }) => references.buyer),
  ...toPartyTerms(`${AGREEMENT}/SellerTradeParty`, 'seller'),
  ...toPartyTerms(`${AGREEMENT}/BuyerTradeParty`, 'buyer'),
  may(
    `${AGREEMENT}/BuyerOrderReferencedDocument/IssuerAssignedID`,
    'orderReference',
    'text',
    ({ references }) => references.order,
  ),
  // An element that the schema wants even where it has nothing to hold.
  may(DELIVERY, 'deliveryDate', 'text', () => ''),
  ...toAddressTerms(
    `${DELIVERY}/ShipToTradeParty/PostalTradeAddress`,
    ADDRESS,
    'deliveryAddress',
    (invoice) => invoice.deliveryAddress,
  ),
  may(
    `${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`,
    'deliveryDate',
    'day',
    ({ deliveryDate }) => deliveryDate,
  ),
  must(`${SETTLEMENT}/PaymentReference`, 'kid', 'text', ({ payment }) => payment?.kid ?? null),
  must(
    `${SETTLEMENT}/TaxCurrencyCode`,
    'vatTotalNational',
    'text',
    ({ totals }) => totals.vatNational?.currency ?? null,
  ),
  must(`${SETTLEMENT}/InvoiceCurrencyCode`, 'currency', 'text', ({ currency }) => currency),
  may(`${SETTLEMENT}/PayeeTradeParty/Name`, 'payee', 'text', ofPayee),
  may(`${MEANS}/TypeCode`, 'payable', 'text', ofMeans),
  may(`${MEANS}/PayeePartyCreditorFinancialAccount/IBANID`, 'iban', 'text', ({ payment }) => payment?.iban ?? null),
  may(`${MEANS}/PayeePartyCreditorFinancialAccount/AccountName`, 'payee', 'text', ofPayee),
  may(`${MEANS}/PayeePartyCreditorFinancialAccount/ProprietaryID`, 'bban', 'text', ofAccount),
  may(
    `${MEANS}/PayeeSpecifiedCreditorFinancialInstitution/BICID`,
    'bic',
    'text',
    ({ payment }) => payment?.bic ?? null,
  ),
  must(
    `${SETTLEMENT}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString`,
    'dueDate',
    'day',
    ({ dueDate }) => dueDate?.date ?? null,
  ),
  must(`${SUMS}/TaxBasisTotalAmount`, 'netTotal', 'number', ({ totals }) => ofMinor(totals.netMinor)),
  must(`${SUMS}/RoundingAmount`, 'rounding', 'number', ({ totals }) =>
    totals.roundingMinor === 0 ? null : ofMinor(totals.roundingMinor),
  ),
  must(`${SUMS}/GrandTotalAmount`, 'grossTotal', 'number', ({ totals }) => ofMinor(totals.grossMinor)),
  must(`${SUMS}/TotalPrepaidAmount`, 'prepaid', 'number', ({ totals }) =>
    totals.prepaidMinor === 0 ? null : ofMinor(totals.prepaidMinor),
  ),
  must(`${SUMS}/DuePayableAmount`, 'payable', 'number', ({ totals }) => ofMinor(totals.payableMinor)),
  must(
    `${SETTLEMENT}/InvoiceReferencedDocument/IssuerAssignedID`,
    'originalInvoice',
    'text',
    (invoice) => invoice.originalNumber,
  ),
  may(
    `${SETTLEMENT}/ReceivableSpecifiedTradeAccountingAccount/ID`,
    'buyerReference',
    'text',
    ({ references }) => references.costCenter,
  ),
];

function ofPayee({ payment, seller }: Invoice): string | null | undefined {
  return seller === null ? undefined : (payment?.payee ?? null);
}

const ALLOWANCE: Term<InvoiceLine>[] = [
  code('ChargeIndicator/Indicator', 'true', 'false'),
  must('ActualAmount', 'netAmount', 'number', ({ netMinor }) => ofMinor(Math.abs(netMinor))),
  code('ReasonCode', '95', 'ABK'),
  may('Reason', 'description', 'text', ({ description }) => description),
  code('CategoryTradeTax/TypeCode', 'VAT'),
  must('CategoryTradeTax/CategoryCode', 'vatRate', 'text', ({ category }) => category),
  must('CategoryTradeTax/RateApplicablePercent', 'vatRate', 'number', ofPercent),
];

/** UN/CEFACT Cross Industry Invoice D16B as Factur-X uses it. */
export const CII: Syntax = {
  root: { namespace: ROOT, name: 'CrossIndustryInvoice' },
  namespaces: new Set([
    ROOT,
    `${UNECE}:ReusableAggregateBusinessInformationEntity:100`,
    `${UNECE}:UnqualifiedDataType:100`,
    `${UNECE}:QualifiedDataType:100`,
  ]),
  document: DOCUMENT,
  lines: {
    path: 'SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem',
    id: 'AssociatedDocumentLineDocument/LineID',
    terms: [
      ...toLineTerms({
        id: 'AssociatedDocumentLineDocument/LineID',
        quantity: 'SpecifiedLineTradeDelivery/BilledQuantity',
        netAmount: 'SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
        price: 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount',
        discount: `${LINE_ALLOWANCE}/ActualAmount`,
        isCharge: `${LINE_ALLOWANCE}/ChargeIndicator/Indicator`,
        reasonCode: `${LINE_ALLOWANCE}/ReasonCode`,
        reason: `${LINE_ALLOWANCE}/Reason`,
        name: 'SpecifiedTradeProduct/Name',
        sku: 'SpecifiedTradeProduct/SellerAssignedID',
        category: `${LINE_TAX}/CategoryCode`,
        percent: `${LINE_TAX}/RateApplicablePercent`,
      }),
      code(`${LINE_TAX}/TypeCode`, 'VAT'),
    ],
  },
  vat: {
    path: `${SETTLEMENT}/ApplicableTradeTax`,
    category: 'CategoryCode',
    percent: 'RateApplicablePercent',
    terms: [
      must('CalculatedAmount', 'vat', 'number', ({ vatMinor }) => ofMinor(vatMinor)),
      code('TypeCode', 'VAT'),
      may('ExemptionReason', 'exemption', 'text', ({ exemption }) => exemption),
      must('BasisAmount', 'net', 'number', ({ netMinor }) => ofMinor(netMinor)),
      must('CategoryCode', 'rate', 'text', ({ category }) => category),
      may('ExemptionReasonCode', 'exemption', 'text', ofExemptionCode),
      must('RateApplicablePercent', 'rate', 'number', ofPercent),
    ],
  },
  allowances: {
    path: `${SETTLEMENT}/SpecifiedTradeAllowanceCharge`,
    terms: ALLOWANCE,
    isCharge: 'ChargeIndicator/Indicator',
    amount: 'ActualAmount',
    reason: 'Reason',
  },
  parts: (['seller', 'buyer'] as const).map((side) => ({
    path: `${AGREEMENT}/${side === 'seller' ? 'Seller' : 'Buyer'}TradeParty/SpecifiedTaxRegistration`,
    terms: [may<Invoice>('ID', `${side}.organizationNumber`, 'text', ofRegistration(side))],
  })),
  sums: {
    lines: `${SUMS}/LineTotalAmount`,
    allowances: `${SUMS}/AllowanceTotalAmount`,
    charges: `${SUMS}/ChargeTotalAmount`,
  },
  vatTotal: `${SUMS}/TaxTotalAmount`,
};
