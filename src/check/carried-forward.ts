import { type MinorUnits, sumMinor } from '../base/index.ts';
import { type Fact, type Invoice, type InvoiceLine, toCarriedForward } from '../invoice/index.ts';
import type { ReadDocument } from '../readback/index.ts';
import type { PrintedFact } from './printed-fact.ts';

/** What each page but the last carries forward depends on where the document broke; so it is asked which lines it has. */
export function listCarriedForward(read: ReadDocument, printed: readonly PrintedFact[], invoice: Invoice): Fact[] {
  const pageOf = pagesOfAmounts(printed);
  return read.pages.slice(0, -1).map(({ number }) => {
    const money = toCarriedForward(linesUpTo(number, pageOf, invoice), invoice.currency);
    return { name: `carriedForward.${number}`, value: { kind: 'money', ...money }, required: false };
  });
}

/** The same without VAT, for the name of such a fact; null for other names. */
export function carriedNet(name: string, printed: readonly PrintedFact[], invoice: Invoice): MinorUnits | null {
  const page = /^carriedForward\.(\d+)$/.exec(name)?.[1];
  if (page === undefined) return null;
  return sumMinor(linesUpTo(Number(page), pagesOfAmounts(printed), invoice).map((line) => line.netMinor));
}

/** The lines of which pages up to this one print the amount. Where lines are grouped, those are not the first ones. */
function linesUpTo(page: number, pageOf: ReadonlyMap<string, number>, { lines }: Invoice): InvoiceLine[] {
  return lines.filter(({ position }) => (pageOf.get(`line.${position}.amount`) ?? Number.POSITIVE_INFINITY) <= page);
}

/** The page that a line's amount is first printed on, by the fact's name. */
function pagesOfAmounts(printed: readonly PrintedFact[]): Map<string, number> {
  const pageOf = new Map<string, number>();
  for (const { artifact, name, page } of printed) {
    if (!artifact && name.endsWith('.amount') && !pageOf.has(name)) pageOf.set(name, page);
  }
  return pageOf;
}
