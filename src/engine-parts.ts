import { resolve } from 'node:path';
import { POINTS_PER_CSS_PIXEL, type Size } from './base/index.ts';
import type { EditionOptions } from './dintero/index.ts';
import { type Cascade, createCascade, parseStyleSheet } from './document/index.ts';
import type { EInvoiceSyntax } from './einvoice/index.ts';
import { engineFaults } from './engine-faults.ts';
import type { DocumentKind } from './invoice/index.ts';
import type { LayoutContext } from './layout/index.ts';
import { loadFonts } from './load-fonts.ts';
import { prepareLogo } from './load-logo.ts';
import { isWholeFact } from './marked-facts.ts';
import { FontSubsets, type PreparedImage } from './paint/index.ts';
import { type PreparedFor, prepareLanguages } from './prepare-languages.ts';
import {
  type Brand,
  LOCALES,
  LOGO_RESOURCE,
  type LoadedBrand,
  type Locale,
  listStyleSheets,
  listTemplates,
  loadBrand,
  loadLogo,
  loadTemplate,
  parseBrand,
  parseLocale,
  type Template,
} from './template/index.ts';
import { loadFontBook } from './text/index.ts';
import { createFaceFinder, type FindFace } from './trusted-faces.ts';

/**
 * What an engine is made of. Everything is optional; the brand decides what is left out, and after it stand `classic` and
 * the language of each buyer's country.
 */
export interface EngineOptions extends EditionOptions {
  /** Name of a template that comes with the package, or a folder. */
  readonly template?: string | undefined;
  /** Path of a brand file, or its content; without one the seller is the order's store. */
  readonly brand?: string | object | undefined;
  /** Language of the documents: nb, nn, sv, fi, da or en. Without one the brand's, else that of the buyer's country. */
  readonly locale?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  /** The credit note's own number; needed for `kind: 'credit-note'`, here or in the record's `document`. */
  readonly creditNoteNumber?: string | undefined;
  /** Vouches for the invoice channel where neither session nor transaction shows it. */
  readonly channel?: 'merchant' | undefined;
  /** Accepts sources that show the channel as `kravia`. */
  readonly forceChannel?: boolean | undefined;
  /** Attaches the invoice as XML: `ubl` is Peppol BIS Billing 3.0 (EHF), `cii` makes the PDF a Factur-X. */
  readonly eInvoice?: EInvoiceSyntax | undefined;
  /**
   * Who reads back what was just rendered: `own`, the small reader of our own, or `both`, pdf.js beside it, which must
   * agree. Default `own`. Decides no byte of a document.
   */
  readonly readers?: 'own' | 'both' | undefined;
}

/** Everything static, read and prepared once: nothing here is made again for a document. */
export interface EngineParts {
  readonly brand: Brand | null;
  readonly template: Template;
  /** The template in an invoice's language. */
  readonly preparedFor: PreparedFor;
  readonly cascade: Cascade;
  readonly fonts: FontSubsets;
  readonly layout: LayoutContext;
  readonly images: ReadonlyMap<string, PreparedImage>;
  /** Fonts that documents are proven with. */
  readonly findFace: FindFace;
}

/** Reads brand, template, fonts and logo from disk and prepares them. Throws `Fault`. */
export async function loadEngineParts(options: EngineOptions): Promise<EngineParts> {
  const loaded = readBrand(options.brand);
  const brand = loaded?.brand ?? null;
  const own = toTemplatePath(loaded);
  const template = loadTemplate(options.template ?? own ?? 'classic');
  const logo = loaded === null ? null : prepareLogo(loaded);
  const images = new Map(logo?.kind === 'image' ? [[LOGO_RESOURCE, logo.image]] : []);
  const drawing = logo?.kind === 'drawing' ? logo.drawing : null;
  const isBrandsOwn = own === null || own === template.name || own === template.directory;
  const locale = options.locale === undefined ? (brand?.locale ?? null) : parseLocaleOption(options.locale);
  const preparedFor = prepareLanguages(template, { brand, hasLogo: logo !== null, locale, isBrandsOwn });
  const sheets = listStyleSheets(template, brand).map(({ name, source }) => parseStyleSheet(source, { file: name }));
  const sources = await loadFonts(template, brand, sheets);
  const fontBook = loadFontBook(sources);
  return {
    brand,
    template,
    preparedFor,
    cascade: createCascade(sheets),
    fonts: new FontSubsets(fontBook.fontOf),
    layout: {
      fontBook,
      imageSize: (name) => toPoints(images.get(name)),
      drawing: (name) => (name === LOGO_RESOURCE ? drawing : null),
      isWhole: isWholeFact,
    },
    images,
    findFace: createFaceFinder(sources.map((source) => source.bytes)),
  };
}

/** The brand that options name or hold; null for none. Throws `Fault`. */
export function readBrand(brand: EngineOptions['brand']): LoadedBrand | null {
  if (brand === undefined) return null;
  if (typeof brand !== 'string') return readBrandContent(brand);
  try {
    return loadBrand(brand);
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) throw cause;
    throw engineFaults.BRAND_UNREADABLE({ message: `${brand} cannot be read (${cause.code}).`, cause });
  }
}

/** A brand that is handed over as content; its paths are relative to the current folder. */
function readBrandContent(content: object): LoadedBrand {
  const brand = parseBrand(content, { file: 'brand' });
  const directory = resolve('.');
  return { brand, logo: brand.logo === null ? null : loadLogo(brand.logo, directory, 'brand'), directory };
}

/** The brand's own template: one of the package's by name, else a folder relative to the brand file. */
export function toTemplatePath(loaded: LoadedBrand | null): string | null {
  const name = loaded?.brand.template.name ?? null;
  if (loaded === null || name === null) return null;
  return listTemplates().includes(name) ? name : resolve(loaded.directory, name);
}

function parseLocaleOption(tag: string): Locale {
  const locale = parseLocale(tag);
  if (locale !== null) return locale;
  throw engineFaults.LOCALE_UNKNOWN({ message: `Unexpected locale "${tag}", expected one of ${LOCALES.join(', ')}.` });
}

/** A pixel of an image is a CSS pixel, as on the web. */
function toPoints(image: PreparedImage | undefined): Size | null {
  if (image === undefined) return null;
  return { width: image.width * POINTS_PER_CSS_PIXEL, height: image.height * POINTS_PER_CSS_PIXEL };
}
