import { type BasisPoints, CURRENCY_DIGITS, type Decimal, type Money } from '../../base/index.ts';
import { CONVENTIONS, type Locale, MINUS_SIGN, NO_BREAK_SPACE } from './conventions.ts';

/** Where the currency code stands with an amount: nowhere, or where the language puts it. */
export type CurrencyDisplay = 'none' | 'code';

/** `1 234,50`, or with its code `1 234,50 NOK` and in English `NOK 1,234.50`. Always all of the currency's decimals. */
export function formatMoney(money: Money, locale: Locale, currency: CurrencyDisplay = 'none'): string {
  const scale = CURRENCY_DIGITS[money.currency];
  const amount = formatDecimal({ units: money.minor, scale }, locale, scale);
  if (currency === 'none') return amount;
  return CONVENTIONS[locale].currencyFirst
    ? `${money.currency}${NO_BREAK_SPACE}${amount}`
    : `${amount}${NO_BREAK_SPACE}${money.currency}`;
}

/** `25 %`, `25,5 %`, and in English `25.5%`; as many decimals as the rate has, no more than two. */
export function formatRate(rateBps: BasisPoints, locale: Locale): string {
  return `${formatDecimal({ units: rateBps, scale: 2 }, locale, 0)}${CONVENTIONS[locale].percentGap}%`;
}

/**
 * An exact decimal in figures, never rounded: trailing zeros go, down to `leastDecimals`. Groups of three from four
 * digits on.
 */
export function formatDecimal(decimal: Decimal, locale: Locale, leastDecimals = 0): string {
  const { decimalSeparator, groupSeparator } = CONVENTIONS[locale];
  const { negative, whole, fraction } = splitDecimal(decimal);
  const decimals = fraction.replace(/0+$/, '').padEnd(leastDecimals, '0');
  const figures =
    decimals === '' ? group(whole, groupSeparator) : group(whole, groupSeparator) + decimalSeparator + decimals;
  return negative ? MINUS_SIGN + figures : figures;
}

/** How many decimals `formatDecimal` prints. */
export function countDecimals(decimal: Decimal): number {
  return splitDecimal(decimal).fraction.replace(/0+$/, '').length;
}

function splitDecimal({ units, scale }: Decimal): { negative: boolean; whole: string; fraction: string } {
  if (!Number.isSafeInteger(units) || !Number.isInteger(scale) || scale < 0) {
    throw new RangeError(`Unexpected decimal ${units} / 10^${scale}, expected integers`);
  }
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return { negative: units < 0, whole: digits.slice(0, point), fraction: digits.slice(point) };
}

function group(digits: string, separator: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}
