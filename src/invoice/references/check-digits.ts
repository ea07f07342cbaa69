/*
 * Check digits over strings of ASCII digits (and, for MOD 97, capital letters). Callers have checked the alphabet.
 */

/** Luhn over the whole number, its check digit last (ISO/IEC 7812-1 annex B; MOD10 of Bits, 10-modul of Bankgirot). */
export function passesLuhn(digits: string): boolean {
  return luhnCheckDigit(digits.slice(0, -1)) === digits.slice(-1);
}

/** The digit that completes a payload by Luhn: weights 2, 1, 2, 1 … from the right, digit sums. */
export function luhnCheckDigit(payload: string): string {
  let sum = 0;
  for (let fromRight = 0; fromRight < payload.length; fromRight += 1) {
    const digit = digitAt(payload, payload.length - 1 - fromRight);
    const weighted = fromRight % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * The character that completes a payload by MOD11 as Bits uses it for KID and account numbers: weights 2 to 7 again and
 * again from the right; 11 becomes `0` and 10 becomes `-`.
 */
export function mod11CheckCharacter(payload: string): string {
  let sum = 0;
  for (let fromRight = 0; fromRight < payload.length; fromRight += 1) {
    sum += digitAt(payload, payload.length - 1 - fromRight) * (2 + (fromRight % 6));
  }
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? '-' : String(check);
}

/** The digit that completes a Finnish reference: weights 7, 3, 1 again and again from the right. */
export function check731(payload: string): string {
  const weights = [7, 3, 1] as const;
  let sum = 0;
  for (let fromRight = 0; fromRight < payload.length; fromRight += 1) {
    sum += digitAt(payload, payload.length - 1 - fromRight) * (weights[fromRight % 3] ?? 0);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Sum of digits times weights, position by position from the left; the weights' number is the digits' number. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);
}

/**
 * MOD 97-10 over a reference that starts with two letters and two check digits (ISO 7064; ISO 13616, ISO 11649). The
 * standard makes check digits 02 to 98 only: 00, 01 and 99 would leave the same remainder as 97, 98 and 02.
 */
export function passesMod97(reference: string): boolean {
  const check = Number(reference.slice(2, 4));
  return check >= 2 && check <= 98 && mod97(reference.slice(4) + reference.slice(0, 4)) === 1;
}

/** Remainder by 97, letters counting as 10 to 35. */
function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index) - 48;
}
