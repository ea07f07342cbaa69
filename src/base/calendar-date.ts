import { addDays as addDaysUtc, formatISO, isValid, parseISO } from 'date-fns';

/** A day of the calendar without time or zone, written YYYY-MM-DD. */
export type CalendarDate = string & { readonly brand: 'CalendarDate' };

const SHAPE = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;

/** Reads YYYY-MM-DD strictly; anything else, and days that the calendar lacks, give null. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!SHAPE.test(text)) return null;
  return isValid(parseISO(text)) ? (text as CalendarDate) : null;
}

/** The day `days` calendar days later (or earlier, if negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return formatISO(addDaysUtc(parseISO(date), days), { representation: 'date' }) as CalendarDate;
}

/** Year, month (1–12) and day (1–31) as numbers. */
export function toDateParts(date: CalendarDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
