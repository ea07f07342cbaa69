import type { ElementNode } from '../document/index.ts';
import { drawingFaults } from './faults.ts';

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const ONE_NUMBER = new RegExp(`^(${NUMBER})(?:px)?$`, 'i');
const NUMBERS = new RegExp(`${NUMBER}|[^\\s,]+`, 'gi');

/** Far beyond any drawing; keeps sums of coordinates exact enough. */
const MAX_NUMBER = 1_000_000;

/** A number, in the drawing's own units or `px`, which are the same. */
export function readNumber(element: ElementNode, attribute: string, otherwise: number): number {
  const written = element.attributes[attribute];
  if (written === undefined) return otherwise;
  const number = toNumber(ONE_NUMBER.exec(written.trim())?.[1]);
  if (number !== null) return number;
  throw refuse(element, attribute, 'a number');
}

/** A number that must not be negative. */
export function readLength(element: ElementNode, attribute: string, otherwise: number): number {
  const length = readNumber(element, attribute, otherwise);
  if (length >= 0) return length;
  throw refuse(element, attribute, 'a length that is not negative');
}

/** A share: a number from 0 to 1, or a percentage. */
export function readShare(element: ElementNode, attribute: string): number {
  const written = element.attributes[attribute]?.trim() ?? '1';
  const isPercent = written.endsWith('%');
  const number = toNumber(ONE_NUMBER.exec(isPercent ? written.slice(0, -1) : written)?.[1]);
  if (number === null) throw refuse(element, attribute, 'a number from 0 to 1');
  return Math.min(1, Math.max(0, isPercent ? number / 100 : number));
}

/** Numbers apart by white space and commas. */
export function readNumbers(element: ElementNode, attribute: string): number[] {
  return (element.attributes[attribute]?.match(NUMBERS) ?? []).map((written) => {
    const number = toNumber(ONE_NUMBER.exec(written)?.[1]);
    if (number === null) throw refuse(element, attribute, 'numbers');
    return number;
  });
}

/** The fault for an attribute whose value is not what it should be. */
export function refuse(element: ElementNode, attribute: string, expected: string): Error {
  const written = (element.attributes[attribute] ?? '').slice(0, 60);
  return drawingFaults.DRAWING_VALUE({
    message: `Unexpected "${written}" in ${attribute} of <${element.tag}>, expected ${expected}`,
    place: element.place,
  });
}

function toNumber(written: string | undefined): number | null {
  const number = Number(written ?? Number.NaN);
  return Math.abs(number) <= MAX_NUMBER ? number : null;
}
