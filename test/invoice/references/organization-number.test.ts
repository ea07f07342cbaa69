import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOrganizationNumber } from '#dist/invoice/index.js';
import { luhnCheckDigit } from '#dist/invoice/references/check-digits.js';
import { digits, everySlip, faultOf } from './slips.ts';

describe('parseOrganizationNumber', () => {
  it.each([
    ['988077917', 'NO', '988077917'],
    ['988 077 917', 'NO', '988077917'],
    ['988 077 917 MVA', 'NO', '988077917'],
    ['988077917MVA', 'NO', '988077917'],
    ['NO988077917MVA', 'NO', '988077917'],
    ['NO 995 525 828 MVA', 'NO', '995525828'],
    ['no988077917mva', 'NO', '988077917'],
    ['974760673', 'NO', '974760673'],
    ['923609016', 'NO', '923609016'],
    ['889640782', 'NO', '889640782'],
    ['123456785', 'NO', '123456785'],
    ['556677-8899', 'SE', '5566778899'],
    ['5566778899', 'SE', '5566778899'],
    ['165566778899', 'SE', '5566778899'],
    ['16556677-8899', 'SE', '5566778899'],
    ['SE556677889901', 'SE', '5566778899'],
    ['123456-7897', 'SE', '1234567897'],
    ['SE123456789701', 'SE', '1234567897'],
    ['202100-5489', 'SE', '2021005489'],
    ['SE202100548901', 'SE', '2021005489'],
    ['2077474-0', 'FI', '20774740'],
    ['20774740', 'FI', '20774740'],
    ['FI20774740', 'FI', '20774740'],
    ['0112038-9', 'FI', '01120389'],
    ['112038-9', 'FI', '01120389'],
    ['13585628', 'DK', '13585628'],
    ['DK13585628', 'DK', '13585628'],
    ['DK 13 58 56 28', 'DK', '13585628'],
  ])('reads %s of %s', (text, country, value) => {
    expect(parseOrganizationNumber(text, country)).toEqual({ verdict: 'valid', value, country });
  });

  it.each([
    // Dintero's own example.
    ['123456789', 'NO', '123456789'],
    ['123456789MVA', 'NO', '123456789'],
    ['98807791', 'NO', '98807791'],
    ['SE988077917', 'NO', '988077917'],
    ['556677-8898', 'SE', '5566778898'],
    ['2077474-1', 'FI', '20774741'],
    ['13585629', 'DK', '13585629'],
    ['FI2077', 'FI', '2077'],
  ])('doubts %s of %s, without stopping', (text, country, value) => {
    expect(parseOrganizationNumber(text, country)).toEqual({ verdict: 'invalid', value, country });
  });

  it.each([
    ['01010012356', 'NO'],
    ['010100-12356', 'NO'],
    ['640823-3234', 'SE'],
    ['6408233234', 'SE'],
    ['19640823-3234', 'SE'],
    ['196408233234', 'SE'],
    ['189608233234', 'SE'],
    ['201608233234', 'SE'],
    ['640823+3234', 'SE'],
    ['640883-3231', 'SE'],
    ['SE640823323401', 'SE'],
    ['131052-308T', 'FI'],
    ['131052A308T', 'FI'],
    ['010594Y9032', 'FI'],
    ['070770-0000', 'DK'],
    // Not a number of its country at all, but long enough to be somebody's.
    ['556677-8899', 'NO'],
    ['988077917 01010012356', 'NO'],
    ['6408233234123', 'SE'],
  ])('takes %s of %s for a person and does not hand it on', (text, country) => {
    expect(parseOrganizationNumber(text, country)).toEqual({ verdict: 'personal', value: null, country });
  });

  it('keeps numbers of countries whose rule it does not know', () => {
    expect(parseOrganizationNumber('DE 811 569 869', 'DE')).toEqual({
      verdict: 'unchecked',
      value: 'DE811569869',
      country: 'DE',
    });
  });

  it('never repeats the text in a fault, because it may be personal', () => {
    const fault = faultOf(() => parseOrganizationNumber('01010012356\u200B', 'NO', 'buyer'));
    expect(fault).toMatchObject({ code: 'REFERENCE_CHARSET', path: 'buyer' });
    expect(JSON.stringify(fault)).not.toContain('01010012356');
    expect(faultOf(() => parseOrganizationNumber(' ', 'NO')).code).toBe('REFERENCE_MISSING');
  });

  it('catches every wrong digit in Norway, Sweden and Finland', () => {
    const valid = (text: string, country: string): boolean =>
      parseOrganizationNumber(text, country).verdict === 'valid';
    fc.assert(
      fc.property(digits(8, 8), digits(7, 7), (no, se) => {
        const norwegian = [...'0123456789'].map((check) => no + check).find((number) => valid(number, 'NO'));
        const swedish = `55${se}`;
        const pairs: [string, string][] = [[swedish + luhnCheckDigit(swedish), 'SE']];
        if (norwegian !== undefined) pairs.push([norwegian, 'NO']);
        const finnish = [...'0123456789'].map((check) => se + check).find((number) => valid(number, 'FI'));
        if (finnish !== undefined) pairs.push([finnish, 'FI']);
        for (const [number, country] of pairs) {
          for (const slip of everySlip(number)) expect(valid(slip, country), `${slip} ${country}`).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
