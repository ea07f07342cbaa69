import type { Address, Invoice, InvoiceLine } from '../invoice/index.ts';
import type { CheckContext } from './evidence.ts';
import { foldText } from './printed/index.ts';

/** Texts that session and seller have given, for finding words of theirs on a page. */
export interface KnownWords {
  /** Whether these words, one after another, are a whole text that was given. */
  isWhole(words: readonly string[]): boolean;
  /** Whether they stand so, one after another, in a text that was given. */
  hasPart(words: readonly string[]): boolean;
}

/** More words than these are never asked for at once. */
const MOST_WORDS = 6;

/** Everything with a figure in it that a page may print unmarked: who somebody is, references, the seller's own words. */
export function collectKnownWords(invoice: Invoice, context: CheckContext): KnownWords {
  return toWords(listTexts(invoice, context));
}

/** What may stand unmarked beside the facts of one line: a lone figure that another line or an address has is not it. */
export function collectLineWords(line: InvoiceLine, { labels = [] }: CheckContext): KnownWords {
  return toWords([...labels.map(({ text }) => text), ...listLineTexts(line)]);
}

function toWords(texts: readonly string[]): KnownWords {
  const wholes = new Set<string>();
  const parts = new Set<string>();
  for (const text of texts) {
    wholes.add(toKnownWords(text).join(''));
    // Lines break after hyphens and slashes, so a text has those parts too.
    const words = toKnownWords(text.replace(/([-/])(?=.)/gu, '$1 '));
    for (let from = 0; from < words.length; from += 1) {
      let part = '';
      for (const word of words.slice(from, from + MOST_WORDS)) {
        part += word;
        parts.add(part);
      }
    }
  }
  return {
    isWhole: (words) => wholes.has(toKnownWords(words.join(' ')).join('')),
    hasPart: (words) => parts.has(toKnownWords(words.join(' ')).join('')),
  };
}

function listTexts(invoice: Invoice, { texts = [], labels = [] }: CheckContext): readonly string[] {
  const { number, originalNumber, seller, buyer, deliveryAddress, deliveryPlace, lines, references } = invoice;
  const parties = [
    seller && [seller.name, ...toAddressTexts([seller.name], seller.address), seller.tradeName, seller.email],
    seller && [seller.website?.replace(/^https?:\/\//, ''), seller.phone],
    [buyer.name, buyer.contact, ...toAddressTexts([buyer.name, buyer.contact], buyer.address)],
    deliveryAddress && toAddressTexts([], deliveryAddress),
  ];
  const own = [number, originalNumber, deliveryPlace, Object.values(references), toFigureTexts(invoice)];
  return [...texts, ...labels.map(({ text }) => text), parties, lines.flatMap(listLineTexts), own]
    .flat(3)
    .filter((text) => typeof text === 'string' && /\d/.test(text)) as string[];
}

function listLineTexts({ sku, detail, group, unit, discount }: InvoiceLine): string[] {
  return [sku, detail, group?.name, unit, discount?.description].filter((text) => typeof text === 'string');
}

/** Pages that go along, and the rate that VAT was turned into the seller's currency by: no facts, and no texts either. */
function toFigureTexts({ edition, totals }: Invoice): string[] {
  const rate = totals.vatNational?.rate;
  return [
    ...(edition.attachmentPages === null ? [] : [String(edition.attachmentPages)]),
    ...(rate === undefined ? [] : [String(rate.units).padStart(rate.scale + 1, '0')]),
  ];
}

/** An address as it is written in one line, with the country before its postal code and without. */
function toAddressTexts(names: readonly (string | null)[], address: Address): string[] {
  const { lines, postalCode, postalPlace, country } = address;
  const before = [...names, ...lines].filter((part) => part !== null);
  return [postalCode, `${country}-${postalCode}`].map((code) => [...before, code, postalPlace ?? ''].join(' '));
}

/** Letters and figures of each word, in lower case; what stands between and around them is a matter of looks. */
function toKnownWords(text: string): string[] {
  return foldText(text)
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
}
