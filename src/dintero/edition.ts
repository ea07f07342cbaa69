import { type Currency, type Decimal, type MinorUnits, parseDecimal, powerOfTen, scaleRounded } from '../base/index.ts';
import type { BrandFacts, Edition, NationalVat } from '../invoice/index.ts';
import { dinteroFaults } from './faults.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';
import { MAX_ATTACHMENT_PAGES } from './wire/document.ts';
import type { Source } from './wire/source.ts';

/** What a caller may say for all of its documents; a record's own `document` says it for one, and wins. */
export interface EditionOptions {
  /** Marks documents as copies. */
  readonly copy?: boolean | undefined;
  /** A word to the buyer, printed as it stands. */
  readonly note?: string | undefined;
  /** Pages that go along with the document. */
  readonly attachmentPages?: number | undefined;
  /** What one unit of the order's currency is in the seller's own, for VAT in the latter. */
  readonly vatRateNational?: number | undefined;
}

/** Longest rate's decimals; banks publish four to six. */
const MAX_RATE_DECIMALS = 8;

/** What the caller says of the document. */
export function readEdition({ document }: Source, options: EditionOptions, warn: Warn): Edition {
  const paragraphs = (document?.note ?? options.note ?? '').split(/\r?\n+/);
  const note = paragraphs.map((paragraph) => cleanText(paragraph, 'document.note', warn)).filter(Boolean);
  const pages = document?.attachment_pages ?? options.attachmentPages ?? 0;
  if (!Number.isSafeInteger(pages) || pages < 0 || pages > MAX_ATTACHMENT_PAGES) {
    throw dinteroFaults.SOURCE_INVALID({
      message: `Unexpected ${pages} pages of attachments, expected 0 to ${MAX_ATTACHMENT_PAGES}`,
      path: 'document.attachment_pages',
    });
  }
  return {
    copy: document?.copy ?? options.copy ?? false,
    note: note.length === 0 ? null : note.join('\n'),
    attachmentPages: pages === 0 ? null : pages,
  };
}

/**
 * VAT in the seller's own currency, where the order is in another and there is VAT: worked out from the rate that the
 * caller gives, rounded once. Without a rate there is none, and a warning says what the law asks for.
 *
 * @throws VAT_RATE_NATIONAL for a rate that is none
 */
export function readNationalVat(
  { document }: Source,
  brand: BrandFacts | null,
  { vatRateNational }: EditionOptions,
  { currency, vatMinor }: { readonly currency: Currency; readonly vatMinor: MinorUnits },
  warn: Warn,
): NationalVat | null {
  const national = brand?.nationalCurrency ?? null;
  const given = document?.vat_rate_national ?? vatRateNational ?? null;
  const rate = given === null ? null : toRate(given);
  if (national === null || national === currency || vatMinor === 0) return null;
  if (rate !== null) {
    return { minor: scaleRounded(vatMinor, rate.units, powerOfTen(rate.scale)), currency: national, rate };
  }
  const message = `Unexpected invoice in ${currency} without its VAT in ${national}, expected both where the seller's law asks for it`;
  warn({ ruleId: 'source-vat-national', field: 'vatTotalNational', expected: national, found: currency, message });
  return null;
}

function toRate(given: number): Decimal {
  const rate = parseDecimal(given);
  if (rate !== null && rate.units > 0 && rate.scale <= MAX_RATE_DECIMALS) return rate;
  throw dinteroFaults.VAT_RATE_NATIONAL({
    message: `Unexpected exchange rate ${given}, expected a positive number with at most ${MAX_RATE_DECIMALS} decimals`,
    path: 'document.vat_rate_national',
  });
}
