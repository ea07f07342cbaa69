import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, countDays, parseCalendarDate, toDateParts } from '#dist/base/index.js';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}

/** Days since 1 March 0000 by the calendar's own rules, without any library. */
function countFromEra(year: number, month: number, dayOfMonth: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + dayOfMonth
  );
}

const anyDay = fc
  .record({
    year: fc.integer({ min: 1, max: 9990 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((parts) => ({
    ...parts,
    text: `${String(parts.year).padStart(4, '0')}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`,
  }));

describe('parseCalendarDate', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '20260101',
    '2026/01/01',
    '٢٠٢٦-٠١-٠١',
    '+002026-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it('knows exactly the days that exist', () => {
    for (let year = 1996; year <= 2032; year += 1) {
      let days = 0;
      for (let month = 0; month <= 13; month += 1) {
        for (let dayOfMonth = 0; dayOfMonth <= 32; dayOfMonth += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
          if (parseCalendarDate(text) !== null) days += 1;
        }
      }
      expect(days, String(year)).toBe(year % 4 === 0 ? 366 : 365);
    }
  });
});

describe('addDays', () => {
  it.each([
    ['2026-02-01', 14, '2026-02-15'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-23', 365, '2027-11-23'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });

  it('agrees with a count of days by the rules of the calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (from, days) => {
        fc.pre(from.year > 10 && from.year < 9980);
        const to = toDateParts(addDays(day(from.text), days));
        const walked = countFromEra(to.year, to.month, to.day) - countFromEra(from.year, from.month, from.day);
        expect(walked).toBe(days);
        expect(countDays(day(from.text), addDays(day(from.text), days))).toBe(days);
      }),
    );
  });

  it('orders days as text', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a.text < b.text).toBe(countDays(day(a.text), day(b.text)) > 0);
      }),
    );
  });

  it('refuses to leave the four-digit years', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0000-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(day('2026-01-01'), Number.NaN)).toThrow(RangeError);
  });
});

describe('the zone of the machine', () => {
  // Samoa skipped 30 December 2011, Kwajalein 21 August 1993; São Paulo's and Beirut's clocks changed at midnight.
  const zones = [
    'UTC',
    'Europe/Oslo',
    'Pacific/Apia',
    'Pacific/Kwajalein',
    'America/Sao_Paulo',
    'Asia/Beirut',
    'Asia/Kathmandu',
  ];
  const script = `
    const { addDays, countDays, parseCalendarDate } = await import(process.argv[1]);
    const days = [];
    for (const start of ['1993-08-15', '2011-12-25', '2018-10-30', '2026-03-20', '2026-10-20']) {
      for (let n = 0; n <= 20; n += 1) {
        const date = addDays(start, n);
        days.push(date, parseCalendarDate(date), countDays(start, date));
      }
    }
    process.stdout.write(days.join(' '));
  `;
  const module = new URL('../../dist/base/index.js', import.meta.url).href;
  const inZone = (zone: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script, module], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });

  it('changes nothing', () => {
    const [utc = '', ...others] = zones.map(inZone);
    expect(utc).toContain('2011-12-30 2011-12-30 5');
    expect(utc).toContain('1993-08-21 1993-08-21 6');
    for (const [index, other] of others.entries()) expect(other, zones[index + 1]).toBe(utc);
  });
});
