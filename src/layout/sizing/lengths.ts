import type { Length, LengthOrAuto } from '../../document/index.ts';
import { truncateLength } from './browser-rounding.ts';

/** A length in points against the reference of its percentage. */
export function resolve(length: Length, reference: number): number {
  return truncateLength(length.percent === 0 ? length.points : length.points + (length.percent / 100) * reference);
}

/** Like `resolve`, where `auto` counts as nothing. */
export function resolveOrZero(length: LengthOrAuto, reference: number): number {
  return length === 'auto' ? 0 : resolve(length, reference);
}

/** Whether a length needs no reference. */
export function isFixed(length: Length): boolean {
  return length.percent === 0;
}
