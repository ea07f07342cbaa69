import { type CalendarDate, CURRENCY_DIGITS, type Decimal, type Money, parseCalendarDate } from '../../base/index.ts';
import type { ReferenceKind } from '../../invoice/index.ts';
import type { Locale } from '../format/conventions.ts';
import { formatDate } from '../format/date.ts';
import {
  groupAccount,
  groupIban,
  groupOrganizationNumber,
  groupReference,
  type OrganizationNumberValue,
} from '../format/identifiers.ts';
import { formatDecimal, formatMoney, formatRate } from '../format/number.ts';
import type { Labels } from '../labels.ts';
import { escapeHtml, Markup } from './markup.ts';
import { isTruthy, refuseValue } from './values.ts';

/** What helpers print by. */
export interface PrintSettings {
  readonly locale: Locale;
  readonly labels: Labels;
}

/** One helper: what it may be called with, which is checked before anything runs, and what it gives. */
export interface Helper {
  readonly least: number;
  readonly most: number;
  /** Names of `name=value` arguments and the values each may have. */
  readonly named: Readonly<Record<string, (value: unknown) => boolean>>;
  /** Gives markup, which may not stand in an attribute. */
  readonly markup: boolean;
  readonly call: (
    values: readonly unknown[],
    named: Readonly<Record<string, unknown>>,
    settings: PrintSettings,
  ) => unknown;
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isDecimals = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 6;
const isDateStyle = (value: unknown): boolean => value === 'short' || value === 'long';

/** All there is. Helpers print and compare; none computes. */
export const HELPERS: Readonly<Record<string, Helper>> = {
  money: text(
    1,
    ([value], named, { locale }) => formatMoney(toMoney(value), locale, named['code'] === true ? 'code' : 'none'),
    {
      code: isBoolean,
    },
  ),
  date: text(
    1,
    ([value], named, { locale }) => formatDate(toDate(value), locale, named['style'] === 'long' ? 'long' : 'short'),
    {
      style: isDateStyle,
    },
  ),
  percent: text(1, ([value], _named, { locale }) => formatRate(toBps(value), locale)),
  number: text(
    1,
    ([value], named, { locale }) => formatDecimal(toDecimal(value), locale, Number(named['decimals'] ?? 0)),
    {
      decimals: isDecimals,
    },
  ),
  label: text(1, ([key], _named, { labels }) => labels.get(String(key))),

  iban: markup(1, ([value]) => toGroups(groupIban(toText(value, 'an IBAN')))),
  account: markup(1, ([value]) => toGroups(groupAccount(toText(value, 'an account number')))),
  kid: markup(1, ([value]) => {
    const { reference, kind } = toReference(value);
    return toGroups(groupReference(reference, kind), 'reference');
  }),
  organizationNumber: markup(1, ([value]) => {
    const { groups, suffix } = groupOrganizationNumber(toOrganizationNumber(value));
    return toGroups(groups, 'groups', suffix);
  }),
  qr: markup(2, ([value, alternative]) => toBarcode('qrcode', value, alternative)),
  barcode: markup(2, ([value, alternative]) => toBarcode('code128', value, alternative)),

  eq: comparison(([a, b]) => toComparable(a) === toComparable(b)),
  ne: comparison(([a, b]) => toComparable(a) !== toComparable(b)),
  gt: comparison(([a, b]) => toNumber(a) > toNumber(b)),
  gte: comparison(([a, b]) => toNumber(a) >= toNumber(b)),
  lt: comparison(([a, b]) => toNumber(a) < toNumber(b)),
  lte: comparison(([a, b]) => toNumber(a) <= toNumber(b)),
  and: { ...comparison((values) => values.every(isTruthy)), most: 8 },
  or: { ...comparison((values) => values.some(isTruthy)), most: 8 },
  not: { ...comparison(([value]) => !isTruthy(value)), least: 1, most: 1 },
};

type Call = Helper['call'];

function text(count: number, call: Call, named: Helper['named'] = {}): Helper {
  return { least: count, most: count, named, markup: false, call };
}

function markup(count: number, call: Call): Helper {
  return { least: count, most: count, named: {}, markup: true, call };
}

function comparison(call: (values: readonly unknown[]) => boolean): Helper {
  return { least: 2, most: 2, named: {}, markup: false, call };
}

/**
 * Groups set apart by margins alone (`.gap`), so that whoever copies the number gets it in one piece; they never break
 * over lines (`.groups`, `.reference`).
 */
function toGroups(groups: readonly string[], className = 'groups', suffix = ''): Markup {
  const spans = groups.map((group, index) => `<span${index === 0 ? '' : ' class="gap"'}>${escapeHtml(group)}</span>`);
  const inner = groups.length === 1 ? escapeHtml(groups[0] ?? '') : spans.join('');
  return new Markup(`<span class="${className}">${inner}${escapeHtml(suffix)}</span>`);
}

function toBarcode(type: 'qrcode' | 'code128', value: unknown, alternative: unknown): Markup {
  const payload = escapeHtml(toText(value, 'a payload'));
  return new Markup(
    `<barcode type="${type}" value="${payload}" alt="${escapeHtml(toText(alternative, 'the words for it'))}">`,
  );
}

function toMoney(value: unknown): Money {
  if (
    isRecord(value) &&
    Number.isSafeInteger(value['minor']) &&
    Object.hasOwn(CURRENCY_DIGITS, String(value['currency']))
  ) {
    return value as unknown as Money;
  }
  return refuseValue(value, 'an amount');
}

function toDate(value: unknown): CalendarDate {
  const date = isRecord(value) && typeof value['date'] === 'string' ? parseCalendarDate(value['date']) : null;
  return date ?? refuseValue(value, 'a date');
}

function toBps(value: unknown): number {
  if (isRecord(value) && Number.isSafeInteger(value['bps'])) return Number(value['bps']);
  return refuseValue(value, 'a rate');
}

function toDecimal(value: unknown): Decimal {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { units: value, scale: 0 };
  if (isRecord(value) && Number.isSafeInteger(value['units']) && Number.isSafeInteger(value['scale'])) {
    return value as unknown as Decimal;
  }
  return refuseValue(value, 'a number');
}

function toReference(value: unknown): { readonly reference: string; readonly kind: ReferenceKind } {
  if (isRecord(value) && typeof value['reference'] === 'string' && typeof value['kind'] === 'string') {
    return value as unknown as { reference: string; kind: ReferenceKind };
  }
  return refuseValue(value, 'a payment reference');
}

function toOrganizationNumber(value: unknown): OrganizationNumberValue {
  if (isRecord(value) && typeof value['digits'] === 'string') return value as unknown as OrganizationNumberValue;
  return refuseValue(value, 'an organisation number');
}

function toText(value: unknown, expected: string): string {
  return typeof value === 'string' && value !== '' ? value : refuseValue(value, expected);
}

function toComparable(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  return refuseValue(value, 'a text, a number or true or false');
}

function toNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuseValue(value, 'a number');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
