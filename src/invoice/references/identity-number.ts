import { type CalendarDate, parseCalendarDate } from '../../base/index.ts';
import { passesLuhn, weightedSum } from './check-digits.ts';

/**
 * Whether a text is nothing but the national identity number of a person in Norway, Sweden or Finland: its form, a
 * possible date and every check digit. Such a number may stand in a free field by mistake, and then is neither printed
 * nor logged.
 *
 * @param date day of the document; tells a Swedish number from an order number that begins with a recent date
 */
export function isIdentityNumber(text: string, date: CalendarDate): boolean {
  // Full-width digits and other signs that print like ours would give the number away as well.
  const plain = text.normalize('NFKC').trim().toUpperCase();
  return isNorwegian(plain) || isSwedish(plain, Number(date.slice(0, 4))) || isFinnish(plain);
}

/** Skatteetaten: DDMMYY, three digits and two check digits; day + 40 in a D number. */
function isNorwegian(text: string): boolean {
  const [, day = '', month = '', year = '', rest = ''] = /^(\d\d)(\d\d)(\d\d)[ .-]?(\d{5})$/.exec(text) ?? [];
  if (!isPossibleDate(year, month, toBirthday(day, 40))) return false;
  const digits = day + month + year + rest;
  const first = weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
  const second = weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
  return first % 11 === 0 && second % 11 === 0;
}

/** Nobody younger is sent an invoice; a number that begins with a later date counts orders. */
const YOUNGEST_BUYER = 15;

/** Folkbokföringslagen (1991:481) 18 §: (YY)YYMMDD, three digits and Luhn's; day + 60 in a coordination number. */
function isSwedish(text: string, currentYear: number): boolean {
  const form = /^(18|19|20)?(\d\d)(\d\d)(\d\d)([ +-]?)(\d{4})$/;
  const [, century, year = '', month = '', day = '', sign = '', rest = ''] = form.exec(text) ?? [];
  if (!isPossibleDate(year, month, toBirthday(day, 60)) || !passesLuhn(year + month + day + rest)) return false;
  // Without a century the latest that has begun, or with "+" the one before.
  const latest = currentYear - ((((currentYear - Number(year)) % 100) + 100) % 100);
  const birthYear = century === undefined ? latest - (sign === '+' ? 100 : 0) : Number(century + year);
  return currentYear - birthYear >= YOUNGEST_BUYER;
}

const FINNISH_CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Digi- ja väestötietovirasto: DDMMYY, a sign for the century, three digits and a check character by 31. */
function isFinnish(text: string): boolean {
  const form = /^(\d\d)(\d\d)(\d\d)[-+A-FU-Y](\d{3})([0-9A-Y])$/;
  const [, day = '', month = '', year = '', rest = '', check = ''] = form.exec(text) ?? [];
  return isPossibleDate(year, month, day) && FINNISH_CHECK[Number(day + month + year + rest) % 31] === check;
}

/** The day without what marks another kind of number. */
function toBirthday(day: string, mark: number): string {
  return Number(day) > mark ? String(Number(day) - mark).padStart(2, '0') : day;
}

/** Whether a century has the date; 2000 had a 29 February, so that no other century has a day that this one has not. */
function isPossibleDate(year: string, month: string, day: string): boolean {
  return parseCalendarDate(`20${year}-${month}-${day}`) !== null;
}
