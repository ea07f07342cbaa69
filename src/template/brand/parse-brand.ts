import { findNearestName } from '../../base/index.ts';
import { type BrandFacts, type CountryCode, parseOrganizationNumber, toNationalCurrency } from '../../invoice/index.ts';
import { templateFaults } from '../faults.ts';
import type { Locale } from '../format/conventions.ts';
import { isLabelKey, LABEL_KEYS } from '../labels.ts';
import { contrastOf, LEAST_CONTRAST } from './contrast.ts';
import type { BrandFaces } from './faces.ts';
import { toBrandFault } from './refuse.ts';
import { type BrandFile, brandFileSchema } from './schema.ts';

/** A text for every language, or one for each of some. */
export type LocalizedText = string | Readonly<Partial<Record<Locale, string>>>;

/** A value that a template's option may have. */
export type OptionValue = string | number | boolean;

/** A checked brand: what the model takes from it, and how its documents look and speak. */
export interface Brand extends BrandFacts {
  /** Further lines about the seller, printed as they stand. */
  readonly registrations: readonly string[];
  /** Path as the file gives it. */
  readonly logo: string | null;
  /** `#rrggbb`, at least 4.5:1 on white. */
  readonly accent: string | null;
  /** `#rrggbb`, so pale that quiet text reads on it. */
  readonly tint: string | null;
  readonly faces: BrandFaces;
  readonly locale: Locale | null;
  readonly texts: Readonly<Record<'intro' | 'terms' | 'latePayment' | 'footer', LocalizedText | null>>;
  readonly labels: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>>;
  /** Whether documents of a test account say that they are. */
  readonly testNotice: boolean;
  readonly template: { readonly name: string | null; readonly options: Readonly<Record<string, OptionValue>> };
}

const WHITE = '#ffffff';
/** The palest grey that the package's templates set text in, which has to be read on the tint too. */
const QUIET = '#6a5d6b';

/**
 * Checks a brand as read from JSON. `file` names it in messages.
 *
 * @throws BRAND_UNKNOWN_KEY, BRAND_MISSING_KEY, BRAND_INVALID_VALUE, BRAND_CONTRAST, each with the path of the key
 */
export function parseBrand(json: unknown, { file }: { readonly file: string } = { file: 'brand' }): Brand {
  const parsed = brandFileSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) throw toBrandFault(parsed.error, file);
  const accent = parsed.data.colors?.accent?.toLowerCase() ?? null;
  const tint = parsed.data.colors?.tint?.toLowerCase() ?? null;
  checkContrast({ path: 'colors.accent', color: accent, ground: WHITE, on: 'on white' }, file);
  if (tint !== null && accent === null) throw tintAlone(file);
  checkContrast({ path: 'colors.tint', color: tint, ground: QUIET, on: 'with quiet text on it' }, file);
  checkLabels(parsed.data.labels ?? {}, file);
  return { ...toBrandFacts(parsed.data, file), ...toLook(parsed.data), accent, tint };
}

function toBrandFacts(written: BrandFile, file: string): BrandFacts {
  const { address } = written;
  return {
    name: written.name,
    legalName: written.legalName,
    organizationNumber: toOrganizationDigits(written.organizationNumber, written.country, file),
    country: written.country,
    vatRegistered: written.vatRegistered,
    address: {
      lines: [address.co_address, address.address_line, address.address_line_2].filter((line) => line !== undefined),
      postalCode: address.postal_code,
      postalPlace: address.postal_place,
      country: address.country ?? written.country,
    },
    email: written.email ?? null,
    phone: written.phone ?? null,
    website: written.website ?? null,
    payee: written.payee ?? null,
    invoiceChannel: written.invoiceChannel ?? null,
    exemptions: written.exemptions ?? {},
    nationalCurrency: written.nationalCurrency ?? toNationalCurrency(written.country),
    statements: {
      foretaksregisteret: written.foretaksregisteret ?? null,
      fTax: written.fSkatt ?? null,
      registeredOffice: written.seat ?? null,
    },
    endpoint: written.endpoint ?? null,
  };
}

/** The text is never repeated in messages: a sole trader's number is personal in Sweden. */
function toOrganizationDigits(text: string, country: CountryCode, file: string): string {
  const path = 'organizationNumber';
  const number = parseOrganizationNumber(text, country, path);
  if (number.verdict === 'personal') {
    throw templateFaults.BRAND_INVALID_VALUE({
      message: `${file}: organizationNumber is a national identity number, which is never printed`,
      path,
    });
  }
  if (number.verdict === 'invalid') {
    throw templateFaults.BRAND_INVALID_VALUE({
      message: `${file}: organizationNumber is not an organisation number of ${country}; its length or check digit is wrong`,
      path,
    });
  }
  return number.value;
}

function toLook(written: BrandFile): Omit<Brand, keyof BrandFacts | 'accent' | 'tint'> {
  const { texts } = written;
  return {
    registrations: written.registrations ?? [],
    logo: written.logo ?? null,
    faces: { text: written.faces?.text ?? null, title: written.faces?.title ?? null },
    locale: written.locale ?? null,
    texts: {
      intro: texts?.intro ?? null,
      terms: texts?.terms ?? null,
      latePayment: texts?.latePayment ?? null,
      footer: texts?.footer ?? null,
    },
    labels: written.labels ?? {},
    testNotice: written.testNotice ?? true,
    template: { name: written.template?.name ?? null, options: written.template?.options ?? {} },
  };
}

function tintAlone(file: string): Error {
  return templateFaults.BRAND_MISSING_KEY({
    message: `${file}: colors.accent is missing; colors.tint is the ground that it is read on`,
    path: 'colors.accent',
  });
}

interface Wanted {
  readonly path: string;
  readonly color: string | null;
  readonly ground: string;
  /** `on white`, for the message. */
  readonly on: string;
}

function checkContrast({ path, color, ground, on }: Wanted, file: string): void {
  if (color === null) return;
  const contrast = contrastOf(color, ground);
  if (contrast >= LEAST_CONTRAST) return;
  throw templateFaults.BRAND_CONTRAST({
    message: `${file}: ${path} ${color} reaches ${contrast.toFixed(2)}:1 ${on}, expected at least ${LEAST_CONTRAST}:1`,
    path,
  });
}

function checkLabels(labels: NonNullable<BrandFile['labels']>, file: string): void {
  for (const [locale, words] of Object.entries(labels)) {
    const unknown = Object.keys(words ?? {}).find((key) => !isLabelKey(key));
    if (unknown === undefined) continue;
    const nearest = findNearestName(unknown, LABEL_KEYS);
    throw templateFaults.BRAND_UNKNOWN_KEY({
      message: `${file}: unknown label "${unknown}" in labels.${locale}`,
      path: `labels.${locale}.${unknown}`,
      hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
    });
  }
}
