import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkIbanMatchesBban,
  matchesIbanCountry,
  parseBban,
  parseBic,
  parseGiro,
  parseIban,
  toIbanCountry,
} from '#dist/invoice/index.js';
import { luhnCheckDigit, mod11CheckCharacter } from '#dist/invoice/references/check-digits.js';
import { digits, everySlip, faultOf } from './slips.ts';

/** Check digits of an IBAN by long division in big integers, unlike the code under test. */
function completeIban(country: string, bban: string): string {
  const asDigits = [...`${bban}${country}00`].map((character) => String(Number.parseInt(character, 36))).join('');
  const check = 98n - (BigInt(asDigits) % 97n);
  return `${country}${String(check).padStart(2, '0')}${bban}`;
}

describe('parseIban', () => {
  it.each([
    'NO0215063092174',
    'NO9386011117947',
    'SE4550000000058398257466',
    'FI2112345600000785',
    'FI7944052020036082',
    'FI5810171000000122',
    'DK5000400440116243',
    'DK4830004073013895',
    'DE89370400440532013000',
    'GB82WEST12345698765432',
    'MT84MALT011000012345MTLCAST001S',
  ])('reads %s', (iban) => {
    expect(parseIban(iban)).toBe(iban);
    expect(toIbanCountry(iban)).toBe(iban.slice(0, 2));
  });

  it.each([
    ['NO0315063092174', 'REFERENCE_CHECKSUM'],
    ['NO0215063092175', 'REFERENCE_CHECKSUM'],
    // 97 more than 02 leaves the same remainder, but the standard ends at 98.
    ['NO9915063092174', 'REFERENCE_CHECKSUM'],
    ['NO021506309217', 'REFERENCE_SHAPE'],
    ['NO02150630921740', 'REFERENCE_SHAPE'],
    ['SE455000000005839825746', 'REFERENCE_SHAPE'],
    ['XX0215063092174', 'REFERENCE_SHAPE'],
    ['US0215063092174', 'REFERENCE_SHAPE'],
    ['0215063092174', 'REFERENCE_SHAPE'],
    ['NO', 'REFERENCE_SHAPE'],
    ['GBA2WEST12345698765432', 'REFERENCE_SHAPE'],
    ['NO02150630921A4', 'REFERENCE_SHAPE'],
    ['GB82WESTABCDEF98765432', 'REFERENCE_CHECKSUM'],
    ['no0215063092174', 'REFERENCE_CHARSET'],
    ['NO02 1506 3092 174', 'REFERENCE_CHARSET'],
  ])('refuses %s with %s', (iban, code) => {
    expect(faultOf(() => parseIban(iban, 'x'))).toMatchObject({ code, path: 'x' });
  });

  it('reads whatever long division completes, and no other check digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['NO', 11], ['SE', 20], ['FI', 14], ['DK', 14], ['DE', 18]),
        fc.infiniteStream(digits(1, 1)),
        ([country, length], stream) => {
          const bban = [...stream.take(Number(length))].join('');
          const iban = completeIban(String(country), bban);
          expect(parseIban(iban)).toBe(iban);
          // 97 apart leaves the same remainder: 00, 01 and 99 are the doubles of 97, 98 and 02.
          for (let check = 0; check <= 99; check += 1) {
            const other = `${country}${String(check).padStart(2, '0')}${bban}`;
            if (other !== iban) expect(faultOf(() => parseIban(other)).code).toBe('REFERENCE_CHECKSUM');
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('catches every wrong digit', () => {
    fc.assert(
      fc.property(digits(11, 11), (bban) => {
        for (const slip of everySlip(completeIban('NO', bban))) {
          expect(faultOf(() => parseIban(slip)).code).toBe('REFERENCE_CHECKSUM');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('catches every two neighbours that changed places', () => {
    fc.assert(
      fc.property(digits(11, 11), fc.integer({ min: 4, max: 13 }), (bban, index) => {
        const iban = completeIban('NO', bban);
        const [a, b] = [iban.charAt(index), iban.charAt(index + 1)];
        fc.pre(a !== b);
        const swapped = iban.slice(0, index) + b + a + iban.slice(index + 2);
        expect(faultOf(() => parseIban(swapped)).code).toBe('REFERENCE_CHECKSUM');
      }),
    );
  });
});

describe('parseBban', () => {
  it.each(['15063092174', '86011117947', '12345678903'])('reads the Norwegian account %s', (bban) => {
    expect(parseBban(bban, 'NO')).toBe(bban);
  });

  it('reads an old postal giro number by Luhn', () => {
    const payload = '080814';
    const bban = `0000${payload}${luhnCheckDigit(payload)}`;
    expect(parseBban(bban, 'NO')).toBe(bban);
    for (const slip of everySlip(bban.slice(4))) {
      expect(faultOf(() => parseBban(`0000${slip}`, 'NO')).code).toBe('REFERENCE_CHECKSUM');
    }
  });

  it.each([
    ['86011117949', 'REFERENCE_CHECKSUM'],
    ['8601111794', 'REFERENCE_SHAPE'],
    ['860111179470', 'REFERENCE_SHAPE'],
    ['8601.11.17947', 'REFERENCE_CHARSET'],
    ['8601 11 17947', 'REFERENCE_CHARSET'],
  ])('refuses %s with %s', (bban, code) => {
    expect(faultOf(() => parseBban(bban, 'NO')).code).toBe(code);
  });

  it('gives no account a check digit of 10', () => {
    fc.assert(
      fc.property(digits(10, 10), (payload) => {
        fc.pre(!payload.startsWith('0000') && mod11CheckCharacter(payload) === '-');
        for (const check of '0123456789') {
          expect(faultOf(() => parseBban(payload + check, 'NO')).code).toBe('REFERENCE_CHECKSUM');
        }
      }),
      { numRuns: 30 },
    );
  });

  it('catches every wrong digit of a Norwegian account', () => {
    fc.assert(
      fc.property(digits(9, 9), (rest) => {
        const payload = `1${rest}`;
        // A slip to 0000… would be an old postal giro number, which has a rule of its own.
        fc.pre(mod11CheckCharacter(payload) !== '-' && !rest.startsWith('000'));
        for (const slip of everySlip(payload + mod11CheckCharacter(payload))) {
          expect(faultOf(() => parseBban(slip, 'NO')).code).toBe('REFERENCE_CHECKSUM');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with the weights 5432765432 that the banks publish', () => {
    const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    fc.assert(
      fc.property(digits(10, 10), (payload) => {
        const sum = [...payload].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
        const check = (11 - (sum % 11)) % 11;
        expect(mod11CheckCharacter(payload)).toBe(check === 10 ? '-' : String(check));
      }),
    );
  });

  it('knows the other countries by their length', () => {
    expect(parseBban('12345600000785', 'FI')).toBe('12345600000785');
    expect(parseBban('00400440116243', 'DK')).toBe('00400440116243');
    expect(parseBban('50000000058398257466', 'SE')).toBe('50000000058398257466');
    expect(parseBban('50501055', 'SE')).toBe('50501055');
    expect(faultOf(() => parseBban('1234560000078', 'FI')).code).toBe('REFERENCE_SHAPE');
    expect(faultOf(() => parseBban('50501056', 'SE')).code).toBe('REFERENCE_CHECKSUM');
    expect(parseBban('370400440532013000', 'DE')).toBe('370400440532013000');
  });
});

describe('checkIbanMatchesBban', () => {
  it('is content where the IBAN holds the account', () => {
    expect(() => checkIbanMatchesBban('NO0215063092174', '15063092174')).not.toThrow();
    expect(() => checkIbanMatchesBban('FI2112345600000785', '12345600000785')).not.toThrow();
    expect(() => checkIbanMatchesBban('DK5000400440116243', '00400440116243')).not.toThrow();
    expect(() => checkIbanMatchesBban('SE4550000000058398257466', '50000000058398257466')).not.toThrow();
  });

  it('refuses two accounts that are each right by themselves', () => {
    const fault = faultOf(() => checkIbanMatchesBban('NO9386011117947', '15063092174', 'metadata.iban'));
    expect(fault).toMatchObject({ code: 'IBAN_BBAN_MISMATCH', path: 'metadata.iban' });
    expect(fault.message).toContain('86011117947');
    expect(fault.message).toContain('15063092174');
    expect(faultOf(() => checkIbanMatchesBban('FI2112345600000785', '44052020036082')).code).toBe('IBAN_BBAN_MISMATCH');
  });

  it('has nothing to say of a bankgiro number, which no IBAN holds', () => {
    expect(() => checkIbanMatchesBban('SE4550000000058398257466', '50501055')).not.toThrow();
  });
});

describe('parseBic', () => {
  it.each(['DNBANOKKXXX', 'DNBANOKK', 'NDEAFIHH', 'DABADKKK', 'ESSESESS'])('reads %s', (bic) => {
    expect(parseBic(bic)).toBe(bic);
  });

  it.each(['DNBANOKKX', 'DNBANOK', 'DNBANOKKXXXX', 'DNBA12KK', 'DNBANO'])('refuses %s', (bic) => {
    expect(faultOf(() => parseBic(bic)).code).toBe('REFERENCE_SHAPE');
  });

  it('can be of another country than the account', () => {
    expect(matchesIbanCountry('DNBANOKKXXX', 'NO0215063092174')).toBe(true);
    expect(matchesIbanCountry('NDEAFIHH', 'NO0215063092174')).toBe(false);
  });
});

describe('parseGiro', () => {
  it.each([
    ['5050-1055', '50501055', 'bankgiro'],
    ['991-2346', '9912346', 'bankgiro'],
    ['5815-6332', '58156332', 'bankgiro'],
    ['58156332', '58156332', 'bankgiro'],
    ['176099-0', '1760990', 'plusgiro'],
    ['18', '18', 'plusgiro'],
  ])('reads %s', (text, value, kind) => {
    expect(parseGiro(text)).toEqual({ value, kind });
  });

  it.each([
    ['5050-1056', 'REFERENCE_CHECKSUM'],
    ['176099-1', 'REFERENCE_CHECKSUM'],
    ['123456789', 'REFERENCE_SHAPE'],
    ['5', 'REFERENCE_SHAPE'],
    ['50-501055', 'REFERENCE_SHAPE'],
    ['17 60 99-0', 'REFERENCE_CHARSET'],
  ])('refuses %s with %s', (text, code) => {
    expect(faultOf(() => parseGiro(text)).code).toBe(code);
  });
});
