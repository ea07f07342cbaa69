import { type CalendarDate, CURRENCY_DIGITS, type Decimal, type Money, parseCalendarDate } from '../../base/index.ts';
import type { ReferenceKind } from '../../invoice/index.ts';
import type { OrganizationNumberValue } from '../format/identifiers.ts';
import { refuseValue } from './values.ts';

export function toMoney(value: unknown): Money {
  if (
    isRecord(value) &&
    Number.isSafeInteger(value['minor']) &&
    Object.hasOwn(CURRENCY_DIGITS, String(value['currency']))
  ) {
    return value as unknown as Money;
  }
  return refuseValue(value, 'an amount');
}

export function toDate(value: unknown): CalendarDate {
  const date = isRecord(value) && typeof value['date'] === 'string' ? parseCalendarDate(value['date']) : null;
  return date ?? refuseValue(value, 'a date');
}

export function toBps(value: unknown): number {
  if (isRecord(value) && Number.isSafeInteger(value['bps'])) return Number(value['bps']);
  return refuseValue(value, 'a rate');
}

export function toDecimal(value: unknown): Decimal {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { units: value, scale: 0 };
  if (isRecord(value) && Number.isSafeInteger(value['units']) && Number.isSafeInteger(value['scale'])) {
    return value as unknown as Decimal;
  }
  return refuseValue(value, 'a number');
}

export function toReference(value: unknown): { readonly reference: string; readonly kind: ReferenceKind } {
  if (isRecord(value) && typeof value['reference'] === 'string' && typeof value['kind'] === 'string') {
    return value as unknown as { reference: string; kind: ReferenceKind };
  }
  return refuseValue(value, 'a payment reference');
}

export function toOrganizationNumber(value: unknown): OrganizationNumberValue {
  if (isRecord(value) && typeof value['digits'] === 'string') return value as unknown as OrganizationNumberValue;
  return refuseValue(value, 'an organisation number');
}

export function toText(value: unknown, expected: string): string {
  return typeof value === 'string' && value !== '' ? value : refuseValue(value, expected);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
