import type { PlacedText } from './placed-item.ts';

/** What people call the facts that they look for first, the weightiest before the others. */
const FACT_WORDS: ReadonlyMap<string, string> = new Map([
  ['payable', 'Total'],
  ['kid', 'Payment reference'],
  ['iban', 'IBAN'],
  ['bban', 'Account'],
  ['dueDate', 'Due date'],
  ['grossTotal', 'Gross total'],
  ['vatTotal', 'VAT total'],
  ['netTotal', 'Net total'],
  ['invoiceNumber', 'Invoice number'],
  ['invoiceDate', 'Invoice date'],
  ['buyer.name', 'Buyer'],
  ['buyer.address', 'Buyer’s address'],
  ['seller.name', 'Seller'],
  ['seller.address', 'Seller’s address'],
  ['bic', 'BIC'],
  ['payee', 'Payee'],
  ['currency', 'Currency'],
  ['kind', 'Heading'],
]);

/** A fact in words: `Total`, `Amount of line 3`, else its own name. */
export function nameFact(fact: string): string {
  const line = /^line\.(\d+)\.(.+)$/.exec(fact);
  if (line) return `${LINE_WORDS[line[2] ?? ''] ?? line[2]} of line ${line[1]}`;
  const carried = /^carriedForward\.(\d+)$/.exec(fact);
  if (carried) return `Carried forward on page ${carried[1]}`;
  return FACT_WORDS.get(fact) ?? fact;
}

const LINE_WORDS: Readonly<Record<string, string>> = {
  description: 'Description',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  discount: 'Discount',
  vatRate: 'VAT rate',
  netAmount: 'Net amount',
  vatAmount: 'VAT',
  amount: 'Amount',
};

/** The words for several texts at once: the weightiest fact among them, else the first text. */
export function nameTexts(texts: readonly PlacedText[]): string {
  const facts = new Set(texts.map(({ item }) => item.fact));
  for (const [fact, word] of FACT_WORDS) if (facts.has(fact)) return word;
  const lines = nameLines(texts);
  if (lines !== null) return lines;
  const first = texts.find(({ item }) => item.text.trim() !== '') ?? texts[0];
  return `“${shorten(first?.item.text.trim() ?? '')}”`;
}

/** `Line 3` or `Lines 3–7` where texts of lines are among them; null where none is. */
export function nameLines(texts: readonly PlacedText[]): string | null {
  const numbers = texts.flatMap(({ item }) => {
    const match = /^line\.(\d+)\./.exec(item.fact ?? '');
    return match ? [Number(match[1])] : [];
  });
  if (numbers.length === 0) return null;
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? `Line ${first}` : `Lines ${first}–${last}`;
}

const REGIONS: readonly (readonly [name: string, facts: RegExp])[] = [
  ['Payment block', /^(kid|iban|bban|bic|payee|dueDate|payable)$/],
  ['Totals', /^(netTotal|vatTotal|grossTotal|rounding|prepaid|vat\.)/],
  ['Lines', /^line\./],
  ['Buyer', /^buyer\./],
  ['Seller', /^seller\./],
  ['Heading', /^(kind|invoiceNumber|invoiceDate|originalInvoice|orderReference|buyerReference)$/],
];

/** The parts of the document that texts belong to, as far as their facts tell: `Payment block and totals`. */
export function nameRegions(texts: readonly PlacedText[]): string {
  const names = REGIONS.filter(([, facts]) => texts.some(({ item }) => facts.test(item.fact ?? ''))).map(
    ([name], index) => (index === 0 ? name : name.toLowerCase()),
  );
  const listed = names.length > 2 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join(' and ');
  return listed.charAt(0).toUpperCase() + listed.slice(1);
}

const MAX_QUOTE = 60;

/** Words that are quoted in a title: no longer than a line. */
export function shorten(text: string): string {
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE - 1)}…` : text;
}
