import { createHash } from 'node:crypto';
import { Fault, type Finding, type Report, toReport } from './base/index.ts';
import { type CheckContext, judgeReading } from './check/index.ts';
import { type Source, toInvoice } from './dintero/index.ts';
import { parseHtml } from './document/index.ts';
import { type EInvoiceFile, toEInvoiceFile } from './einvoice/index.ts';
import { type EngineOptions, type EngineParts, loadEngineParts } from './engine-parts.ts';
import { findForeignLanguage, findMissingStatements, type Invoice } from './invoice/index.ts';
import { layOutDocument, type PagedDocument } from './layout/index.ts';
import { requireFacts } from './marked-facts.ts';
import { listOwnLabels } from './own-labels.ts';
import { readPackageInfo } from './package-info.ts';
import { type Attachment, type PaintMetadata, paintDocument } from './paint/index.ts';
import { proveByRendering, type RenderedAgain } from './prove-by-rendering.ts';
import { readSource, type SourceInput } from './read-source.ts';
import { createReader, type Reader } from './readback/index.ts';
import { type Brand, type PreparedTemplate, SMALL_SELLER_LAW } from './template/index.ts';
import { type StageTimings, untimed } from './timings.ts';

export type { EngineOptions } from './engine-parts.ts';

/** A finished document, not yet proven. */
export interface Rendered {
  readonly pdf: Uint8Array;
  readonly invoice: Invoice;
  /** Of `pdf`, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly pageCount: number;
  /** The XML that the PDF carries; null without `eInvoice`. */
  readonly eInvoice: EInvoiceFile | null;
}

export interface RenderOptions {
  readonly timings?: StageTimings | undefined;
}

export interface ValidateOptions extends RenderOptions {
  /** Also demands what only our own output promises; doubts become errors. */
  readonly strict?: boolean | undefined;
  /**
   * Also renders the source again and compares. Default: where `strict` is set and the engine was made with a template or
   * a brand; whoever has just rendered the document need not do it twice.
   */
  readonly rerender?: boolean | undefined;
  /**
   * Who reads the file: `own`, the small reader where it can and pdf.js all others, or `both`, which must agree. Default:
   * `both` where `strict` is set and the file may be anybody's, else what the engine was made with.
   */
  readonly readers?: 'own' | 'both' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Longest time that reading may take. Default 4 s, ample for a stranger's file; our own long documents may need more. */
  readonly deadlineMs?: number | undefined;
}

/** A document as layout leaves it: final pages, not yet bytes. */
export interface LaidOut {
  readonly invoice: Invoice;
  readonly paged: PagedDocument;
}

/** Renders and proves documents of one template, brand and language. */
export interface Engine {
  /** What it was made of, so that a worker can make another like it. */
  readonly options: EngineOptions;
  /** Pure: the same source gives the same bytes; no clock, network or disk. Throws `Fault`. */
  render(source: SourceInput, options?: RenderOptions): Rendered;
  /** The pages as layout made them, for previews and snapshots. Throws `Fault`. */
  layOut(source: SourceInput, options?: RenderOptions): LaidOut;
  /** The document of pages that `layOut` made: `render` is the two, one after the other. */
  paint(laidOut: LaidOut, options?: RenderOptions): Rendered;
  /**
   * Reads any PDF's bytes back and holds them against the source. Reports, and never throws for a mismatch; a source
   * that cannot be parsed is a `Fault`. The bytes are neither changed nor taken away.
   */
  validate(pdf: Uint8Array, source: SourceInput, options?: ValidateOptions): Promise<Report>;
  /** Ends the reading thread; an idle engine does not keep a process alive. */
  close(): Promise<void>;
}

/**
 * Loads template, brand, fonts and logo once; everything after is the way through, one call a hop. Documents are read
 * back by a thread of the engine's own, or by a reader that is handed in and stays the caller's.
 */
export async function createEngine(options: EngineOptions = {}, sharedReader?: Reader): Promise<Engine> {
  const parts = await loadEngineParts(options);
  const { brand, preparedFor, cascade, fonts } = parts;
  const reader = sharedReader ?? createReader();

  function layOut(input: SourceInput, { timings = untimed }: RenderOptions = {}, outlines = true): LaidOut {
    const source = timings.time('source', () => readSource(input));
    const invoice = timings.time('model', () => toInvoice(source, brand, options));
    const prepared = preparedFor(invoice);
    const html = timings.time('template', () => prepared.toHtml(prepared.toView(invoice)));
    const document = timings.time('parse', () => parseHtml(html, { file: 'invoice.html', files: prepared.files }));
    const styled = timings.time('style', () => cascade.style(document));
    const paged = timings.time('layout', () => layOutDocument(styled, parts.layout, { outlines }));
    requireFacts(paged, invoice, parts.template.name);
    return { invoice, paged };
  }

  function paint({ invoice, paged }: LaidOut, { timings = untimed }: RenderOptions = {}): Rendered {
    const eInvoice = options.eInvoice === undefined ? null : toEInvoiceFile(invoice, options.eInvoice);
    const metadata = toMetadata(invoice, parts, eInvoice);
    const attachments = eInvoice === null ? [] : [toAttachment(eInvoice, invoice)];
    const resources = { fonts, images: parts.images, metadata, attachments };
    const pdf = timings.time('paint', () => paintDocument(paged, resources));
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return { pdf, invoice, sha256, pageCount: paged.pages.length, eInvoice };
  }

  /** Null where the source lacks what a document of ours needs, which a document of others may do without. */
  function renderAgain(source: Source): RenderedAgain | null {
    const { template } = parts;
    try {
      const laidOut = layOut(source, {}, false);
      const { pdf } = paint(laidOut);
      const isTemplateNamed = options.template !== undefined;
      const language = preparedFor(laidOut.invoice).locale;
      return { pdf, template: `${template.name} ${template.version}`, language, isTemplateNamed };
    } catch (fault) {
      if (fault instanceof Fault && fault.kind === 'input') return null;
      throw fault;
    }
  }

  return {
    options,
    layOut: (input, options) => layOut(input, options),
    paint,
    render: (input, options) => paint(layOut(input, options, false), options),
    async validate(pdf, input, { strict = false, rerender, readers, signal, deadlineMs, timings = untimed } = {}) {
      const source = readSource(input);
      const expected = expectInvoice(source, parts, options);
      if ('ruleId' in expected) return toReport([expected], {});
      const prepared = preparedFor(expected);
      // What was rendered a moment ago is no stranger's.
      const isOwn = rerender === false || !strict;
      const asked = readers ?? (isOwn ? (options.readers ?? 'own') : 'both');
      const reading = {
        ...(signal === undefined ? {} : { signal }),
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
      };
      const context: CheckContext = {
        strict,
        ...(strict ? { faces: parts.findFace } : {}),
        texts: [
          ...(brand === null ? [] : [...listTexts(brand.texts), ...brand.registrations]),
          ...prepared.labels.values(),
          ...Object.values(SMALL_SELLER_LAW),
          ...listTexts({ note: expected.edition.note }),
        ],
        labels: listOwnLabels(prepared.labels),
        ...(options.locale === undefined ? {} : { language: prepared.locale }),
      };
      const isAtHand = strict && (options.template !== undefined || options.brand !== undefined);
      const again = (rerender ?? isAtHand) ? renderAgain(source) : null;
      // Equal bytes are all that can be asked of a document that is rendered again, but for the facts.
      const other = again === null || Buffer.compare(pdf, again.pdf) === 0 ? null : again;
      const { report, differences } = await timings.timeAsync('check', async () => {
        // Read once, for the facts and for the pictures.
        const read = await reader.read(pdf, {
          ...reading,
          by: asked === 'both' ? 'both' : 'either',
          sights: strict,
          against: other?.pdf ?? null,
        });
        return {
          report: judgeReading(read, expected, context),
          differences: other === null ? [] : await proveByRendering(read, other, reader, reading),
        };
      });
      return toReport(
        [...report.findings, ...differences, ...listDoubts(expected, brand, prepared)],
        report.facts,
        report.channels,
      );
    },
    close: () => (sharedReader === undefined ? reader.close() : Promise.resolve()),
  };
}

/**
 * What a document of this source must say. A source that is inconsistent, or was voided since, is itself a finding about
 * the document: it must not be sent.
 */
function expectInvoice(source: Source, { brand }: EngineParts, options: EngineOptions): Invoice | Finding {
  try {
    return toInvoice(source, brand, { ...options, seller: 'optional' });
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.kind !== 'input') throw fault;
    return {
      ruleId: 'source-refused',
      severity: 'error',
      channel: 'source',
      field: fault.path ?? null,
      expected: 'a source that an invoice may be made of',
      found: fault.code,
      page: null,
      box: null,
      message: fault.message,
    };
  }
}

function toMetadata(invoice: Invoice, { template }: EngineParts, eInvoice: EInvoiceFile | null): PaintMetadata {
  const { name, version } = ENGINE;
  return {
    author: invoice.seller?.name ?? '',
    subject: invoice.references.order,
    keywords: [invoice.number, invoice.references.transactionId],
    creator: `${name} ${version}`,
    template: { name: template.name, version: template.version },
    date: invoice.issueDate.date,
    facturX: eInvoice?.syntax === 'cii' ? { fileName: eInvoice.name, conformanceLevel: 'EN 16931' } : null,
  };
}

/** The page and the XML are two forms of one invoice, hence Alternative (ISO 19005-3 Annex E, Factur-X 1.0 §6.2.2). */
function toAttachment({ name, mimeType, description, bytes }: EInvoiceFile, invoice: Invoice): Attachment {
  return { name, mimeType, description, bytes, relationship: 'Alternative', date: invoice.issueDate.date };
}

const ENGINE = readPackageInfo();

/** Doubts about source and brand that do not make the document wrong. */
function listDoubts(invoice: Invoice, brand: Brand | null, prepared: PreparedTemplate): readonly Finding[] {
  if (brand === null) return invoice.warnings;
  const language = findForeignLanguage(brand.country, prepared.locale);
  return [
    ...invoice.warnings,
    ...findMissingStatements(brand.country, brand.statements),
    ...(language === null ? [] : [language]),
  ];
}

/** The brand's own words, in which figures are the seller's affair. */
function listTexts(texts: object): readonly string[] {
  return Object.values(texts).flatMap((text: unknown) => {
    if (typeof text === 'string') return [text];
    return typeof text === 'object' && text !== null ? listTexts(text) : [];
  });
}
