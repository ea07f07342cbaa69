import fc from 'fast-check';
import { Fault } from '#dist/base/index.js';

/** Strings of ASCII digits. */
export function digits(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
}

/** Every text that differs from a reference in one digit. */
export function everySlip(reference: string): string[] {
  return [...reference].flatMap((character, index) =>
    /\d/.test(character)
      ? [...'0123456789']
          .filter((other) => other !== character)
          .map((other) => reference.slice(0, index) + other + reference.slice(index + 1))
      : [],
  );
}

/** The fault that a call throws; anything else that happens fails the test. */
export function faultOf(call: () => unknown): Fault {
  let value: unknown;
  try {
    value = call();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error(`no fault was thrown, but ${JSON.stringify(value)} returned`);
}
