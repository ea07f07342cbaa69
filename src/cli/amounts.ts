import { CURRENCY_DIGITS, type Money } from '../base/index.ts';

/** An amount for a line on the terminal: `17 086,50 NOK`. Documents have formatters of their own, by language. */
export function describeMoney({ minor, currency }: Money): string {
  const digits = String(Math.abs(minor)).padStart(CURRENCY_DIGITS[currency] + 1, '0');
  const whole = digits.slice(0, -CURRENCY_DIGITS[currency]).replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return `${minor < 0 ? '−' : ''}${whole},${digits.slice(-CURRENCY_DIGITS[currency])} ${currency}`;
}

/** A file's size: `48 kB`, `4,7 GB`. */
export function describeSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return bytes < 1e9 ? `${describeTenths(bytes / 1e6)} MB` : `${describeTenths(bytes / 1e9)} GB`;
}

/** A stretch of time: `38 ms`, `1,2 s`, `18 min`. */
export function describeDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 600_000 ? `${describeTenths(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}

/** A count with its noun: `1 page`, `2 pages`. */
export function describeCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A whole number: `100 000`. */
export function describeNumber(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ' ');
}

/** How many in a second: `1 204/s`, `3,2/s`. */
export function describePace(perSecond: number): string {
  return `${perSecond < 10 ? describeTenths(perSecond) : describeNumber(Math.round(perSecond))}/s`;
}

function describeTenths(value: number): string {
  return value.toFixed(1).replace('.', ',');
}
