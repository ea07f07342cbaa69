import type { Decimal } from '../../base/index.ts';
import { type Language, WRITING } from './language.ts';
import { foldText } from './text.ts';

/** Minus as people type and set it: hyphen-minus, hyphen, no-break hyphen, en dash, minus. */
const MINUS = '[-\\u2010\\u2011\\u2013\\u2212]';

/**
 * Reads a printed number by the rules of one language and no other: `1 234,5` in Norwegian, `1,234.5` in English. Null
 * where it is no number there, where its groups are uneven, and where it reads two ways: `1.234` is no number in
 * Norwegian, where some mean a thousand by it and some a decimal.
 */
export function parseNumber(text: string, language: Language): Decimal | null {
  const { minus, whole = '', sure, fraction = '' } = NUMBER[language].exec(foldText(text))?.groups ?? {};
  if (whole === '' || (sure === undefined && fraction === '')) return null;
  const magnitude = Number(whole.replace(/[ .,]/g, '') + fraction);
  if (!Number.isSafeInteger(magnitude)) return null;
  // A negative nothing is a slip of whoever printed it.
  if (minus !== undefined && magnitude === 0) return null;
  return { units: minus === undefined ? magnitude : -magnitude, scale: fraction.length };
}

/** Whether two decimals are the same number, however many zeros they end in. */
export function sameDecimal(a: Decimal, b: Decimal): boolean {
  return BigInt(a.units) * 10n ** BigInt(b.scale) === BigInt(b.units) * 10n ** BigInt(a.scale);
}

const NUMBER = Object.fromEntries(
  Object.entries(WRITING).map(([language, { decimalMark, groupMarks, doubtfulGroupMarks }]) => {
    const sure = `(?<sure>${[...groupMarks].map(groupedBy).join('|')}|0|[1-9]\\d*)`;
    const whole = ['', ...doubtfulGroupMarks].map((mark) => (mark === '' ? sure : groupedBy(mark))).join('|');
    return [
      language,
      new RegExp(`^(?<minus>${MINUS})? ?(?<whole>${whole})(?:[${decimalMark}](?<fraction>\\d+))?$`, 'u'),
    ];
  }),
) as Readonly<Record<Language, RegExp>>;

function groupedBy(mark: string): string {
  return `[1-9]\\d{0,2}(?:[${mark}]\\d{3})+`;
}
