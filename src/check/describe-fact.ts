import type { CalendarDate, Decimal } from '../base/index.ts';
import type { FactValue } from '../invoice/index.ts';
import { type Language, WRITING } from './printed/index.ts';
import type { Bases } from './vat-basis.ts';

/** A fact's value as a person of this language would read it. For findings only; nothing is ever compared with it. */
export function describeFact(value: FactValue, language: Language, bases: Bases | null = null): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'reference':
      return value.reference;
    case 'currency':
      return value.currency;
    case 'organization-number':
      return value.country === 'NO' && value.vatRegistered ? `${value.value} MVA` : value.value;
    case 'document-kind':
      return capitalize(WRITING[language][value.documentKind === 'invoice' ? 'invoice' : 'creditNote'][0] ?? '');
    case 'date':
      return describeDate(value.date, language);
    case 'money':
      return `${describeDecimal({ units: value.minor, scale: 2 }, language)} ${value.currency}`;
    case 'rate':
      return describeRate(value.rateBps, language);
    case 'quantity':
      return `${describeDecimal(value.quantity, language)}${value.unit === null ? '' : ` ${value.unit}`}`;
    case 'unit-price': {
      const net = describePrice(value.net, language);
      const gross = describePrice(value.gross, language);
      const basis = bases?.unitPrice ?? null;
      if (basis === null) return net === gross ? net : `${net} or, with VAT, ${gross}`;
      return basis === 'net' ? net : gross;
    }
    case 'discount': {
      const gross = describeDecimal({ units: value.grossMinor, scale: 2 }, language);
      return value.percentBps === null ? gross : `${describeRate(value.percentBps, language)} or ${gross}`;
    }
    case 'address': {
      const { lines, postalCode, postalPlace } = value.address;
      const locality = [postalCode, postalPlace].filter((part) => part !== null).join(' ');
      return [...lines, locality].filter((line) => line !== '').join(', ');
    }
  }
}

function describeDate(date: CalendarDate, language: Language): string {
  if (language === 'sv') return date;
  const [year, month, day] = date.split('-').map(Number);
  if (language === 'en') return `${day} ${capitalize(WRITING.en.months[(month ?? 1) - 1] ?? '')} ${year}`;
  return `${day}.${month}.${year}`;
}

function describeRate(bps: number, language: Language): string {
  const exact = [0, 1, 2].map((scale) => ({ units: bps / 10 ** (2 - scale), scale }));
  return `${describeDecimal(exact.find(({ units }) => Number.isInteger(units)) ?? { units: bps, scale: 2 }, language)} %`;
}

/** A price has two decimals, or the more that it needs. */
function describePrice({ units, scale }: Decimal, language: Language): string {
  const price = scale < 2 ? { units: units * 10 ** (2 - scale), scale: 2 } : { units, scale };
  return describeDecimal(price, language);
}

function describeDecimal({ units, scale }: Decimal, language: Language): string {
  const { decimalMark, groupMarks } = WRITING[language];
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(?:\d{3})+$)/g, groupMarks[0] ?? '');
  const fraction = scale === 0 ? '' : decimalMark + digits.slice(-scale);
  return `${units < 0 ? '\u2212' : ''}${whole}${fraction}`;
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
