import { findNearestName } from '../base/index.ts';
import { parseStrictJson } from '../dintero/index.ts';
import { readBrand } from '../engine-parts.ts';
import { loadSamples, type Sample } from '../samples.ts';
import { snapshotFaults } from './faults.ts';
import { CREDIT_NOTE_NUMBER, toVoided } from './void-source.ts';

/** An order that templates are tried with. */
export interface Fixture {
  /** Part of file names: small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  /** JSON, as Dintero returns it. */
  readonly source: Uint8Array;
  /** Path of the brand file; undefined where the seller is the order's store. */
  readonly brand: string | undefined;
  readonly kind: 'invoice' | 'credit-note';
  /** The credit note's number; undefined for invoices. */
  readonly creditNoteNumber: string | undefined;
  /** The brand's own language. */
  readonly locale: string;
  /** Code of the fault that every template must answer with; null for a document. */
  readonly refusal: string | null;
}

/** The cases that every template has to stand; the rest of the package's samples can be asked for by name. */
const STANDARD: readonly (readonly [name: string, sample: string, title: string])[] = [
  ['one-line', 'one-line', '1 line'],
  ['five-hundred-lines', 'five-hundred-lines', '500 lines'],
  ['four-vat-rates', 'four-vat-rates', 'Four rates'],
  ['long-descriptions', 'long-descriptions', 'Descriptions of 300 characters'],
  ['credit-note', 'spec-three-lines', 'Credit note'],
  ['zero-total', 'one-line', 'Total of zero'],
  ['awkward-names', 'awkward-names', 'Every Nordic letter'],
  ['sweden-b2b', 'sweden-b2b', 'Sweden'],
  ['finland-b2b', 'finland-b2b', 'Finland'],
];

/** The standard fixtures: sizes, rates, letters, countries, a credit note, and an order that must be refused. */
export function loadStandardFixtures(): readonly Fixture[] {
  const samples = new Map(loadSamples().map((sample) => [sample.name, sample]));
  return STANDARD.flatMap(([name, sampleName, title]) => {
    const sample = samples.get(sampleName);
    return sample === undefined ? [] : [toFixture(sample, name, title)];
  });
}

/** The standard fixtures and every other sample of the package. */
export function loadFixtures(): readonly Fixture[] {
  const standard = loadStandardFixtures();
  const names = new Set(standard.map(({ name }) => name));
  const others = loadSamples().filter(({ name }) => !names.has(name));
  return [...standard, ...others.map((sample) => toFixture(sample, sample.name, toTitle(sample.name)))];
}

/** A fixture by its name. Throws FIXTURE_UNKNOWN. */
export function findFixture(fixtures: readonly Fixture[], name: string): Fixture {
  const fixture = fixtures.find((candidate) => candidate.name === name);
  if (fixture !== undefined) return fixture;
  const names = fixtures.map((candidate) => candidate.name);
  const nearest = findNearestName(name, names);
  throw snapshotFaults.FIXTURE_UNKNOWN({
    message: `Unexpected fixture "${name}", expected one of ${names.join(', ')}`,
    hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
  });
}

/** The same order as the other kind of document. */
export function asKind(fixture: Fixture, kind: Fixture['kind']): Fixture {
  if (fixture.kind === kind) return fixture;
  // A cancelled order does not become an invoice again, so only the way to the credit note is open.
  if (kind === 'invoice') return { ...fixture, kind, creditNoteNumber: undefined };
  return { ...fixture, kind, source: toVoided(fixture.source), creditNoteNumber: CREDIT_NOTE_NUMBER };
}

function toFixture({ source, brand }: Sample, name: string, title: string): Fixture {
  const fixture: Fixture = {
    name,
    title,
    source: name === 'zero-total' ? toZeroTotal(source) : source,
    brand,
    kind: 'invoice',
    creditNoteNumber: undefined,
    locale: readBrand(brand)?.brand.locale ?? 'nb',
    refusal: name === 'zero-total' ? 'TOTAL_NOT_POSITIVE' : null,
  };
  return name === 'credit-note' ? asKind(fixture, 'credit-note') : fixture;
}

/** Samples are named in words already. */
function toTitle(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every amount of an order set to nothing: there is nothing to collect, so nothing to invoice. */
function toZeroTotal(source: Uint8Array): Uint8Array {
  const zeroed = JSON.stringify(parseStrictJson(source), (key, value: unknown) =>
    key === 'amount' || key === 'vat_amount' ? 0 : value,
  );
  return Buffer.from(zeroed);
}
