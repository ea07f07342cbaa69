import type { Currency, Decimal } from '../base/index.ts';
import type { FactValue } from '../invoice/index.ts';
import {
  compactOrganizationNumber,
  dropSpaces,
  dropWord,
  foldText,
  hasKnownNumbers,
  type Language,
  linesMatchAddress,
  linesMatchText,
  type PrintedMoney,
  parseAccount,
  parseDate,
  parseKind,
  parseMoney,
  parseNumber,
  parseOrganizationNumber,
  parsePrice,
  parseRate,
  parseReference,
  sameDecimal,
  toCurrencies,
  WRITING,
} from './printed/index.ts';
import type { Basis } from './vat-basis.ts';

/**
 * Whether printed lines say exactly this value in this language. A value that is printed as a figure is read back into
 * a figure first, so that `1 250,00` and `1250` are one amount and `1 205,00` is another. `basis` narrows what may be
 * printed with VAT or without to one of the two.
 */
export function saysFact(
  lines: readonly string[],
  value: FactValue,
  language: Language,
  basis: Basis | null = null,
): boolean {
  const text = foldText(lines.join(' '));
  switch (value.kind) {
    case 'text':
      return linesMatchText(lines, value.text);
    case 'address':
      return linesMatchAddress(lines, value.address);
    case 'document-kind':
      return parseKind(text, language) === value.documentKind;
    case 'date':
      return parseDate(text, language) === value.date;
    case 'reference':
      return saysReference(text, value);
    case 'money':
      return isAmount(parseMoney(text, language), { units: value.minor, scale: 2 }, value.currency);
    case 'currency':
      return saysCurrency(text, value.currency, language);
    case 'rate':
      return parseRate(text, language) === value.rateBps;
    case 'quantity':
      return saysQuantity(text, value, language);
    case 'unit-price': {
      const price = parsePrice(text, language);
      return (
        (basis !== 'gross' && isAmount(price, value.net, value.currency)) ||
        (basis !== 'net' && isAmount(price, value.gross, value.currency))
      );
    }
    case 'discount':
      return saysDiscount(text, value, language, basis);
    case 'organization-number':
      return saysOrganizationNumber(text, value);
  }
}

/** Digits of an account stand or fall alone; all else in a reference counts, and a number of ours even its spaces. */
function saysReference(text: string, { reference, scheme }: FactValue & { kind: 'reference' }): boolean {
  if (scheme === 'invoice-number') return text === foldText(reference);
  if (scheme === 'bban') return parseAccount(text) === reference.replace(/\D/g, '');
  return parseReference(text) === dropSpaces(reference);
}

function isAmount(printed: PrintedMoney | null, expected: Decimal, currency: Currency): boolean {
  if (printed === null || !sameDecimal(printed.amount, expected)) return false;
  return printed.currencies === null || printed.currencies.includes(currency);
}

/** Languages whose country has crowns of its own, which is what `kr` alone means there. */
const CROWNS: Readonly<Partial<Record<Language, Currency>>> = { nb: 'NOK', nn: 'NOK', sv: 'SEK', da: 'DKK' };

function saysCurrency(text: string, currency: Currency, language: Language): boolean {
  const currencies = toCurrencies(text);
  if (currencies?.length === 1) return currencies[0] === currency;
  return currencies !== null && CROWNS[language] === currency;
}

function saysQuantity(text: string, { quantity, unit }: FactValue & { kind: 'quantity' }, language: Language): boolean {
  const bare = unit !== null && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
  const printed = parseNumber(bare, language);
  return printed !== null && sameDecimal(printed, quantity);
}

/**
 * In its country's form, or, where that is not known here or the number lacks it, in the same letters and digits; how
 * those are set apart is a matter of looks.
 */
function saysOrganizationNumber(text: string, expected: FactValue & { kind: 'organization-number' }): boolean {
  const mva = expected.country === 'NO' && expected.vatRegistered;
  const printed = hasKnownNumbers(expected.country) ? parseOrganizationNumber(text) : null;
  if (printed?.digits === expected.value && printed.mva === mva) return true;
  return !mva && compactOrganizationNumber(text) === compactOrganizationNumber(expected.value);
}

/** As a share, or as an amount with VAT or without; what is taken off may carry a minus or leave it out. */
function saysDiscount(
  text: string,
  discount: FactValue & { kind: 'discount' },
  language: Language,
  basis: Basis | null,
): boolean {
  const bare = dropWord(text, WRITING[language].discount).replace(/^[-\u2010\u2011\u2013\u2212] ?/u, '');
  if (bare.endsWith('%')) return discount.percentBps !== null && parseRate(bare, language) === discount.percentBps;
  const money = parseMoney(bare, language);
  return (
    (basis !== 'gross' && isAmount(money, { units: discount.netMinor, scale: 2 }, discount.currency)) ||
    (basis !== 'net' && isAmount(money, { units: discount.grossMinor, scale: 2 }, discount.currency))
  );
}
