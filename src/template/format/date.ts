import { type CalendarDate, toDateParts } from '../../base/index.ts';
import { CONVENTIONS, type Locale, NO_BREAK_SPACE } from './conventions.ts';

/** `short` for columns and fields (`7.12.2026`), `long` for running text (`7. desember 2026`). */
export type DateStyle = 'short' | 'long';

/** A day in the language's own order. Its parts are held together by no-break spaces. */
export function formatDate(date: CalendarDate, locale: Locale, style: DateStyle = 'short'): string {
  const { shortDate, longDate, months } = CONVENTIONS[locale];
  const { year, month, day } = toDateParts(date);
  const monthName = months[month - 1] ?? '';
  const fields: Readonly<Record<string, string>> = {
    d: String(day),
    dd: String(day).padStart(2, '0'),
    M: String(month),
    MM: String(month).padStart(2, '0'),
    MMM: monthName.slice(0, 3),
    MMMM: monthName,
    yyyy: String(year).padStart(4, '0'),
  };
  const pattern = style === 'short' ? shortDate : longDate;
  return pattern.replace(/d+|M+|y+/g, (field) => fields[field] ?? field).replaceAll(' ', NO_BREAK_SPACE);
}
