import { CURRENCY_DIGITS, type Money } from '../base/index.ts';

/** An amount for a line on the terminal: `17 086,50 NOK`. Documents have formatters of their own, by language. */
export function describeMoney({ minor, currency }: Money): string {
  const digits = String(Math.abs(minor)).padStart(CURRENCY_DIGITS[currency] + 1, '0');
  const whole = digits.slice(0, -CURRENCY_DIGITS[currency]).replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return `${minor < 0 ? '−' : ''}${whole},${digits.slice(-CURRENCY_DIGITS[currency])} ${currency}`;
}

/** A file's size: `48 kB`. */
export function describeSize(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} kB`;
}

/** A stretch of time: `38 ms`, `1,2 s`. */
export function describeDuration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}

/** A count with its noun: `1 page`, `2 pages`. */
export function describeCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
