import { type CalendarDate, parseCalendarDate } from '../../base/index.ts';
import { type Language, WRITING } from './language.ts';
import { foldText } from './text.ts';

/**
 * Reads a printed day: `2026-12-07` everywhere; `7.12.2026` and `07.12.2026` where days come first and dots part them;
 * the month by name as the language says it. Years have four digits, and slashes, whose order differs from country to
 * country, are never read.
 */
export function parseDate(text: string, language: Language): CalendarDate | null {
  const folded = foldText(text);
  return parseCalendarDate(folded) ?? readNumeric(folded, language) ?? readNamed(folded, language);
}

const NUMERIC: Readonly<Partial<Record<Language, RegExp>>> = {
  nb: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/,
  nn: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/,
  fi: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/,
  da: /^(\d{1,2})[.-] ?(\d{1,2})[.-] ?(\d{4})$/,
};

function readNumeric(text: string, language: Language): CalendarDate | null {
  const [, day, month, year] = NUMERIC[language]?.exec(text) ?? [];
  return day === undefined || month === undefined || year === undefined ? null : toDate(year, month, day);
}

/** `7. desember 2026`, `7 december 2026`, `7 December 2026`, `7 Dec 2026`; Swedish and English leave out the dot. */
const NAMED = /^(\d{1,2})(\.?) (\p{L}+) (\d{4})$/u;

function readNamed(text: string, language: Language): CalendarDate | null {
  const [, day, dot, name, year] = NAMED.exec(text) ?? [];
  if (day === undefined || name === undefined || year === undefined) return null;
  const dotted = language !== 'sv' && language !== 'en';
  if ((dot === '.') !== dotted) return null;
  const wanted = name.toLowerCase();
  const isWanted = (full: string) => full === wanted || (language === 'en' && full.slice(0, 3) === wanted);
  const month = WRITING[language].months.findIndex(isWanted) + 1;
  return month === 0 ? null : toDate(year, String(month), day);
}

function toDate(year: string, month: string, day: string): CalendarDate | null {
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
