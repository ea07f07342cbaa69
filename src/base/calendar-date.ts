/** A day of the calendar without time or zone, written YYYY-MM-DD. Compares as text: earlier days are less. */
export type CalendarDate = string & { readonly brand: 'CalendarDate' };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** Reads YYYY-MM-DD strictly; anything else, and days that the calendar lacks, give null. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!SHAPE.test(text)) return null;
  const date = text as CalendarDate;
  return toCalendarDate(toEpochMs(date)) === date ? date : null;
}

/**
 * The day `days` calendar days later (or earlier, if negative).
 *
 * @throws RangeError beyond the years 0000 to 9999
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const later = toCalendarDate(toEpochMs(date) + days * MS_PER_DAY);
  if (later === null)
    throw new RangeError(`Unexpected ${days} days after ${date}, expected a day of a four-digit year`);
  return later;
}

/** How many days `later` lies after `earlier`; negative if it lies before. */
export function countDays(earlier: CalendarDate, later: CalendarDate): number {
  return (toEpochMs(later) - toEpochMs(earlier)) / MS_PER_DAY;
}

/** Year, month (1–12) and day (1–31) as numbers. */
export function toDateParts(date: CalendarDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/*
 * Days are counted in UTC, where each has 24 hours. In the machine's own zone days are skipped and doubled (Samoa had no
 * 30 December 2011) and a due date would depend on where it was worked out.
 */

/** Midnight in UTC. `Date.parse` reads a date without time as UTC (ECMA-262 §21.4.1.32) and gives NaN for a 13th month. */
function toEpochMs(date: CalendarDate): number {
  return Date.parse(date);
}

/** The UTC day of an instant; null outside the years 0000 to 9999 and for NaN. */
function toCalendarDate(epochMs: number): CalendarDate | null {
  const date = new Date(epochMs);
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString().slice(0, -'T00:00:00.000Z'.length);
  return SHAPE.test(text) ? (text as CalendarDate) : null;
}
