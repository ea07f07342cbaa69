import type { DocumentDate, Invoice, PaymentDetails, Seller } from '../invoice.ts';
import { parseGiro } from '../references/giro.ts';
import { toEpcQr } from './epc-qr.ts';
import type { PaymentCode, PaymentCodeChoice } from './payment-code.ts';
import { toUsingQr, type UsingQrAccount } from './using-qr.ts';
import { toVirtualBarcode } from './virtual-barcode.ts';

/** An invoice that may carry a code: something to pay, by a day, to an account. */
interface PayableInvoice extends Invoice {
  readonly payment: PaymentDetails;
  readonly dueDate: DocumentDate;
}

/**
 * The codes that a document may print for its payers, none where it should not: on a credit note, with nothing to pay,
 * without a day to pay by, in a currency that the account's country has no code for. Sweden has UsingQR, Finland its bank
 * bar code and the EPC QR code. Norway has no standard; UsingQR, which bookkeeping there reads, is drawn on `true` alone,
 * and so is the EPC QR code for euro accounts elsewhere.
 *
 * @throws PAYMENT_CODE_LIMIT where a code was to be drawn and cannot hold what the invoice says
 */
export function listPaymentCodes(invoice: Invoice, choice: PaymentCodeChoice): readonly PaymentCode[] {
  if (choice === false || !mayBePaid(invoice)) return [];
  const { payment, currency, seller } = invoice;
  const country = payment.iban.slice(0, 2);
  if (country === 'FI' && currency === 'EUR') return listFinnish(invoice);
  if (country === 'SE' && currency === 'SEK' && seller !== null) return [toSwedish(invoice, seller)];
  if (choice === 'auto' || seller === null) return [];
  if (country === 'NO' && currency === 'NOK') return [toNorwegian(invoice, seller)];
  return currency === 'EUR' ? [toEpc(invoice)] : [];
}

function mayBePaid(invoice: Invoice): invoice is PayableInvoice {
  const { kind, payment, dueDate, totals } = invoice;
  return kind === 'invoice' && payment !== null && dueDate !== null && totals.payableMinor > 0;
}

function listFinnish(invoice: PayableInvoice): readonly PaymentCode[] {
  const { payment, totals, dueDate } = invoice;
  const { kid, kidKind, iban } = payment;
  // The bar code knows Finnish references alone; an RF reference with letters goes into the QR code.
  const national = kidKind === 'viitenumero' || /^RF\d+$/.test(kid);
  const barcode = national && {
    standard: 'virtual-barcode' as const,
    symbology: 'code128' as const,
    payload: toVirtualBarcode({
      iban,
      amountMinor: totals.payableMinor,
      reference: { value: kid, kind: kidKind },
      dueDate: dueDate.date,
    }),
  };
  // Who is paid, a document without its brand does not know.
  const qr = invoice.seller !== null && toEpc(invoice);
  return [barcode, qr].filter((code) => code !== false);
}

function toEpc({ payment, totals, dueDate }: PayableInvoice): PaymentCode {
  const { bic, payee, iban, kid, kidKind } = payment;
  const payload = toEpcQr({
    bic,
    payee,
    iban,
    amountMinor: totals.payableMinor,
    reference: { value: kid, kind: kidKind },
    dueDate: iban.startsWith('FI') ? dueDate.date : null,
  });
  return { standard: 'epc', symbology: 'qrcode', payload };
}

function toSwedish(invoice: PayableInvoice, seller: Seller): PaymentCode {
  const { bban, iban, bic } = invoice.payment;
  // Twenty digits are the IBAN's own; fewer are a bankgiro or plusgiro number, which payers prefer.
  const account =
    bban !== null && bban.length <= 8 ? toGiroAccount(bban) : { type: 'IBAN' as const, number: iban, bic };
  return toUsing(invoice, seller, account);
}

function toGiroAccount(digits: string): UsingQrAccount {
  const { kind, value } = parseGiro(digits);
  if (kind === 'bankgiro') return { type: 'BG', number: `${value.slice(0, -4)}-${value.slice(-4)}` };
  return { type: 'PG', number: `${value.slice(0, -1)}-${value.slice(-1)}` };
}

function toNorwegian(invoice: PayableInvoice, seller: Seller): PaymentCode {
  const { bban, iban, bic } = invoice.payment;
  const account = bban === null ? { type: 'IBAN' as const, number: iban } : { type: 'BBAN' as const, number: bban };
  return toUsing(invoice, seller, { ...account, bic });
}

function toUsing(invoice: PayableInvoice, seller: Seller, account: UsingQrAccount): PaymentCode {
  const payload = toUsingQr({
    name: seller.name,
    companyId: toCompanyId(seller),
    country: seller.country,
    reference: invoice.payment.kid,
    issueDate: invoice.issueDate.date,
    dueDate: invoice.dueDate.date,
    amountMinor: invoice.totals.payableMinor,
    currency: invoice.currency,
    account,
  });
  return { standard: 'usingqr', symbology: 'qrcode', payload };
}

/** As the country writes it: `556677-8899`, `988077917 MVA`, else the digits. */
function toCompanyId({ organizationNumber, country, vatRegistered }: Seller): string {
  if (country === 'SE') return `${organizationNumber.slice(0, 6)}-${organizationNumber.slice(6)}`;
  return country === 'NO' && vatRegistered ? `${organizationNumber} MVA` : organizationNumber;
}
