import { type CalendarDate, parseCalendarDate } from '../base/index.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?$/;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The calendar day of an instant (ISO 8601; UTC where it names no zone) in Oslo, Stockholm and Copenhagen, whose days
 * Kravia's dates are counted in. Worked out without the platform's time zones, so that it is the same everywhere. Null
 * for a text that is no instant.
 */
export function toLocalDate(instant: string): CalendarDate | null {
  const [, time, zone = 'Z'] = INSTANT.exec(instant) ?? [];
  if (time === undefined) return null;
  const utcMs = Date.parse(time + zone);
  if (Number.isNaN(utcMs)) return null;
  return parseCalendarDate(new Date(utcMs + offsetHours(utcMs) * HOUR_MS).toISOString().slice(0, 10));
}

/** Central European time: UTC + 1, and + 2 from the last Sunday of March to that of October, 01:00 UTC (2000/84/EC). */
function offsetHours(utcMs: number): number {
  const year = new Date(utcMs).getUTCFullYear();
  const isSummer = utcMs >= lastSundayMs(year, 2) + HOUR_MS && utcMs < lastSundayMs(year, 9) + HOUR_MS;
  return isSummer ? 2 : 1;
}

/** Midnight UTC of a month's last Sunday; months count from 0 and have 31 days here. */
function lastSundayMs(year: number, month: number): number {
  const last = Date.UTC(year, month, 31);
  return last - new Date(last).getUTCDay() * DAY_MS;
}
