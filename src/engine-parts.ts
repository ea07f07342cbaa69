import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defineFaults, Fault, POINTS_PER_CSS_PIXEL, type Size } from './base/index.ts';
import type { EditionOptions } from './dintero/index.ts';
import {
  type Cascade,
  createCascade,
  type FontFace,
  parseStyleSheet,
  parseSvgFile,
  type StyleSheet,
} from './document/index.ts';
import { type Drawing, toDrawing } from './drawing/index.ts';
import type { EInvoiceSyntax } from './einvoice/index.ts';
import type { DocumentKind } from './invoice/index.ts';
import type { LayoutContext } from './layout/index.ts';
import { isWholeFact } from './marked-facts.ts';
import { PACKAGE_ROOT } from './package-info.ts';
import { FontSubsets, type PreparedImage, prepareImage } from './paint/index.ts';
import {
  type Brand,
  isSvg,
  LOCALES,
  LOGO_RESOURCE,
  type LoadedBrand,
  type Locale,
  listTemplates,
  loadBrand,
  loadLogo,
  loadTemplate,
  type PreparedTemplate,
  parseBrand,
  parseLocale,
  prepareTemplate,
  type Template,
  templateFaults,
} from './template/index.ts';
import { type FontSource, loadBundledFonts, loadFontBook } from './text/index.ts';
import { createFaceFinder, type FindFace } from './trusted-faces.ts';

/** What an engine is made of. Everything is optional; the brand decides what is left out, `classic` and `nb` after it. */
export interface EngineOptions extends EditionOptions {
  /** Name of a template that comes with the package, or a folder. */
  readonly template?: string | undefined;
  /** Path of a brand file, or its content; without one the seller is the order's store. */
  readonly brand?: string | object | undefined;
  /** Language of the documents: nb, nn, sv, fi, da or en. */
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
}

/** Everything static, read and prepared once: nothing here is made again for a document. */
export interface EngineParts {
  readonly brand: Brand | null;
  readonly template: Template;
  readonly prepared: PreparedTemplate;
  readonly cascade: Cascade;
  readonly fonts: FontSubsets;
  readonly layout: LayoutContext;
  readonly images: ReadonlyMap<string, PreparedImage>;
  /** Fonts that documents are proven with. */
  readonly findFace: FindFace;
}

export const engineFaults = defineFaults({
  LOCALE_UNKNOWN: {
    kind: 'usage',
    summary: 'No such language.',
    remedy: `Choose one of ${LOCALES.join(', ')}.`,
  },
  BRAND_UNREADABLE: {
    kind: 'file',
    summary: 'The brand file cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
});

/** Reads brand, template, fonts and logo from disk and prepares them. Throws `Fault`. */
export async function loadEngineParts(options: EngineOptions): Promise<EngineParts> {
  const loaded = readBrand(options.brand);
  const brand = loaded?.brand ?? null;
  const own = toTemplatePath(loaded);
  const template = loadTemplate(options.template ?? own ?? 'classic');
  const logo =
    loaded === null || loaded.logo === null ? null : prepareLogo(loaded.logo, loaded.brand.logo ?? LOGO_RESOURCE);
  const images = new Map(logo?.kind === 'image' ? [[LOGO_RESOURCE, logo.image]] : []);
  const drawing = logo?.kind === 'drawing' ? logo.drawing : null;
  const locale = chooseLocale(options.locale ?? brand?.locale ?? 'nb');
  const isBrandsOwn = own === null || own === template.name || own === template.directory;
  const prepared = prepareTemplate(template, { brand, hasLogo: logo !== null, locale, isBrandsOwn });
  const sheets = prepared.styleSheets.map(({ name, source }) => parseStyleSheet(source, { file: name }));
  const sources = await readFonts(template, sheets);
  const fontBook = loadFontBook(sources);
  return {
    brand,
    template,
    prepared,
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

type Logo =
  | { readonly kind: 'image'; readonly image: PreparedImage }
  | { readonly kind: 'drawing'; readonly drawing: Drawing };

/** Decodes or reads the logo once for all documents; a drawing's faults name the brand's key beside their place. */
function prepareLogo(bytes: Uint8Array, name: string): Logo {
  if (!isSvg(bytes)) return { kind: 'image', image: prepareImage(bytes, name) };
  try {
    return { kind: 'drawing', drawing: toDrawing(parseSvgFile(Buffer.from(bytes).toString('utf8'), name)) };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { place, hint } = fault;
    throw templateFaults.BRAND_LOGO({
      message: `logo "${name}": ${fault.message}`,
      path: 'logo',
      place,
      hint,
      cause: fault,
    });
  }
}

function chooseLocale(tag: string): Locale {
  const locale = parseLocale(tag);
  if (locale !== null) return locale;
  throw engineFaults.LOCALE_UNKNOWN({ message: `Unexpected locale "${tag}", expected one of ${LOCALES.join(', ')}.` });
}

/** The families of the template's manifest from the package, and `@font-face` files from the template's own folder. */
async function readFonts(template: Template, sheets: readonly StyleSheet[]): Promise<readonly FontSource[]> {
  const own = sheets.flatMap((sheet) => sheet.fontFaces);
  const ownFamilies = new Set(own.map((face) => face.family));
  const bundled = template.manifest.fonts.filter((family) => !ownFamilies.has(family));
  const fonts = new URL('fonts/', PACKAGE_ROOT);
  return [
    ...(await loadBundledFonts((file) => readFile(new URL(file, fonts)), bundled)),
    ...(await Promise.all(own.map((face) => readFontFace(template.directory, face)))),
  ];
}

async function readFontFace(directory: string, face: FontFace): Promise<FontSource> {
  return { ...face, bytes: await readFile(join(directory, face.file)) };
}

/** A pixel of an image is a CSS pixel, as on the web. */
function toPoints(image: PreparedImage | undefined): Size | null {
  if (image === undefined) return null;
  return { width: image.width * POINTS_PER_CSS_PIXEL, height: image.height * POINTS_PER_CSS_PIXEL };
}
