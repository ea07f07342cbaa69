import { readFileSync } from 'node:fs';
import { type CheckContext, checkDocument } from '#dist/check/index.js';
import { createEngine, type Engine, type Report } from '#dist/index.js';
import type { Invoice } from '#dist/invoice/index.js';
import { createDirectReader, type ReadDocument } from '#dist/readback/index.js';
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

/** Makes subjects; engines are made once for each brand and language. */
export interface Studio {
  engineOf(source: Pick<RandomSource, 'brand' | 'locale' | 'template'>): Promise<Engine>;
  toSubject(name: string, source: RandomSource): Promise<Subject>;
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
  const reader = createDirectReader();
  const engines = new Map<string, Promise<Engine>>();
  const engineOf = ({ brand, locale, template }: Pick<RandomSource, 'brand' | 'locale' | 'template'>) => {
    const key = `${brand} ${locale} ${template}`;
    const known = engines.get(key) ?? createEngine({ brand: BRANDS[brand], locale, template }, reader);
    engines.set(key, known);
    return known;
  };
  async function make(name: string, engine: Engine, json: object, context: CheckContext): Promise<Subject> {
    const { pdf, invoice } = engine.render(json);
    const reading = await reader.read(pdf, { sights: true });
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
        const other = await reader.read(bytes, { sights: true });
        return other.kind === 'read' && toSubstance(other.document) === toSubstance(reading.document);
      },
    };
  }
  return {
    engineOf,
    async toSubject(name, source) {
      const { texts = {} } = BRANDS[source.brand] as { readonly texts?: Readonly<Record<string, string>> };
      const context = { texts: Object.values(texts), language: source.locale, strict: true };
      return make(name, await engineOf(source), source.json, context);
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
