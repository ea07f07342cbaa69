import { sumMinor } from '../base/index.ts';
import type { Fact, Invoice } from '../invoice/index.ts';
import { readValue } from './claims/index.ts';
import type { Figure } from './figures.ts';

/** Whether a figure that nobody has marked is one of the session's, in whatever form and language it is printed. */
export function saysAnyFact({
  facts,
  invoice,
}: {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly invoice: Invoice;
}): (figure: Figure) => boolean {
  const amounts = new Set(listAmounts(facts, invoice).map(Math.abs));
  const dates = new Set([...facts.values()].flatMap(({ value }) => (value.kind === 'date' ? [value.date] : [])));
  const numbers = new Set([...facts.values()].flatMap(listNumbers));

  return ({ kind, text }) => {
    switch (kind) {
      case 'amount':
        // `1 400,00` may be one piece at 400,00.
        return listTails(text).some((tail) => {
          const [value] = readValue(tail, 'money')?.values ?? [];
          return value?.kind === 'money' && amounts.has(Math.abs(value.minor));
        });
      case 'date':
        return (readValue(text, 'date')?.values ?? []).some((value) => value.kind === 'date' && dates.has(value.date));
      case 'number':
        return numbers.has(text.replace(/[^A-Z0-9]/gu, ''));
      case 'share':
        return false;
    }
  };
}

function listAmounts(facts: ReadonlyMap<string, Fact>, { lines, vat }: Invoice): number[] {
  const ofFacts = [...facts.values()].flatMap(({ value }) => {
    switch (value.kind) {
      case 'money':
        return [value.minor];
      case 'unit-price':
        return [value.net, value.gross].map(({ units, scale }) => units * 10 ** (2 - scale));
      case 'discount':
        return [value.netMinor, value.grossMinor];
      default:
        return [];
    }
  });
  const discounts = lines.flatMap(({ discount }) => discount ?? []);
  const saved = discounts.length === 0 ? [] : [sumMinor(discounts.map(({ grossMinor }) => grossMinor))];
  return [...ofFacts, ...saved, ...vat.map(({ grossMinor }) => grossMinor)];
}

function listNumbers({ value }: Fact): string[] {
  if (value.kind === 'reference') return [value.reference.replace(/[^A-Z0-9]/gu, '')];
  return value.kind === 'organization-number' ? [value.value.replace(/[^A-Z0-9]/gu, '')] : [];
}

/** A text, and what is left of it after each of its spaces. */
function listTails(text: string): string[] {
  const words = text.split(' ');
  return words.map((_, index) => words.slice(index).join(' '));
}
