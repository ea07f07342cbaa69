// Check digits for random sources, written apart from src/invoice so that each can witness against the other.

/** Appends a Luhn digit: KID, OCR, Swedish organisation number. */
export function withMod10(payload: string): string {
  const sum = [...payload].reverse().reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return payload + String((10 - (sum % 10)) % 10);
}

/** Appends a MOD11 digit by weights 2 to 7 from the right; null where it would be 10. */
export function withMod11(payload: string): string | null {
  const rest = (11 - (weigh(payload, [2, 3, 4, 5, 6, 7]) % 11)) % 11;
  return rest === 10 ? null : payload + String(rest);
}

/** Finnish reference: weights 7, 3, 1 from the right. */
export function viitenumero(payload: string): string {
  return payload + String((10 - (weigh(payload, [7, 3, 1]) % 10)) % 10);
}

/** ISO 13616 and ISO 11649: two check digits that make the whole 1 modulo 97. */
export function withMod97(prefix: string, body: string): string {
  const digits = [...`${body}${prefix}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${prefix}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${body}`;
}

/** Weights from the right, over and over. */
function weigh(payload: string, weights: readonly number[]): number {
  return [...payload]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (weights[index % weights.length] ?? 0), 0);
}
