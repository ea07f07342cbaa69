import { isEmptyAddress } from './address.ts';
import { cite, type LegalDuty } from './citations.ts';
import { toVatKey } from './fact.ts';
import type { Invoice } from './invoice.ts';

/** A fact that has to stand on the page, and why. */
export interface RequiredFact {
  readonly name: string;
  /** `law`: the content of a sales document; `payment`: no payment arrives without it; `sums`: the page adds up only with it. */
  readonly need: 'law' | 'payment' | 'sums';
  /** The provision, or what the payment or the sums need it for; a whole phrase for messages. */
  readonly citation: string;
}

/**
 * The facts that a document of this invoice must print, by the law of the seller's country, the payment and the sums.
 * A template that omits one is refused. Only facts that the invoice has are named: what the source lacks is for the
 * model to refuse, not for the template to print. Each name once; where several reasons hold, the law's comes first.
 */
export function listRequiredFacts(invoice: Invoice): readonly RequiredFact[] {
  const byName = new Map<string, RequiredFact>();
  for (const need of [...listLegalNeeds(invoice), ...listSumNeeds(invoice), ...listPaymentNeeds(invoice)]) {
    if (!byName.has(need.name)) byName.set(need.name, need);
  }
  return [...byName.values()];
}

function listLegalNeeds(invoice: Invoice): readonly RequiredFact[] {
  const { seller, buyer, totals } = invoice;
  const country = seller?.country ?? null;
  const creditNote = invoice.kind === 'credit-note';
  // Without its seller, an invoice on which no VAT is charged may be of one who must not show any.
  const registered = seller?.vatRegistered ?? invoice.vat.some(({ vatMinor }) => vatMinor !== 0);
  // Norway asks for no unit price; Finland and Sweden ask for none on a consumer's document (AVL 209 f §).
  const unitPrices = country !== 'NO' && buyer.organizationNumber !== null;
  const delivered = invoice.deliveryDate !== null && invoice.deliveryDate !== invoice.issueDate.date;
  const addressed = !isEmptyAddress(buyer.address);
  const reverseCharge = invoice.vat.some((subtotal) => subtotal.category === 'AE');

  const needs: (readonly [name: string, duty: LegalDuty, applies: boolean])[] = [
    ['kind', 'correction', creditNote],
    ['originalInvoice', 'correction', invoice.originalNumber !== null],
    ['invoiceNumber', 'number', true],
    ['invoiceDate', 'date', true],
    ['dueDate', 'consideration', country === 'NO' && invoice.dueDate !== null],
    ['deliveryDate', 'delivery', delivered],
    ['seller.name', 'seller', seller !== null],
    ['seller.organizationNumber', 'sellerNumber', seller !== null],
    ['seller.address', 'sellerAddress', seller !== null],
    ['buyer.name', 'buyer', true],
    ['buyer.address', 'buyer', addressed],
    ['buyer.organizationNumber', 'reverseCharge', buyer.organizationNumber !== null && reverseCharge],
    ['buyer.organizationNumber', 'buyer', buyer.organizationNumber !== null && !addressed],
    ...invoice.lines.flatMap(({ position, discount }) => [
      [`line.${position}.description`, 'goods', true] as const,
      [`line.${position}.quantity`, 'goods', true] as const,
      [`line.${position}.unitPrice`, 'unitPrice', unitPrices] as const,
      [`line.${position}.discount`, 'unitPrice', unitPrices && discount !== null] as const,
    ]),
    ...invoice.vat.flatMap((subtotal) => {
      const key = toVatKey(subtotal, invoice.vat);
      return [
        [`vat.${key}.rate`, 'vat', registered] as const,
        [`vat.${key}.net`, 'vat', registered] as const,
        [`vat.${key}.vat`, 'vat', registered] as const,
        [`exemption.${key}`, 'exemption', subtotal.exemption !== null] as const,
      ];
    }),
    ['vatTotal', 'vat', registered],
    ['vatTotalNational', 'vatNational', totals.vatNational !== null],
    ['payable', 'consideration', true],
    ['currency', 'consideration', true],
  ];
  return needs
    .filter(([, , applies]) => applies)
    .map(([name, duty]) => ({ name, need: 'law', citation: cite(duty, country) }));
}

function listSumNeeds({ lines, totals }: Invoice): readonly RequiredFact[] {
  const needs: (readonly [name: string, reason: string, applies: boolean])[] = [
    ...lines.map(
      ({ position }) =>
        [`line.${position}.amount`, "the session's own figure, which Kravia collects by", true] as const,
    ),
    ['grossTotal', 'what is payable differs from the sum of the lines', totals.payableMinor !== totals.grossMinor],
    ['rounding', 'gross + rounding − prepaid = payable', totals.roundingMinor !== 0],
    ['prepaid', 'gross + rounding − prepaid = payable', totals.prepaidMinor !== 0],
  ];
  return needs.filter(([, , applies]) => applies).map(([name, citation]) => ({ name, need: 'sums', citation }));
}

function listPaymentNeeds({ payment, buyer, dueDate }: Invoice): readonly RequiredFact[] {
  if (payment === null) return [];
  const country = payment.iban.slice(0, 2);
  const abroad = buyer.country !== null && buyer.country !== country;
  // Norwegians pay to the national number; everybody else, and everybody abroad, to the IBAN.
  const national = country === 'NO' && payment.bban !== null;
  const needs: (readonly [name: string, reason: string, applies: boolean])[] = [
    ['kid', 'Kravia matches the payment by it', true],
    ['bban', 'the account to pay to', national],
    ['iban', 'the account to pay to', !national || abroad],
    ['bic', 'the bank of a payment from abroad', abroad],
    ['payee', "the account holder's name, which the payer's bank asks for", true],
    ['dueDate', 'when to pay', dueDate !== null],
  ];
  return needs.filter(([, , applies]) => applies).map(([name, citation]) => ({ name, need: 'payment', citation }));
}
