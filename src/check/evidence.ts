import { type Fact, type Invoice, listRequiredFacts, type RequiredFact, toFacts } from '../invoice/index.ts';
import type { ReadDocument, TextRun, TrustedFace } from '../readback/index.ts';
import { listCarriedForward } from './carried-forward.ts';
import { type ClaimVerdict, collectMentions, findClaims, judgeClaims, type Mentions } from './claims/index.ts';
import { saysFact } from './compare-fact.ts';
import { compareEInvoice, type EInvoiceVerdict } from './e-invoice/compare-e-invoice.ts';
import { createLabelFinder, type Label } from './labels/index.ts';
import { foldText, type Language, toLanguage } from './printed/index.ts';
import { type PrintedFact, toPrintedFact, toPrintedFacts } from './printed-fact.ts';
import { findAncestor, type StructureMap, toStructureMap } from './structure-map.ts';
import { type Bases, type Basis, findBases } from './vat-basis.ts';

/** What the one who checks knows besides file and invoice. */
export interface CheckContext {
  /** BCP 47 language that the document was asked for in; left out where nobody asked. */
  readonly language?: string;
  /** Texts that are the seller's own (introduction, terms, foot): figures in them are the seller's affair. */
  readonly texts?: readonly string[];
  /** Words of the seller's or a template's own that name facts, by the fact's name without line or rate: `line.amount`. */
  readonly labels?: readonly { readonly role: string; readonly text: string }[];
  /** What the seller calls this kind of document, where it has a word of its own for it: `Regning`, `Tax receipt`. */
  readonly documentName?: string;
  /** Doubts that are warnings otherwise are errors. */
  readonly strict?: boolean;
  /** Fonts that documents are held against, by their PostScript names; null for a font that nobody vouches for. */
  readonly faces?: (name: string) => TrustedFace | null;
}

/** A marked stretch of text held against the session. */
export interface Print extends PrintedFact {
  /** The fact of that name; null where the session has none. */
  readonly fact: Fact | null;
  /** Whether it says exactly the fact's value. */
  readonly right: boolean;
}

/** Everything the rules look at: both sides, and what was found by laying one on the other. */
export interface Evidence {
  readonly read: ReadDocument;
  readonly invoice: Invoice;
  readonly context: CheckContext;
  /** The language that the document is read in: its own, else the one asked for. */
  readonly language: Language;
  /** By name, in the order of the document; carried forward amounts included. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly prints: readonly Print[];
  /** Required facts that nothing says; of a line that is missing as a whole, and where nothing is marked, none. */
  readonly omissions: readonly Omission[];
  readonly bases: Bases;
  readonly structure: StructureMap;
  /** Every attached file, and what it says as an e-invoice. */
  readonly eInvoices: readonly { readonly name: string; readonly verdict: EInvoiceVerdict }[];
  /** The words that name what a print says, by the structure and to the eye. */
  readonly labelsOf: (print: PrintedFact) => readonly Label[];
  /** What a document says that marks nothing; null for one that does. */
  readonly unmarked: Unmarked | null;
}

/** A fact that ought to stand on the page, and why. */
export interface Omission {
  readonly fact: Fact;
  readonly need: RequiredFact['need'];
}

/** A document without marks, somebody else's as a rule. */
export interface Unmarked {
  /** The file says itself that it was made here, so its marks were taken out. */
  readonly ours: boolean;
  /** By label and pattern, for what a payer goes by. */
  readonly verdicts: readonly ClaimVerdict[];
  readonly mentions: Mentions;
}

/** Lays the document on the invoice. */
export function gatherEvidence(read: ReadDocument, invoice: Invoice, context: CheckContext): Evidence {
  const language = toLanguage(read.metadata.language ?? '') ?? toLanguage(context.language ?? '') ?? 'nb';
  const structure = toStructureMap(read);
  const printed = toPrintedFacts(read).filter((print) => mayBeAsserted(print.name, invoice));
  const facts = new Map(
    [...toFacts(invoice), ...listCarriedForward(read, printed, invoice)]
      .filter((fact) => mayBeAsserted(fact.name, invoice))
      .map((fact) => [fact.name, fact]),
  );
  const bases = findBases(read, printed, facts, language, structure);
  const prints = printed.flatMap((print) => {
    const fact = facts.get(print.name) ?? null;
    return proveFact(print, fact, structure, (part) =>
      fact === null
        ? false
        : saysFact(part.lines, fact.value, language, toBasis(fact, bases)) || isOwnName(part, fact, context),
    );
  });
  const eInvoices = read.metadata.attachments.map(({ name, content }) => ({
    name,
    verdict: compareEInvoice(content, invoice),
  }));
  const groups = invoice.lines.flatMap(({ group }) => (group === null ? [] : [group.name]));
  const labelsOf = createLabelFinder(read, structure, [...new Set(groups)]);
  const unmarked = prints.length > 0 ? null : lookAt(read, facts);
  const omissions = findOmissions(facts, prints, invoice);
  return {
    read,
    invoice,
    context,
    language,
    facts,
    prints,
    omissions,
    bases,
    structure,
    eInvoices,
    labelsOf,
    unmarked,
  };
}

function findOmissions(facts: ReadonlyMap<string, Fact>, prints: readonly Print[], invoice: Invoice): Omission[] {
  // Where nothing is marked, everything would be missing; `facts-unmarked` tells what cannot be found at all.
  if (prints.length === 0) return [];
  const printed = new Set(prints.map((print) => print.name));
  const linesPrinted = new Set([...printed].map(toLinePosition));
  return listRequiredFacts(invoice).flatMap(({ name, need }) => {
    const fact = facts.get(name);
    if (fact === undefined || printed.has(name)) return [];
    const position = toLinePosition(name);
    return position === null || linesPrinted.has(position) ? [{ fact, need }] : [];
  });
}

function lookAt(read: ReadDocument, facts: ReadonlyMap<string, Fact>): Unmarked {
  const { info, xmp } = read.metadata;
  const ours = xmp['fakturapress:template'] !== undefined || info['Creator']?.startsWith('fakturapress ') === true;
  return { ours, verdicts: judgeClaims(findClaims(read), facts), mentions: collectMentions(read) };
}

/** Position of the line that a fact belongs to; null for facts of no line. */
export function toLinePosition(name: string): number | null {
  const position = /^line\.(\d+)\./.exec(name)?.[1];
  return position === undefined ? null : Number(position);
}

const ONLY_BRAND_KNOWS = /^(?:payee|vatTotalNational)$|^(?:seller|exemption)\./;

/**
 * An invoice that was made without its brand knows neither who sells, nor who is paid, nor why there is no VAT, nor what
 * VAT is in the seller's currency; so prints of those prove nothing.
 */
function mayBeAsserted(name: string, { seller }: Invoice): boolean {
  return seller !== null || !ONLY_BRAND_KNOWS.test(name);
}

/**
 * One print, or several where a fact was printed twice in a row with nothing between: then each block of the structure,
 * or page, must be right by itself.
 */
function proveFact(
  print: PrintedFact,
  fact: Fact | null,
  structure: StructureMap,
  isRight: (part: PrintedFact) => boolean,
): readonly Print[] {
  if (isRight(print)) return [{ ...print, fact, right: true }];
  const parts = splitPrint(print, structure);
  if (parts.length > 1 && parts.every(isRight)) return parts.map((part) => ({ ...part, fact, right: true }));
  return [{ ...print, fact, right: false }];
}

function isOwnName({ text }: PrintedFact, { value }: Fact, { documentName }: CheckContext): boolean {
  if (value.kind !== 'document-kind' || documentName === undefined) return false;
  return foldText(text).toLowerCase() === foldText(documentName).toLowerCase();
}

function toBasis({ value }: Fact, bases: Bases): Basis | null {
  if (value.kind === 'unit-price') return bases.unitPrice;
  return value.kind === 'discount' ? bases.discount : null;
}

const BLOCK_ROLES = ['P', 'TD', 'TH', 'LI', 'LBody', 'Div', 'Sect', 'Caption', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

function splitPrint({ name, runs }: PrintedFact, structure: StructureMap): PrintedFact[] {
  const groups: [TextRun, ...TextRun[]][] = [];
  const blockOf = (run: TextRun) => findAncestor(structure.get(run.contentId ?? ''), BLOCK_ROLES);
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].page === run.page && blockOf(last[0]) === blockOf(run)) last.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => toPrintedFact(name, group));
}
