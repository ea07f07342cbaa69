import { type Decimal, type MinorUnits, powerOfTen, sumMinor } from '../base/index.ts';
import { type Invoice, type InvoiceLine, toVatKey } from '../invoice/index.ts';
import { carriedNet } from './carried-forward.ts';
import type { Evidence } from './evidence.ts';
import type { Figure } from './figures.ts';
import { foldText, type Language, parseMoney, WRITING } from './printed/index.ts';
import { isTelephone, mayBeSellersNumber } from './seller-numbers.ts';
import type { VisualLine } from './visual-lines.ts';

/** Tells whether a figure that stands unmarked on a page may stand there, on the line that it stands on. */
export type Explain = (figure: Figure, line: VisualLine) => boolean;

type Explaining = Pick<Evidence, 'invoice' | 'context' | 'language' | 'prints'>;

/**
 * What a page may print without marking it as a fact: words of the session or the seller that happen to have figures in
 * them, numbers that say who somebody is, and sums that no fact has a name for, each beside what it is the sum of. All
 * else that looks like a figure has to be marked, and so proven; a second total cannot hide among the labels by saying
 * what some other amount is.
 */
export function collectExplanations(explaining: Explaining): Explain {
  const { invoice, context, language } = explaining;
  const texts = [...listStrings(invoice), ...(context.texts ?? [])].map(foldText);
  const identities = new Set(listIdentities(invoice));
  return (figure, line) => {
    const { kind, text } = figure;
    if (texts.some((words) => hasWhole(words, text))) return true;
    if (kind === 'number') {
      // Whose telephone it is, an invoice without its brand does not know.
      return (
        identities.has(text.replace(/\D/g, '')) ||
        (invoice.seller === null && isTelephone(text) && mayBeSellersNumber(figure))
      );
    }
    if (kind !== 'amount') return false;
    const money = parseMoney(text, language);
    if (money !== null && isExchangeRate(money.amount, invoice, line)) return true;
    if (money === null || !(money.currencies?.includes(invoice.currency) ?? true)) return false;
    return [...listSums(invoice, line, language), ...listCarriedNets(line, explaining)].includes(
      money.amount.units * 10 ** (2 - money.amount.scale),
    );
  };
}

/** Whether a text has a figure as a figure of its own: `1,50` is not in `11,50 m`. */
function hasWhole(words: string, figure: string): boolean {
  for (let at = words.indexOf(figure); at >= 0; at = words.indexOf(figure, at + 1)) {
    if (!/\d[.,]?$/u.test(words.slice(0, at)) && !/^[.,]?\d/u.test(words.slice(at + figure.length))) return true;
  }
  return false;
}

/** Words of the session: parties, lines, references. Days, accounts and what they pay for are facts, and are marked. */
function listStrings(invoice: Invoice): string[] {
  const { number, originalNumber, seller, buyer, deliveryAddress, deliveryPlace, lines, references } = invoice;
  const parties = [seller, buyer, deliveryAddress, deliveryPlace];
  return leaves([number, originalNumber, parties, references, lines.map(listWords)]);
}

function listWords({ sku, description, detail, group, unit, discount }: InvoiceLine): unknown {
  return [sku, description, detail, group, unit, discount?.description];
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

/** Sums that a line may have: a rate's total with VAT, a group's subtotal beside its name, what was saved altogether. */
function listSums({ lines, vat }: Invoice, line: VisualLine, language: Language): MinorUnits[] {
  const facts = line.flatMap((run) => run.fact ?? []);
  const words = foldText(line.map((run) => run.text).join(' ')).toLowerCase();
  const rates = vat.filter((subtotal) => facts.some((fact) => fact.startsWith(`vat.${toVatKey(subtotal, vat)}.`)));
  const groups = new Map(lines.flatMap(({ group }) => (group === null ? [] : [[group.id, group.name]])));
  const named = [...groups].filter(([, name]) => words.includes(foldText(name).toLowerCase()));
  const subtotals = named.map(([id]) => lines.filter((candidate) => candidate.group?.id === id));
  const saved = WRITING[language].discount.some((word) => words.includes(word))
    ? [lines.flatMap((candidate) => candidate.discount ?? [])]
    : [];
  return [
    ...rates.map((subtotal) => subtotal.grossMinor),
    ...[...subtotals, ...saved].flatMap((parts) => [
      sumMinor(parts.map((part) => part.grossMinor)),
      sumMinor(parts.map((part) => part.netMinor)),
    ]),
  ];
}

/** The rate that VAT was turned into the seller's currency by, beside that VAT. */
function isExchangeRate(printed: Decimal, { totals }: Invoice, line: VisualLine): boolean {
  const rate = totals.vatNational?.rate;
  if (rate === undefined || !line.some((run) => run.fact === 'vatTotalNational')) return false;
  return printed.units * powerOfTen(rate.scale) === rate.units * powerOfTen(printed.scale);
}

/** Beside a sum carried forward, the same sum without VAT. */
function listCarriedNets(line: VisualLine, { prints, invoice }: Explaining): MinorUnits[] {
  const names = new Set(line.flatMap((run) => run.fact ?? []));
  return [...names].flatMap((name) => carriedNet(name, prints, invoice) ?? []);
}

/** Numbers that say who somebody is: organisation and VAT numbers, and the seller's telephone, also without its country. */
function listIdentities({ seller, buyer }: Invoice): string[] {
  const organizations = [seller?.organizationNumber, buyer.organizationNumber].flatMap((number) => number ?? []);
  const phone = (seller?.phone ?? '').replace(/\D/g, '');
  return [
    ...organizations.map((number) => number.replace(/\D/g, '')),
    ...organizations.map((number) => `${number}01`),
    phone,
    phone.replace(/^(?:47|46|358|45)/, ''),
  ];
}
