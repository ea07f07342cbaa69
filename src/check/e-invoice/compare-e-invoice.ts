import { type MinorUnits, parseCalendarDate } from '../../base/index.ts';
import type { Invoice, InvoiceLine, VatSubtotal } from '../../invoice/index.ts';
import { parseXml } from '../../readback/index.ts';
import { findStrangeAttributes } from './attributes.ts';
import { CII } from './cii.ts';
import { type Group, type Leaf, toGroups } from './leaf.ts';
import type { Syntax } from './syntax.ts';
import { ofMinor, type Reading, type Term, toCanonicalNumber } from './term.ts';
import { UBL_CREDIT_NOTE, UBL_INVOICE } from './ubl.ts';

const SYNTAXES: readonly Syntax[] = [UBL_INVOICE, UBL_CREDIT_NOTE, CII];

/** Where an e-invoice says otherwise than the session. */
export interface Difference {
  /** `differs` from the session; `unexplained`: the session knows nothing of it. */
  readonly kind: 'differs' | 'unexplained';
  readonly field: string;
  readonly expected: string | null;
  readonly found: string | null;
}

/** What a file is: no XML invoice at all, or one with its differences from the session. */
export type EInvoiceVerdict =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'read'; readonly differences: Difference[] };

/**
 * Holds an XML invoice against the session, leaf by leaf, in both directions: every leaf must say what the session says
 * or be one of the syntax's own, and everything that the session says must be there, once.
 */
export function compareEInvoice(bytes: Uint8Array, invoice: Invoice): EInvoiceVerdict {
  const root = parseXml(bytes);
  const syntax = SYNTAXES.find(({ root: { namespace, name } }) => root?.namespace === namespace && root.name === name);
  if (root === null || syntax === undefined) return { kind: 'unknown' };
  const named = [syntax.lines, syntax.vat, syntax.allowances, ...syntax.parts];
  const groups = toGroups(root, new Set(named.map(({ path }) => path)), syntax.namespaces);
  const [document, ...repeating] = groups;
  const at = (path: string) => repeating.filter((group) => group.path === path);
  const lines = compareLines(at(syntax.lines.path), at(syntax.allowances.path), syntax, invoice);
  return {
    kind: 'read',
    differences: [
      ...compareDocument(document?.leaves ?? [], syntax, invoice),
      ...compareSums(document?.leaves ?? [], syntax, lines.sums),
      ...lines.differences,
      ...groups
        .filter(({ path }) => path !== syntax.lines.path)
        .flatMap(({ leaves }) => findStrangeAttributes(leaves, invoice))
        .map(({ field, found }) => unexplained(field, found)),
      ...compareRates(at(syntax.vat.path), syntax, invoice),
      ...syntax.parts.flatMap(({ path, terms }) =>
        at(path).flatMap(({ leaves }) => compareLeaves(leaves, terms, invoice)),
      ),
    ],
  };
}

function compareDocument(leaves: readonly Leaf[], syntax: Syntax, invoice: Invoice): Difference[] {
  const totals = leaves.filter(({ path }) => path === syntax.vatTotal);
  const rest = leaves.filter(({ path }) => path !== syntax.vatTotal);
  const sums = new Set(Object.values(syntax.sums));
  return [
    ...compareLeaves(
      rest.filter(({ path }) => !sums.has(path)),
      syntax.document,
      invoice,
    ),
    ...compareVatTotals(totals, invoice),
    ...compareCurrencies(rest, invoice),
  ];
}

/** The VAT total in the document's currency, and one in the seller's where the law asks for it. */
function compareVatTotals(leaves: readonly Leaf[], { totals, currency }: Invoice): Difference[] {
  const expected = [
    { field: 'vatTotal', currency, minor: totals.vatMinor },
    ...(totals.vatNational === null ? [] : [{ field: 'vatTotalNational', ...totals.vatNational }]),
  ];
  const missing = expected.flatMap(({ field, currency: unit, minor }) => {
    const own = leaves.filter(({ attributes }) => (attributes['currencyID'] ?? currency) === unit);
    const [first, ...others] = own;
    if (first === undefined) return [differs(field, ofMinor(minor), null)];
    if (toCanonicalNumber(first.text) !== ofMinor(minor)) return [differs(field, ofMinor(minor), first.text)];
    return others.map(({ text }) => unexplained(field, text));
  });
  const strangers = leaves.filter(
    ({ attributes }) => !expected.some((each) => each.currency === (attributes['currencyID'] ?? currency)),
  );
  return [...missing, ...strangers.map(({ text }) => unexplained('vatTotal', text))];
}

/** An amount in another currency is another amount. */
function compareCurrencies(leaves: readonly Leaf[], { currency }: Invoice): Difference[] {
  const other = leaves.find(({ attributes }) => (attributes['currencyID'] ?? currency) !== currency);
  return other === undefined ? [] : [differs('currency', currency, other.attributes['currencyID'] ?? null)];
}

/** What lines, allowances and charges of the document come to, in minor units without VAT. */
type Sums = Record<keyof Syntax['sums'], MinorUnits>;

/** A sum of lines must stand there, and one of allowances or charges where there are any. */
function compareSums(leaves: readonly Leaf[], syntax: Syntax, sums: Sums): Difference[] {
  return (['lines', 'allowances', 'charges'] as const).flatMap((name) => {
    const [first, ...others] = leaves.filter(({ path }) => path === syntax.sums[name]);
    const expected = ofMinor(sums[name]);
    const isMissing = first === undefined && (name === 'lines' || sums[name] !== 0);
    const isOther = first !== undefined && toCanonicalNumber(first.text) !== expected;
    return [
      ...(isMissing || isOther ? [differs('netTotal', expected, first?.text ?? null)] : []),
      ...others.map(({ text }) => unexplained('netTotal', text)),
    ];
  });
}

/** Lines go by their numbers; what is left of the invoice's lines must be an allowance or a charge of the document. */
function compareLines(
  lines: readonly Group[],
  allowances: readonly Group[],
  { lines: part, allowances: allowance }: Syntax,
  invoice: Invoice,
): { readonly differences: Difference[]; readonly sums: Sums } {
  const left = new Map(invoice.lines.map((line) => [String(line.position), line]));
  const sums: Sums = { lines: 0, allowances: 0, charges: 0 };
  const take = (line: InvoiceLine, kind: keyof Sums): InvoiceLine => {
    left.delete(String(line.position));
    sums[kind] += kind === 'allowances' ? -line.netMinor : line.netMinor;
    return line;
  };
  const ofLine = (line: InvoiceLine) => (difference: Difference) => ({
    ...difference,
    field: `line.${line.position}.${difference.field}`,
  });
  const found: Difference[] = [];
  for (const { leaves } of lines) {
    const id = textOf(leaves, part.id) ?? '';
    const line = left.get(id);
    if (line === undefined) found.push(unexplained('line', id));
    else
      found.push(
        ...compareLeaves(leaves, part.terms, take(line, 'lines')).map(ofLine(line)),
        ...findStrangeAttributes(leaves, invoice, line).map(({ field, found: value }) => unexplained(field, value)),
        ...compareCurrencies(leaves, invoice),
      );
  }
  for (const { leaves } of allowances) {
    const sign = textOf(leaves, allowance.isCharge) === 'true' ? 1 : -1;
    const amount = toCanonicalNumber(textOf(leaves, allowance.amount) ?? '');
    const reason = textOf(leaves, allowance.reason);
    const candidates = [...left.values()].filter((line) => ofMinor(sign * line.netMinor) === amount);
    const line = candidates.find(({ description }) => description === reason) ?? candidates[0];
    if (line === undefined) found.push(unexplained('line', amount ?? reason ?? ''));
    else
      found.push(
        ...compareLeaves(leaves, allowance.terms, take(line, sign === 1 ? 'charges' : 'allowances')).map(ofLine(line)),
        ...compareCurrencies(leaves, invoice),
      );
  }
  for (const line of left.values())
    found.push(differs(`line.${line.position}.netAmount`, ofMinor(line.netMinor), null));
  return { differences: found, sums };
}

function compareRates(groups: readonly Group[], { vat: part }: Syntax, invoice: Invoice): Difference[] {
  const keyOf = ({ category, rateBps }: VatSubtotal) => `${category} ${category === 'O' ? '' : ofMinor(rateBps)}`;
  const left = new Map(invoice.vat.map((subtotal) => [keyOf(subtotal), subtotal]));
  const found: Difference[] = [];
  for (const { leaves } of groups) {
    const percent = textOf(leaves, part.percent);
    const key = `${textOf(leaves, part.category) ?? ''} ${percent === null ? '' : (toCanonicalNumber(percent) ?? percent)}`;
    const subtotal = left.get(key);
    if (subtotal === undefined) {
      found.push(unexplained('vat', key));
      continue;
    }
    left.delete(key);
    const named = compareLeaves(leaves, part.terms, subtotal).map((difference) => ({
      ...difference,
      field: `vat.${subtotal.rateBps}.${difference.field}`,
    }));
    found.push(...named, ...compareCurrencies(leaves, invoice));
  }
  for (const subtotal of left.values())
    found.push(differs(`vat.${subtotal.rateBps}.net`, ofMinor(subtotal.netMinor), null));
  return found;
}

/** Each leaf against its term: known, once, and saying what is expected; and no term that must be there left out. */
function compareLeaves<Subject>(
  leaves: readonly Leaf[],
  terms: readonly Term<Subject>[],
  subject: Subject,
): Difference[] {
  const byPath = new Map(terms.map((term) => [term.path, term]));
  const seen = new Set<string>();
  const found: Difference[] = [];
  for (const { path, text } of leaves) {
    const term = byPath.get(path);
    if (term === undefined || seen.has(path)) {
      found.push(unexplained(term?.field ?? path, text));
      continue;
    }
    seen.add(path);
    const expected = term.expect(subject);
    if (expected === undefined) continue;
    if (expected === null) found.push(unexplained(term.field, text));
    else if (typeof expected === 'object') {
      if (!expected.accepts(text)) found.push(differs(term.field, expected.says, text));
    } else if (canonical(text, term.reading) !== expected) found.push(differs(term.field, expected, text));
  }
  for (const term of terms) {
    if (!term.required || seen.has(term.path)) continue;
    const expected = term.expect(subject);
    if (expected === null || expected === undefined) continue;
    found.push(differs(term.field, typeof expected === 'object' ? expected.says : expected, null));
  }
  return found;
}

/** Days are written with hyphens in one syntax and as eight digits in the other. */
function canonical(text: string, reading: Reading): string | null {
  if (reading === 'number') return toCanonicalNumber(text);
  if (reading === 'day') return parseCalendarDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  return text;
}

function textOf(leaves: readonly Leaf[], path: string): string | null {
  return leaves.find((leaf) => leaf.path === path)?.text ?? null;
}

function differs(field: string, expected: string, found: string | null): Difference {
  return { kind: 'differs', field, expected, found };
}

function unexplained(field: string, found: string): Difference {
  return { kind: 'unexplained', field, expected: null, found };
}
