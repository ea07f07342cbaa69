import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '#dist/base/index.js';
import { toInvoice } from '#dist/dintero/index.js';
import { codeOf, copySource } from './fixtures.ts';

const make = (source: ReturnType<typeof copySource>) => toInvoice(source, null, { seller: 'optional' });

/** The sample with other metadata of its INITIATE_CAPTURE event, and maybe further events. */
function withCapture(
  metadata: Record<string, string>,
  change: (source: ReturnType<typeof copySource>) => void = () => undefined,
) {
  const source = copySource('documentation-sample');
  const capture = source.transaction.events?.[2];
  if (capture) capture.metadata = metadata;
  change(source);
  return source;
}

const captured = (at: string) =>
  withCapture({}, ({ transaction }) => {
    const capture = transaction.events?.[2];
    if (capture) capture.created_at = at;
  });

describe('dates from events', () => {
  test('stand as Kravia gives them', () => {
    const { issueDate, dueDate, warnings } = make(copySource('documentation-sample'));
    expect([issueDate, dueDate]).toEqual([
      { date: '2026-11-23', origin: 'event' },
      { date: '2026-12-07', origin: 'event' },
    ]);
    expect(warnings).toEqual([]);
  });

  const later = { event: 'CAPTURE', success: true, created_at: '2026-11-24T00:00:00Z' };
  const metadata = { 'kravia:invoice_date': '2026-11-22', 'kravia:invoice_due_date': '2026-12-22' };

  test('the newest event decides, wherever it stands in the list', () => {
    const source = withCapture({ 'kravia:invoice_date': '2026-11-23' }, ({ transaction }) => {
      transaction.events?.unshift({ ...later, metadata });
    });
    expect(make(source).issueDate.date).toBe('2026-11-22');
    expect(make(source).dueDate?.date).toBe('2026-12-22');
  });

  test('without times the last in the list is the newest', () => {
    const source = withCapture({ 'kravia:invoice_date': '2026-11-23' }, ({ transaction }) => {
      transaction.events?.push({ event: 'CAPTURE', metadata });
    });
    expect(make(source).issueDate.date).toBe('2026-11-22');
  });

  test('each date is looked for by itself, and a failed event says nothing', () => {
    const source = withCapture({ 'kravia:invoice_due_date': '2026-12-01' }, ({ transaction }) => {
      transaction.events?.push({ ...later, success: false, metadata });
      transaction.events?.push({ ...later, metadata: { 'kravia:invoice_date': '2026-11-24' } });
    });
    expect([make(source).issueDate.date, make(source).dueDate?.date]).toEqual(['2026-11-24', '2026-12-01']);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '23.11.2026',
    '2026-11-23T00:00:00Z',
    '1999-12-31',
    '2100-01-01',
    ' 2026-11-23',
  ])('%j is no invoice date', (date) => {
    expect(codeOf(() => make(withCapture({ 'kravia:invoice_date': date })))).toBe('DATE_INVALID');
  });
});

describe('a due date beside the term of the session', () => {
  const withTerm = (due: string, days: number | null) =>
    withCapture({ 'kravia:invoice_date': '2026-11-23', 'kravia:invoice_due_date': due }, ({ session }) => {
      const term = days === null ? {} : { days_until_due: days };
      session.configuration = { kravia: { invoice_b2b: { ...term, invoice_channel: 'merchant' } } };
    });

  test('is a doubt that names both where they differ', () => {
    const { dueDate, warnings } = make(withTerm('2026-12-23', 14));
    expect(dueDate).toEqual({ date: '2026-12-23', origin: 'event' });
    expect(warnings).toMatchObject([
      { ruleId: 'source-due-date', channel: 'source', expected: '2026-12-07', found: '2026-12-23' },
    ]);
    expect(warnings[0]?.message).toMatch(/2026-12-23.+2026-12-07/);
  });

  test.each([
    ['2026-12-07', 14],
    ['2026-11-23', 0],
    ['2026-12-23', null],
  ])('is none: %s after %s days', (due, days) => {
    expect(make(withTerm(due, days)).warnings).toEqual([]);
  });
});

describe('derived dates', () => {
  // Summer time ends 25 October 2026 and begins 29 March 2026, both at 01:00 UTC.
  test.each([
    ['2026-11-23T08:00:04.000Z', '2026-11-23'],
    ['2026-11-30T22:59:59Z', '2026-11-30'],
    ['2026-11-30T23:00:00Z', '2026-12-01'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2026-07-14T21:59:59Z', '2026-07-14'],
    ['2026-07-14T22:00:00Z', '2026-07-15'],
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:30:00Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-11-23T23:30:00+02:00', '2026-11-23'],
    ['2026-11-23T08:00', '2026-11-23'],
  ])('collection that begins at %s is of %s', (instant, date) => {
    const invoice = make(captured(instant));
    expect(invoice.issueDate).toEqual({ date, origin: 'derived' });
    expect(invoice.warnings.map(({ ruleId, field }) => [ruleId, field])).toEqual([
      ['source-date-derived', 'invoiceDate'],
      ['source-date-derived', 'dueDate'],
    ]);
  });

  test('agree with the time zone database', () => {
    const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-02'), max: new Date('2037-12-30'), noInvalidDate: true }),
        (date) => {
          expect(make(captured(date.toISOString())).issueDate.date).toBe(oslo.format(date));
        },
      ),
    );
  });

  test('the due date is the term of the session after the invoice date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), (days) => {
        const source = withCapture({ 'kravia:invoice_date': '2026-11-23' }, ({ session }) => {
          session.configuration = { kravia: { invoice_b2b: { days_until_due: days, invoice_channel: 'merchant' } } };
        });
        const { issueDate, dueDate } = make(source);
        expect(dueDate).toEqual({ date: addDays('2026-11-23' as CalendarDate, days), origin: 'derived' });
        expect(issueDate.origin).toBe('event');
      }),
    );
  });

  test('the term is 14 days where nothing says it', () => {
    const source = withCapture({ 'kravia:invoice_date': '2026-12-24' }, ({ session }) => {
      session.configuration = { kravia: { invoice_b2b: { invoice_channel: 'merchant' } } };
    });
    expect(make(source).dueDate?.date).toBe('2027-01-07');
  });

  test('a text that is no instant is passed over', () => {
    expect(make(captured('yesterday')).issueDate.date).toBe('2026-11-20');
  });
});

test('delivery is the agreed time slot, not an estimate', () => {
  const source = copySource('classic-comp');
  const option = source.session.order.shipping_option;
  if (option) {
    delete option.time_slot;
    option['eta'] = { ends_at: '2026-11-20T12:00:00Z' };
  }
  expect(make(source).deliveryDate).toBeNull();
  expect(make(copySource('classic-comp')).deliveryDate).toBe('2026-11-20');
});
