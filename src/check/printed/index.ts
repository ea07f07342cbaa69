/**
 * Printed strings read back into values, by rules of this folder's own. Comes in: text as it stands on a page, and the
 * language to read it in. Goes out: values, or null. Never here: anything that prints.
 */
export { linesMatchAddress } from './address.ts';
export { parseDate } from './date.ts';
export { parseKind } from './kind.ts';
export { LANGUAGES, type Language, toLanguage, WRITING } from './language.ts';
export { type PrintedMoney, parseMoney, parsePrice, toCurrencies } from './money.ts';
export { parseNumber, sameDecimal } from './number.ts';
export {
  compactOrganizationNumber,
  hasKnownNumbers,
  type PrintedOrganizationNumber,
  parseOrganizationNumber,
} from './organization-number.ts';
export { parseRate } from './rate.ts';
export { parseAccount, parseReference } from './reference.ts';
export { dropSpaces, dropWord, foldText, linesMatchText } from './text.ts';
