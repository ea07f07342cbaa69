import { formatDate } from '../format/date.ts';
import { groupAccount, groupIban, groupOrganizationNumber, groupReference } from '../format/identifiers.ts';
import { formatDecimal, formatMoney, formatRate } from '../format/number.ts';
import { type Helper, MARKUP, TEXT } from './helper.ts';
import { escapeHtml, Markup } from './markup.ts';
import { toBps, toDate, toDecimal, toMoney, toOrganizationNumber, toReference, toText } from './typed-values.ts';

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isDecimals = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 6;
const isDateStyle = (value: unknown): boolean => value === 'short' || value === 'long';

/** Helpers that print values of one type each. */
export const PRINT_HELPERS: Readonly<Record<string, Helper>> = {
  money: {
    ...TEXT,
    doc: 'An amount with all its decimals; with `code=true` its currency stands where the language puts it.',
    example: '{{money invoice.payable code=true}}',
    named: { code: isBoolean },
    call: ([value], { code }, { locale }) => formatMoney(toMoney(value), locale, code === true ? 'code' : 'none'),
  },
  date: {
    ...TEXT,
    doc: 'A day in the language’s order; `style="long"` writes the month out.',
    example: '{{date invoice.dueDate style="long"}}',
    named: { style: isDateStyle },
    call: ([value], { style }, { locale }) => formatDate(toDate(value), locale, style === 'long' ? 'long' : 'short'),
  },
  percent: {
    ...TEXT,
    doc: 'A rate with as many decimals as it has.',
    example: '{{#each invoice.vat}}{{percent rate}}{{/each}}',
    call: ([value], _named, { locale }) => formatRate(toBps(value), locale),
  },
  number: {
    ...TEXT,
    doc: 'A quantity or unit price, exact; `decimals=2` prints at least two.',
    example: '{{#each invoice.lines}}{{number unitPrice.net decimals=2}}{{/each}}',
    named: { decimals: isDecimals },
    call: ([value], { decimals }, { locale }) => formatDecimal(toDecimal(value), locale, Number(decimals ?? 0)),
  },
  label: {
    ...TEXT,
    doc: 'A word in the document’s language, by its key in quotes.',
    example: '{{label "dueDate"}}',
    call: ([key], _named, { labels }) => labels.get(String(key)),
  },
  iban: {
    ...MARKUP,
    doc: 'An IBAN in fours.',
    example: '{{iban payment.iban}}',
    call: ([value]) => toGroups(groupIban(toText(value, 'an IBAN'))),
  },
  account: {
    ...MARKUP,
    doc: 'A national account number in its country’s groups.',
    example: '{{account payment.bban}}',
    call: ([value]) => toGroups(groupAccount(toText(value, 'an account number'))),
  },
  kid: {
    ...MARKUP,
    doc: 'A payment reference: KID and OCR in one run, viitenumero in fives, RF in fours.',
    example: '{{kid payment.kid}}',
    call: ([value]) => {
      const { reference, kind } = toReference(value);
      return toGroups(groupReference(reference, kind), 'reference');
    },
  },
  organizationNumber: {
    ...MARKUP,
    doc: 'An organisation number as its country writes it.',
    example: '{{organizationNumber seller.organizationNumber}}',
    call: ([value]) => {
      const { groups, suffix } = groupOrganizationNumber(toOrganizationNumber(value));
      return toGroups(groups, 'groups', suffix);
    },
  },
  qr: {
    ...MARKUP,
    doc: 'A QR code of a text, and the words that stand for it.',
    example: '{{#if payment.qr}}{{qr payment.qr.payload payment.qr.alternative}}{{/if}}',
    least: 2,
    most: 2,
    call: ([value, alternative]) => toBarcode('qrcode', value, alternative),
  },
  barcode: {
    ...MARKUP,
    doc: 'A Code 128 barcode of digits, and the words that stand for it.',
    example: '{{#if payment.barcode}}{{barcode payment.barcode.payload payment.barcode.alternative}}{{/if}}',
    least: 2,
    most: 2,
    call: ([value, alternative]) => toBarcode('code128', value, alternative),
  },
};

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
