import { readFileSync } from 'node:fs';
import { type CheckContext, checkDocument } from '#dist/check/index.js';
import { createEngine, type Engine, type EngineOptions, type Report } from '#dist/index.js';
import type { Invoice } from '#dist/invoice/index.js';
import type { ReadDocument, Reader } from '#dist/readback/index.js';
import { createOwnThreadReader } from './own-thread-reader.ts';
import { openPdf, type PdfFile } from './pdf-file.ts';
import { BRANDS, type RandomSource } from './random-source.ts';

/** A right document of ours in every form that can be forged. */
export interface Subject {
  readonly name: string;
  readonly invoice: Invoice;
  readonly pdf: Uint8Array;
  readonly read: ReadDocument;
  readonly file: PdfFile;
  /** Holds what was read against the session, as the engine would. */
  check(read: ReadDocument): Report;
  /** Reads a file back and holds it against the session, strictly. */
  validate(pdf: Uint8Array): Promise<Report>;
  /** Whether a file shows, holds and tells exactly what the right one does, whatever its bytes and its packet of XMP. */
  isTheSame(pdf: Uint8Array): Promise<boolean>;
}

type EngineChoice = Pick<RandomSource, 'brand' | 'locale' | 'template'> & { readonly eInvoice?: 'ubl' | 'cii' };

const ENDPOINTS = {
  NO: { scheme: '0192', id: BRANDS.NO.organizationNumber },
  SE: { scheme: '0007', id: BRANDS.SE.organizationNumber },
  FI: { scheme: '0216', id: `0037${BRANDS.FI.organizationNumber}` },
} as const;

/** A seller as engines take it. */
export function toBrand(brand: keyof typeof BRANDS): EngineOptions['brand'] {
  return { ...BRANDS[brand], endpoint: ENDPOINTS[brand] };
}

function isBusiness({ json }: RandomSource): boolean {
  return JSON.stringify(json.session).includes('"organization_number"');
}

/** Makes subjects; engines are made once for each brand and language. */
export interface Studio {
  /** Reads for all of its engines. */
  readonly reader: Reader;
  engineOf(source: EngineChoice): Promise<Engine>;
  /** Carries an e-invoice where that is wanted; a consumer's is never UBL, which could not be addressed. */
  toSubject(name: string, source: RandomSource, eInvoice?: 'ubl' | 'cii'): Promise<Subject>;
  /** A fixture of the repository, by its folder. */
  toFixtureSubject(name: string): Promise<Subject>;
  close(): Promise<void>;
}

/** All but the words that only describe the file, which no one acts on: what Info and XMP hold beyond what rules look at. */
function toSubstance({ metadata, file, ...rest }: ReadDocument): string {
  const { info, xmp, xmpPacket, ...facts } = metadata;
  // pdf.js counts the documents that it has opened in the names of fonts.
  return JSON.stringify({ ...rest, facts, damaged: file.damagedStreams }).replaceAll(/g_d\d+_/g, '');
}

const FIXTURES = new URL('../../fixtures/', import.meta.url);

export function createStudio(): Studio {
  const reader = createOwnThreadReader();
  const engines = new Map<string, Promise<Engine>>();
  const engineOf = ({ brand, locale, template, eInvoice }: EngineChoice) => {
    const key = `${brand} ${locale} ${template} ${eInvoice}`;
    const options = { brand: toBrand(brand), locale, template };
    const known = engines.get(key) ?? createEngine(eInvoice === undefined ? options : { ...options, eInvoice }, reader);
    engines.set(key, known);
    return known;
  };
  async function make(name: string, engine: Engine, json: object, context: CheckContext): Promise<Subject> {
    const { pdf, invoice } = engine.render(json);
    const reading = await reader.read(pdf, { sights: true, by: 'pdf.js' });
    if (reading.kind !== 'read') throw new Error(`${name} cannot be read: ${reading.detail}`);
    return {
      name,
      invoice,
      pdf,
      read: reading.document,
      file: openPdf(pdf),
      check: (read) => checkDocument(read, invoice, context),
      validate: (bytes) => engine.validate(bytes, json, { strict: true }),
      async isTheSame(bytes) {
        const other = await reader.read(bytes, { sights: true, by: 'pdf.js' });
        return other.kind === 'read' && toSubstance(other.document) === toSubstance(reading.document);
      },
    };
  }
  return {
    reader,
    engineOf,
    async toSubject(name, source, wanted) {
      const { texts = {} } = BRANDS[source.brand] as { readonly texts?: Readonly<Record<string, string>> };
      const context = { texts: Object.values(texts), language: source.locale, strict: true };
      const eInvoice = wanted === 'ubl' && !isBusiness(source) ? 'cii' : wanted;
      const { brand, locale, template } = source;
      const engine = await engineOf({ brand, locale, template, ...(eInvoice === undefined ? {} : { eInvoice }) });
      return make(name, engine, source.json, context);
    },
    async toFixtureSubject(name) {
      const engine = await createEngine(
        { brand: new URL(`${name}/brand.json`, FIXTURES).pathname, locale: 'nb' },
        reader,
      );
      const json = JSON.parse(readFileSync(new URL(`${name}/source.json`, FIXTURES), 'utf8')) as object;
      const brand = JSON.parse(readFileSync(new URL(`${name}/brand.json`, FIXTURES), 'utf8')) as {
        readonly texts?: Readonly<Record<string, string>>;
      };
      return make(name, engine, json, { texts: Object.values(brand.texts ?? {}), language: 'nb', strict: true });
    },
    async close() {
      for (const engine of engines.values()) await (await engine).close();
      await reader.close();
    },
  };
}
