import { type Invoice, listPaymentCodes, type PaymentCode, type PaymentDetails } from '../../invoice/index.ts';
import type { OptionValue } from '../brand/parse-brand.ts';
import type { Locale } from '../format/conventions.ts';
import { formatDate } from '../format/date.ts';
import { giroKindOf, groupAccount, groupIban } from '../format/identifiers.ts';
import { formatMoney } from '../format/number.ts';
import { type LabelKey, type Labels, labelOf, REFERENCE_LABELS } from '../labels.ts';
import type { PaymentCodeView, PaymentView } from './view.ts';

/** Finnish IBANs have 18 characters, Swedish 24. */
const LONG_IBAN = 18;
/** KID and OCR may have 25 digits; Kravia's have 15. */
const LONG_REFERENCE = 20;

/** What codes are called: where banks read them, for paying; else for the bookkeeping that does. */
const CODE_LABELS: Readonly<Record<PaymentCode['standard'], LabelKey>> = {
  usingqr: 'paymentQr',
  epc: 'paymentQr',
  'virtual-barcode': 'paymentBarcode',
};

/** How to pay, and what may be scanned for it. */
export function toPaymentView(
  invoice: Invoice,
  payment: PaymentDetails,
  { locale, labels, paymentQr }: { locale: Locale; labels: Labels; paymentQr: OptionValue | undefined },
): PaymentView {
  const codes = listPaymentCodes(invoice, typeof paymentQr === 'boolean' ? paymentQr : 'auto');
  const bbanKey = (payment.bban === null ? null : giroKindOf(payment.bban)) ?? 'bban';
  const words = describePayment(invoice, payment, locale, labels);
  const find = (symbology: PaymentCode['symbology']): PaymentCodeView | null => {
    const code = codes.find((each) => each.symbology === symbology);
    if (code === undefined) return null;
    const forBooks = code.standard === 'usingqr' && payment.iban.startsWith('NO');
    const caption = labelOf(labels, forBooks ? 'bookkeepingQr' : CODE_LABELS[code.standard]);
    return { payload: code.payload, caption, alternative: `${caption}: ${words}` };
  };
  return {
    kid: { reference: payment.kid, kind: payment.kidKind },
    kidLabel: labelOf(labels, REFERENCE_LABELS[payment.kidKind]),
    longReference: payment.kid.length > LONG_REFERENCE,
    bban: payment.bban,
    bbanLabel: labelOf(labels, bbanKey),
    iban: payment.iban,
    longIban: payment.iban.length > LONG_IBAN,
    bic: payment.bic,
    payee: payment.payee,
    qr: find('qrcode'),
    barcode: find('code128'),
  };
}

/** What a code says, for those who cannot see it: amount, day, reference, account and payee, in words. */
function describePayment(
  { totals, currency, dueDate }: Invoice,
  payment: PaymentDetails,
  locale: Locale,
  labels: Labels,
) {
  const { bban, iban, kid, kidKind, payee } = payment;
  const amount = formatMoney({ minor: totals.payableMinor, currency }, locale, 'code');
  const parts: (readonly [LabelKey, string])[] = [
    ['payable', amount],
    ...(dueDate === null ? [] : [['dueDate', formatDate(dueDate.date, locale)] as const]),
    [REFERENCE_LABELS[kidKind], kid],
    bban === null ? ['iban', groupIban(iban).join(' ')] : [giroKindOf(bban) ?? 'bban', groupAccount(bban).join(' ')],
    ['payee', payee],
  ];
  return parts.map(([label, value]) => `${labelOf(labels, label)} ${value}`).join(', ');
}
