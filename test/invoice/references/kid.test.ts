import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKid } from '#dist/invoice/index.js';
import { luhnCheckDigit, mod11CheckCharacter, passesLuhn } from '#dist/invoice/references/check-digits.js';
import { digits, everySlip, faultOf } from './slips.ts';

/** Zeros alone are no KID, whatever completes them. */
const payloads = digits(1, 24).filter((payload) => /[1-9]/.test(payload));

describe('parseKid', () => {
  it('reads the one that Dintero documents', () => {
    expect(parseKid('300000019497814')).toEqual({ value: '300000019497814', kind: 'kid-mod10' });
    // Its MOD11 check character would be 1, so it passes by MOD10 alone.
    expect(mod11CheckCharacter('30000001949781')).toBe('1');
  });

  it.each([
    ['1234567', '4', '4'],
    ['123456', '6', '0'],
    ['60224', '3', '8'],
    ['2345676', '7', '1'],
    ['1009', '0', '-'],
    ['12345678901234567890', '6', '0'],
  ])('knows that %s is completed by %s (MOD10) and %s (MOD11)', (payload, mod10, mod11) => {
    expect(luhnCheckDigit(payload)).toBe(mod10);
    expect(mod11CheckCharacter(payload)).toBe(mod11);
    expect(parseKid(payload + mod10).kind).toBe('kid-mod10');
    expect(parseKid(payload + mod11).kind).toBe(mod10 === mod11 ? 'kid-mod10' : 'kid-mod11');
  });

  it('keeps leading zeros', () => {
    expect(parseKid(`000${'1234567'}4`).value).toBe('00012345674');
  });

  it.each(['18', '0000000000000000000000018'])('reads 2 to 25 characters: %s', (kid) => {
    expect(parseKid(kid).value).toBe(kid);
  });

  it.each([
    ['1', 'REFERENCE_SHAPE'],
    ['-', 'REFERENCE_SHAPE'],
    ['00000000000000000000000018', 'REFERENCE_SHAPE'],
    ['10-09', 'REFERENCE_SHAPE'],
    ['1009--', 'REFERENCE_SHAPE'],
    ['00', 'REFERENCE_SHAPE'],
    ['0000000000', 'REFERENCE_SHAPE'],
    ['0000000000000000000000000', 'REFERENCE_SHAPE'],
    ['300000019497815', 'REFERENCE_CHECKSUM'],
    ['300000019497841', 'REFERENCE_CHECKSUM'],
    ['30000001949781-', 'REFERENCE_CHECKSUM'],
  ])('refuses %s with %s', (kid, code) => {
    expect(faultOf(() => parseKid(kid, 'transaction.metadata.kid'))).toMatchObject({
      code,
      path: 'transaction.metadata.kid',
    });
  });

  it('accepts no digit where MOD11 asks for a hyphen, as a well-known library does', () => {
    for (let check = 0; check <= 9; check += 1) {
      const kid = `1009${check}`;
      // MOD10 completes 1009 by 0, which is right in its own way.
      if (check === 0) expect(parseKid(kid).kind).toBe('kid-mod10');
      else expect(faultOf(() => parseKid(kid)).code).toBe('REFERENCE_CHECKSUM');
    }
    expect(parseKid('1009-').kind).toBe('kid-mod11');
  });

  it('says what the last character should have been', () => {
    expect(faultOf(() => parseKid('10091')).message).toBe(
      'Unexpected last character "1" in KID "10091", expected 0 (MOD10) or - (MOD11)',
    );
  });

  it('reads whatever either check completes', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        expect(parseKid(payload + luhnCheckDigit(payload)).kind).toBe('kid-mod10');
        expect(parseKid(payload + mod11CheckCharacter(payload)).value).toBe(payload + mod11CheckCharacter(payload));
      }),
    );
  });

  it('reads nothing else', () => {
    fc.assert(
      fc.property(payloads, fc.constantFrom(...'0123456789-'), (payload, check) => {
        const right = check === luhnCheckDigit(payload) || check === mod11CheckCharacter(payload);
        if (right) expect(parseKid(payload + check).value).toBe(payload + check);
        else expect(faultOf(() => parseKid(payload + check)).code).toBe('REFERENCE_CHECKSUM');
      }),
    );
  });

  it('never takes one wrong digit for the same kind of KID', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        for (const slip of everySlip(payload + luhnCheckDigit(payload))) expect(passesLuhn(slip)).toBe(false);
        const mod11 = payload + mod11CheckCharacter(payload);
        for (const slip of everySlip(mod11)) {
          expect(mod11CheckCharacter(slip.slice(0, -1)) === slip.slice(-1)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });
});
