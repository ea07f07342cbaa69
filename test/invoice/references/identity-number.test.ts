import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#dist/base/index.js';
import { isIdentityNumber } from '#dist/invoice/index.js';
import { everySlip } from './slips.ts';

const DATE = '2026-11-23' as CalendarDate;

describe('isIdentityNumber', () => {
  it.each([
    ['Norwegian', '01019000083'],
    ['Norwegian, spaced', '010190 00083'],
    ['Norwegian, full-width', '\uFF10\uFF11\uFF10\uFF11\uFF19\uFF10\uFF10\uFF10\uFF10\uFF18\uFF13'],
    ['Norwegian D number', '41019000077'],
    ['born on 29 February', '29029600013'],
    ['Swedish', '9001011239'],
    ['Swedish, with a hyphen', '900101-1239'],
    ['Swedish, with its century', '19900101-1239'],
    ['Swedish coordination number', '9001611236'],
    ['Swedish, a hundred years old', '260101+0016'],
    ['Finnish', '010190-123M'],
    ['Finnish, small letter', '010190-123m'],
    ['Finnish, of this century', '010190A123M'],
  ])('knows one: %s', (_, text) => {
    expect(isIdentityNumber(text, DATE)).toBe(true);
  });

  it.each([
    ['an account number', '15063092174'],
    ['of an impossible date', '31029000096'],
    ['within a longer text', 'ordre 01019000083'],
    ['one digit longer', '010190000831'],
    ['a Swedish company', '556677-8899'],
    ['an order number of a date and a count', '2601010016'],
    ['the same with a hyphen', '260101-0016'],
    ['the same with a century', '202601010016'],
    ['a wrong Swedish check digit', '9001011238'],
    ['a month beyond twelve', '2613010012'],
    ['a wrong Finnish check character', '010190-123N'],
    ['nothing', ''],
  ])('takes nothing else for one: %s', (_, text) => {
    expect(isIdentityNumber(text, DATE)).toBe(false);
  });

  it('takes no Norwegian number with one wrong digit for one', () => {
    for (const slip of everySlip('01019000083')) expect(isIdentityNumber(slip, DATE), slip).toBe(false);
  });
});
