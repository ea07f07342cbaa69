import { addDays, type CalendarDate, parseCalendarDate } from '../base/index.ts';
import type { DocumentDate } from '../invoice/index.ts';
import { findEvent, findEventMetadata, listEventsNewestFirst, type PlacedEvent } from './events.ts';
import { dinteroFaults } from './faults.ts';
import { toLocalDate } from './local-date.ts';
import { quoteText } from './quote.ts';
import { listInvoiceSettings } from './settings.ts';
import type { Warn } from './warnings.ts';
import type { Source } from './wire/source.ts';

/** Dintero's own default term. */
const DEFAULT_DAYS_UNTIL_DUE = 14;
/** Kravia's longest term. */
const MAX_DAYS_UNTIL_DUE = 365;
const EARLIEST = '2000-01-01';
const LATEST = '2099-12-31';

/** When an invoice was issued and when it is due. */
export interface InvoiceDates {
  readonly issue: DocumentDate;
  readonly due: DocumentDate;
}

/**
 * The dates that Kravia collects by, from the newest event that states them. Where none does, the day that collection
 * began and the term of the session stand in, and a warning says so. A due date that is not by the session's term stands,
 * because Kravia collects by it, with a warning.
 *
 * @throws DATE_INVALID, DATE_MISSING, DUE_BEFORE_ISSUE
 */
export function readInvoiceDates(source: Source, warn: Warn): InvoiceDates {
  const events = listEventsNewestFirst(source);
  const issue = readStatedDate(events, 'kravia:invoice_date') ?? deriveIssueDate(source, events, warn);
  const due = readStatedDate(events, 'kravia:invoice_due_date') ?? deriveDueDate(source, issue.date, warn);
  if (due.date < issue.date) {
    const path = findEventMetadata(events, 'kravia:invoice_due_date')?.path;
    throw dinteroFaults.DUE_BEFORE_ISSUE({
      message: `Unexpected ${due.date} in ${path ?? 'the due date'}, expected ${issue.date}, the invoice date, or later`,
      path,
    });
  }
  if (due.origin === 'event') warnOfTerm(source, issue.date, due.date, warn);
  return { issue, due };
}

/** The day that the cancellation was made, which is the day of the credit note. */
export function readCreditNoteDate(source: Source, warn: Warn): DocumentDate {
  const events = listEventsNewestFirst(source);
  const cancelled = ['VOID', 'INITIATE_VOID'].flatMap((name) => findEvent(events, name)?.event.created_at ?? []);
  const dates = cancelled.flatMap((instant) => toLocalDate(instant) ?? []);
  return dates[0] === undefined ? deriveDate(source, events, [], warn) : { date: dates[0], origin: 'event' };
}

function readStatedDate(
  events: readonly PlacedEvent[],
  key: 'kravia:invoice_date' | 'kravia:invoice_due_date',
): DocumentDate | null {
  const stated = findEventMetadata(events, key);
  if (stated === null) return null;
  const date = parseCalendarDate(stated.value);
  if (date !== null && date >= EARLIEST && date <= LATEST) return { date, origin: 'event' };
  throw dinteroFaults.DATE_INVALID({
    message: `Unexpected ${quoteText(stated.value)} in ${stated.path}, expected a date as YYYY-MM-DD`,
    path: stated.path,
  });
}

function deriveIssueDate(source: Source, events: readonly PlacedEvent[], warn: Warn): DocumentDate {
  return deriveDate(source, events, ['INITIATE_CAPTURE', 'CAPTURE', 'AUTHORIZE'], warn);
}

function deriveDate(
  source: Source,
  events: readonly PlacedEvent[],
  names: readonly string[],
  warn: Warn,
): DocumentDate {
  const instants = names.map((name) => {
    const placed = findEvent(events, name);
    return { text: placed?.event.created_at, path: `${placed?.path}.created_at` };
  });
  instants.push({ text: source.transaction.created_at, path: 'transaction.created_at' });
  for (const { text, path } of instants) {
    const date = text ? toLocalDate(text) : null;
    if (date === null) continue;
    warn({
      ruleId: 'source-date-derived',
      field: 'invoiceDate',
      expected: 'kravia:invoice_date in the metadata of an event',
      found: date,
      message: `Unexpected absence of the document's date in the transaction's events, taken from ${path}: ${date}`,
    });
    return { date, origin: 'derived' };
  }
  throw dinteroFaults.DATE_MISSING({
    message:
      'Unexpected absence of dates in transaction.events, expected kravia:invoice_date in the metadata of an event',
    path: 'transaction.events',
  });
}

function deriveDueDate(source: Source, issue: CalendarDate, warn: Warn): DocumentDate {
  const days = findDaysUntilDue(source) ?? DEFAULT_DAYS_UNTIL_DUE;
  const date = addDays(issue, days);
  warn({
    ruleId: 'source-date-derived',
    field: 'dueDate',
    expected: 'kravia:invoice_due_date in the metadata of an event',
    found: date,
    message: `Unexpected absence of the due date in the transaction's events, worked out as ${days} days after ${issue}: ${date}`,
  });
  return { date, origin: 'derived' };
}

function warnOfTerm(source: Source, issue: CalendarDate, due: CalendarDate, warn: Warn): void {
  const days = findDaysUntilDue(source);
  const expected = days === null ? due : addDays(issue, days);
  if (expected === due) return;
  warn({
    ruleId: 'source-due-date',
    field: 'dueDate',
    expected,
    found: due,
    message: `Unexpected ${due} in kravia:invoice_due_date, expected ${expected}, ${days} days after ${issue} as in days_until_due; ${due} is used`,
  });
}

/** The term that the session shows; null where it shows none. */
function findDaysUntilDue(source: Source): number | null {
  for (const { settings } of listInvoiceSettings(source)) {
    const days = settings.days_until_due;
    if (typeof days === 'number' && days <= MAX_DAYS_UNTIL_DUE) return days;
  }
  return null;
}
