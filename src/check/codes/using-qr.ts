import type { Invoice } from '../../invoice/index.ts';
import { type CodeField, compareAmount, compareBic, compareName, compareText, type ParseCode } from './payment-code.ts';

/** UsingQR revision 2 (qrkod.info): one JSON object. */
export const parseUsingQr: ParseCode = (payload, invoice) => {
  if (!/^\{\s*"uqr"/.test(payload)) return null;
  const values = parseFlat(payload);
  if (values === null) return [compareText('code', payload, 'a flat JSON object, each key once')];
  const fields = [...values].flatMap(([key, value]) => compareKey(key, value, invoice) ?? []);
  const missing = REQUIRED.filter((key) => !values.has(key)).map((key) => compareText('code', '', `"${key}"`));
  // Left out, the currency is that of the country whose giro it is.
  const currency =
    values.has('cur') || invoice.currency === 'SEK' ? [] : [compareText('currency', 'SEK', invoice.currency)];
  return [...fields, ...compareAccount(values, invoice), ...currency, ...missing];
};

const REQUIRED = ['uqr', 'tp', 'nme', 'cid', 'iref', 'ddt', 'due', 'pt', 'acc'];

function compareKey(key: string, value: string, invoice: Invoice): CodeField | null {
  const { payment, seller } = invoice;
  switch (key) {
    case 'uqr':
    case 'tp':
      return compareText('code', value, invoice.kind === 'invoice' ? '1' : '');
    case 'nme':
      return seller === null ? null : compareName('seller.name', value, seller.name);
    case 'cid':
      return seller === null
        ? null
        : compareText('seller.organizationNumber', value.replace(/ MVA$|\D/g, ''), seller.organizationNumber ?? '');
    case 'cc':
      return seller === null ? null : compareText('seller.address', value, seller.country);
    case 'iref':
      return compareText('kid', value, payment?.kid ?? '');
    case 'idt':
      return compareText('invoiceDate', value, toDay(invoice.issueDate.date));
    case 'ddt':
      return compareText('dueDate', value, toDay(invoice.dueDate?.date ?? ''));
    case 'due':
      return compareAmount(value, invoice);
    case 'cur':
      return compareText('currency', value, invoice.currency);
    case 'bc':
      return compareBic(value, payment?.bic ?? '');
    case 'pt':
    case 'acc':
      return null;
    default:
      return { field: 'code', found: `${key} ${value}`, expected: '', right: false };
  }
}

function compareAccount(values: ReadonlyMap<string, string>, { payment }: Invoice): CodeField[] {
  const [type = '', account = ''] = [values.get('pt'), values.get('acc')];
  if (type === 'IBAN') return [compareText('iban', account, payment?.iban ?? '')];
  if (!['BG', 'PG', 'BBAN'].includes(type)) return [compareText('code', type, 'BG, PG, IBAN or BBAN')];
  return [compareText('bban', account.replaceAll('-', ''), payment?.bban ?? '')];
}

function toDay(date: string): string {
  return date.replaceAll('-', '');
}

/** Keys with their values as text; null for what is no flat object, or has a key twice, which readers take differently. */
function parseFlat(payload: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  const pair = /\s*("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)\s*([,}])/y;
  pair.lastIndex = payload.indexOf('{') + 1;
  for (;;) {
    const [, key, value, end] = pair.exec(payload) ?? [];
    if (key === undefined || value === undefined) return null;
    const name = toText(key);
    const text = value.startsWith('"') ? toText(value) : value;
    if (name === null || text === null || values.has(name)) return null;
    values.set(name, text);
    if (end === '}') return payload.slice(pair.lastIndex).trim() === '' ? values : null;
  }
}

function toText(literal: string): string | null {
  try {
    const text: unknown = JSON.parse(literal);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
