import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasLengthDigit,
  parseOcr,
  parsePaymentReference,
  parseRfReference,
  parseViitenumero,
} from '#dist/invoice/index.js';
import { check731, luhnCheckDigit } from '#dist/invoice/references/check-digits.js';
import { digits, everySlip, faultOf } from './slips.ts';

describe('parseOcr', () => {
  it.each([
    ['102343', false],
    ['1023472', true],
    ['12345678911', true],
    ['133', true],
    ['26', false],
    ['18', false],
  ])('reads %s, length digit: %s', (text, lengthDigit) => {
    const ocr = parseOcr(text);
    expect(ocr).toEqual({ value: text, kind: 'ocr' });
    expect(hasLengthDigit(ocr)).toBe(lengthDigit);
  });

  it.each([
    ['102344', 'REFERENCE_CHECKSUM'],
    ['8', 'REFERENCE_SHAPE'],
    ['00000000000000000000000018', 'REFERENCE_SHAPE'],
    ['00', 'REFERENCE_SHAPE'],
    ['1009-', 'REFERENCE_CHARSET'],
  ])('refuses %s with %s', (text, code) => {
    expect(faultOf(() => parseOcr(text)).code).toBe(code);
  });

  it('catches every wrong digit', () => {
    fc.assert(
      fc.property(
        digits(1, 24).filter((payload) => /[1-9]/.test(payload)),
        (payload) => {
          for (const slip of everySlip(payload + luhnCheckDigit(payload))) {
            expect(faultOf(() => parseOcr(slip)).code).toBe('REFERENCE_CHECKSUM');
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('parseViitenumero', () => {
  it.each([
    '1234561',
    '1511890656',
    '559582243294671',
    '77584747906474893225',
    '69875672083435364',
    '11112',
    '1232',
    '00001232',
  ])('reads %s', (text) => {
    expect(parseViitenumero(text)).toEqual({ value: text, kind: 'viitenumero' });
  });

  it.each([
    ['1234562', 'REFERENCE_CHECKSUM'],
    ['123', 'REFERENCE_SHAPE'],
    ['0000', 'REFERENCE_SHAPE'],
    ['00000000000000000000', 'REFERENCE_SHAPE'],
    ['000123', 'REFERENCE_SHAPE'],
    ['077584747906474893225', 'REFERENCE_SHAPE'],
    ['55958 22432 94671', 'REFERENCE_CHARSET'],
  ])('refuses %s with %s', (text, code) => {
    expect(faultOf(() => parseViitenumero(text)).code).toBe(code);
  });

  it('catches every wrong digit', () => {
    fc.assert(
      fc.property(digits(3, 18), (rest) => {
        const payload = `7${rest}`;
        for (const slip of everySlip(payload + check731(payload))) {
          // A slip in front may leave a zero there, which is another shape but no reference either.
          expect(faultOf(() => parseViitenumero(slip)).code).toMatch(/^REFERENCE_(?:CHECKSUM|SHAPE)$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('parseRfReference', () => {
  it.each([
    'RF18539007547034',
    'RF341234561',
    'RF601511890656',
    'RF7677584747906474893225',
    'RF9811112',
    'RF97C2H5OH',
    'RF185390075470Y',
    'RF6169875672083 9'.replace(' ', ''),
  ])('reads %s', (text) => {
    expect(parseRfReference(text)).toEqual({ value: text, kind: 'rf' });
  });

  it.each([
    ['RF17539007547034', 'REFERENCE_CHECKSUM'],
    ['RF18', 'REFERENCE_SHAPE'],
    ['RF', 'REFERENCE_SHAPE'],
    ['FR18539007547034', 'REFERENCE_SHAPE'],
    ['RFAB539007547034', 'REFERENCE_SHAPE'],
    ['RF18539007547034000000000000', 'REFERENCE_SHAPE'],
    ['RF18 5390 0754 7034', 'REFERENCE_CHARSET'],
    ['rf18539007547034', 'REFERENCE_CHARSET'],
    [completeRf('1234567890123456789012'), 'REFERENCE_SHAPE'],
  ])('refuses %s with %s', (text, code) => {
    expect(faultOf(() => parseRfReference(text)).code).toBe(code);
  });

  it('catches every wrong digit', () => {
    fc.assert(
      fc.property(digits(1, 21), (body) => {
        const reference = completeRf(body);
        expect(parseRfReference(reference).value).toBe(reference);
        for (const slip of everySlip(reference)) {
          expect(faultOf(() => parseRfReference(slip)).code).toBe('REFERENCE_CHECKSUM');
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Check digits by long division in big integers; R and F count as 27 and 15. */
function completeRf(body: string): string {
  return `RF${String(98n - (BigInt(`${body}271500`) % 97n)).padStart(2, '0')}${body}`;
}

describe('parsePaymentReference', () => {
  it.each([
    ['300000019497814', 'NO', 'kid-mod10'],
    ['1009-', 'NO', 'kid-mod11'],
    ['1234560', 'NO', 'kid-mod11'],
    ['102343', 'SE', 'ocr'],
    ['559582243294671', 'FI', 'viitenumero'],
    ['RF601511890656', 'FI', 'rf'],
    ['RF601511890656', 'SE', 'rf'],
    ['RF601511890656', 'NO', 'rf'],
    ['RF97C2H5OH', 'DE', 'rf'],
    ['102343', 'DK', 'ocr'],
  ])('reads %s on an account in %s as %s', (text, country, kind) => {
    expect(parsePaymentReference(text, country)).toEqual({ value: text, kind });
  });

  it('holds a reference against the rule of its own country only', () => {
    // Right as KID by MOD11, wrong as OCR; right as KID, wrong as viitenumero.
    expect(faultOf(() => parsePaymentReference('1234560', 'SE')).code).toBe('REFERENCE_CHECKSUM');
    expect(faultOf(() => parsePaymentReference('300000019497814', 'FI')).code).toBe('REFERENCE_CHECKSUM');
    expect(faultOf(() => parsePaymentReference('300000019497814', 'DE')).code).toBe('REFERENCE_SHAPE');
  });
});
