import type { ReadAttachment, ReadDocument, ReadSymbol } from '#dist/readback/index.js';
import type { Mutant, Names } from './mutant.ts';
import type { Random } from './random.ts';
import type { Subject } from './subject.ts';

/** Forgeries of what programs read of a document: its barcodes and its attached e-invoice. Done to what was read of it. */
export function* mutateData({ read }: Subject, random: Random): Generator<Mutant> {
  for (const symbol of read.symbols) yield* mutateSymbol(read, symbol, random);
  for (const attachment of read.metadata.attachments) yield* mutateAttachment(read, attachment, random);
}

/** Figures of a payload that have their turn. */
const FIGURES = 12;

function* mutateSymbol(read: ReadDocument, symbol: ReadSymbol, random: Random): Generator<Mutant> {
  const names = { rules: ['barcode-differs', 'barcode-unexplained', 'barcode-unread'] };
  const forge = (kind: string, note: string, ...others: readonly ReadSymbol[]): Mutant => {
    const symbols = read.symbols.flatMap((each) => (each === symbol ? others : each));
    return { kind, note, names, forged: { kind: 'read', read: { ...read, symbols } } };
  };
  for (const { index, 0: digit } of pickSome([...symbol.text.matchAll(/\d/g)], FIGURES, random)) {
    const text = withOtherDigit(symbol.text, index, digit, random);
    // Version 001 says the same where a BIC is given, and banks take either.
    if (symbol.text.startsWith('BCD\n002') && text.startsWith('BCD\n001')) continue;
    yield forge('barcode: digit', `${JSON.stringify(symbol.text)} as ${JSON.stringify(text)}`, { ...symbol, text });
  }
  const cut = symbol.text.slice(0, random.integer(symbol.text.length));
  yield forge('barcode: cut short', JSON.stringify(cut), { ...symbol, text: cut });
  yield forge('barcode: unreadable', symbol.format);
}

/** Leaves that the session decides, in both syntaxes; codes of the syntax itself are not among them. */
const LEAVES = [
  ...['PayableAmount', 'TaxAmount', 'TaxableAmount', 'TaxInclusiveAmount', 'TaxExclusiveAmount', 'LineExtensionAmount'],
  ...['DuePayableAmount', 'GrandTotalAmount', 'TaxTotalAmount', 'CalculatedAmount', 'BasisAmount', 'LineTotalAmount'],
  ...['PaymentID', 'PaymentReference', 'IBANID', 'ProprietaryID', 'DueDate', 'IssueDate', 'DateTimeString'],
  ...['PriceAmount', 'InvoicedQuantity', 'ChargeAmount', 'BilledQuantity', 'Percent', 'RateApplicablePercent'],
  ...['StreetName', 'PostalZone', 'LineOne', 'PostcodeCode'],
];
const LEAF = new RegExp(`<(?:\\w+:)?(?:${LEAVES.join('|')})(?: [^>]*)?>([^<]*\\d[^<]*)<`, 'g');
const LINE =
  /<(?:cac:InvoiceLine|ram:IncludedSupplyChainTradeLineItem)>[\s\S]*?<\/(?:cac:InvoiceLine|ram:IncludedSupplyChainTradeLineItem)>/g;

function* mutateAttachment(read: ReadDocument, attachment: ReadAttachment, random: Random): Generator<Mutant> {
  const names: Names = { rules: ['attachment-differs', 'attachment-unexplained', 'attachment-unproven'] };
  const xml = Buffer.from(attachment.content).toString('utf8');
  const forge = (kind: string, note: string, forged: string): Mutant => {
    const attachments = read.metadata.attachments.map((each) =>
      each === attachment ? { ...each, content: new Uint8Array(Buffer.from(forged)) } : each,
    );
    return {
      kind,
      note,
      names,
      forged: { kind: 'read', read: { ...read, metadata: { ...read.metadata, attachments } } },
    };
  };
  for (const leaf of pickSome([...xml.matchAll(LEAF)], FIGURES, random)) {
    const at = leaf.index + leaf[0].length - 1 - (leaf[1] ?? '').length;
    const digits = [...(leaf[1] ?? '').matchAll(/\d/g)];
    const { index, 0: digit } = random.pick(digits);
    yield forge('attachment: digit', leaf[0].slice(1), withOtherDigit(xml, at + index, digit, random));
  }
  const lines = [...xml.matchAll(LINE)];
  const { index, 0: line } = random.pick(lines);
  const rest = xml.slice(index + line.length);
  yield forge('attachment: line dropped', `of ${lines.length}`, xml.slice(0, index) + rest);
  yield forge('attachment: line doubled', `of ${lines.length}`, xml.slice(0, index) + line + line + rest);
}

function withOtherDigit(text: string, index: number, digit: string, random: Random): string {
  const other = random.pick([...'0123456789'].filter((each) => each !== digit));
  return text.slice(0, index) + other + text.slice(index + 1);
}

function pickSome<T>(from: readonly T[], most: number, random: Random): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(most, from.length) }, () => left.splice(random.integer(left.length), 1)).flat();
}
