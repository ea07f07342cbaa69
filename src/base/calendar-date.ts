import { UTCDate, utc } from '@date-fns/utc';
// One by one, since the package's index loads all of its functions: 20 MB in each thread.
import { addDays as addUtcDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

/** A day of the calendar without time or zone, written YYYY-MM-DD. Compares as text: earlier days are less. */
export type CalendarDate = string & { readonly brand: 'CalendarDate' };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads YYYY-MM-DD strictly; anything else, and days that the calendar lacks, give null. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!SHAPE.test(text)) return null;
  return isValid(parseISO(text, { in: utc })) ? (text as CalendarDate) : null;
}

/*
 * Days are counted in UTC, where each has 24 hours. In the machine's own zone days are skipped and doubled (Samoa had no
 * 30 December 2011) and a due date would depend on where it was worked out.
 */

/**
 * The day `days` calendar days later (or earlier, if negative).
 *
 * @throws RangeError beyond the years 0000 to 9999
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const later = addUtcDays(new UTCDate(date), days);
  if (!isValid(later) || later.getFullYear() < 0 || later.getFullYear() > 9999) {
    throw new RangeError(`Unexpected ${days} days after ${date}, expected a day of a four-digit year`);
  }
  return format(later, 'uuuu-MM-dd', { in: utc }) as CalendarDate;
}

/** How many days `later` lies after `earlier`; negative if it lies before. */
export function countDays(earlier: CalendarDate, later: CalendarDate): number {
  return differenceInCalendarDays(new UTCDate(later), new UTCDate(earlier));
}

/** Year, month (1–12) and day (1–31) as numbers. */
export function toDateParts(date: CalendarDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
