import { type MinorUnits, sumMinor } from '../base/index.ts';
import type { Invoice, InvoiceLine } from '../invoice/index.ts';
import type { CheckContext } from './evidence.ts';
import type { Figure } from './figures.ts';
import { foldText, type Language, parseMoney } from './printed/index.ts';

/** Tells whether a figure that stands unmarked on a page may stand there. */
export type Explain = (figure: Figure) => boolean;

/**
 * What a page may print without marking it as a fact: words of the session or the seller that happen to have figures in
 * them, numbers that say who somebody is, and sums that no fact has a name for. All else that looks like a figure has to
 * be marked, and so proven; a second total cannot hide among the labels by saying what some other amount is.
 */
export function collectExplanations(invoice: Invoice, context: CheckContext, language: Language): Explain {
  const texts = [...listStrings(invoice), ...(context.texts ?? [])].map(foldText);
  const sums = new Set(listSums(invoice));
  const identities = new Set(listIdentities(invoice));
  return ({ kind, text }) => {
    if (texts.some((words) => words.includes(text))) return true;
    if (kind === 'number')
      return identities.has(text.replace(/\D/g, '')) || (invoice.seller === null && text.startsWith('+'));
    if (kind !== 'amount') return false;
    const money = parseMoney(text, language);
    const ours = money?.currencies?.includes(invoice.currency) ?? true;
    return money !== null && ours && sums.has(money.amount.units * 10 ** (2 - money.amount.scale));
  };
}

/** Words of the session: parties, lines, references. Days, accounts and what they pay for are facts, and are marked. */
function listStrings(invoice: Invoice): string[] {
  const { number, originalNumber, seller, buyer, deliveryAddress, deliveryPlace, lines, references } = invoice;
  const parties = [seller, buyer, deliveryAddress, deliveryPlace];
  return leaves([number, originalNumber, parties, references, lines.map(listWords)]);
}

function listWords({ sku, description, group, unit, discount }: InvoiceLine): unknown {
  return [sku, description, group, unit, discount?.description];
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

/** Rows of the VAT summary with VAT, subtotals of groups, and what was saved altogether. */
function listSums({ lines, vat }: Invoice): MinorUnits[] {
  const groups = new Set(lines.flatMap((line) => line.group?.id ?? []));
  const subtotals = [...groups].map((id) => lines.filter((line) => line.group?.id === id));
  const discounts = lines.flatMap((line) => line.discount ?? []);
  return [
    ...vat.map((subtotal) => subtotal.grossMinor),
    ...[...subtotals, discounts].flatMap((parts) => [
      sumMinor(parts.map((part) => part.grossMinor)),
      sumMinor(parts.map((part) => part.netMinor)),
    ]),
  ];
}

/** Numbers that say who somebody is: organisation and VAT numbers, and the seller's telephone, also without its country. */
function listIdentities({ seller, buyer }: Invoice): string[] {
  const organizations = [seller?.organizationNumber, buyer.organizationNumber].flatMap((number) => number ?? []);
  const phone = (seller?.phone ?? '').replace(/\D/g, '');
  return [
    ...organizations,
    ...organizations.map((number) => `${number}01`),
    phone,
    phone.replace(/^(?:47|46|358|45)/, ''),
  ];
}
