import type { ReadDocument, ReadPage } from '../../readback/index.ts';
import { findNames, type LabelRole, type Name } from '../labels/index.ts';
import { boxAround } from '../printed-fact.ts';
import type { Claim } from './claim.ts';
import { MOST_WORDS, type ReadValue, readValue, type ValueKind } from './read-value.ts';
import { toStretches, toWordLines, type Word } from './words.ts';

/**
 * What an unmarked document says under names that are known, in any of the languages: the value right after a label, in
 * the next column of its line, or beneath it; and every IBAN, which needs no label. Labels that may name something else
 * too give claims that are not sure.
 */
export function findClaims(read: ReadDocument): readonly Claim[] {
  return read.pages.flatMap((page) => {
    const lines = toWordLines(page).map(toStretches);
    const labelled = lines.flatMap((line, at) =>
      line.flatMap((stretch, column) =>
        findLabels(stretch).flatMap((label) => readClaims(label, { page, lines, at, column })),
      ),
    );
    return [...labelled, ...findAccounts(page, lines, labelled)];
  });
}

type Line = readonly (readonly Word[])[];

/** A label, and the words of its own stretch. */
interface FoundLabel {
  readonly name: Name;
  readonly stretch: readonly Word[];
  /** Index of the next label's first word in the stretch, or its length. */
  readonly end: number;
}

interface Place {
  readonly page: ReadPage;
  readonly lines: readonly Line[];
  readonly at: number;
  readonly column: number;
}

const KINDS: readonly { readonly kind: ValueKind; readonly roles: readonly LabelRole[] }[] = [
  { kind: 'number', roles: ['invoiceNumber'] },
  { kind: 'kid', roles: ['kid'] },
  { kind: 'account', roles: ['bban', 'iban'] },
  { kind: 'date', roles: ['dueDate'] },
  // Beside `Å betale` may stand the currency alone.
  { kind: 'money', roles: ['payable', 'currency'] },
];

/** The document's own name, and words that name many a reference: a value beside them is perhaps another. */
const UNSURE = new Set(
  [
    'faktura|regning|rekning|räkning|lasku|invoice|tax invoice',
    'kreditnota|kreditfaktura|hyvityslasku|credit note',
    'referanse|referansenummer|referens|referensnummer|viite|reference|reference number|referencenummer',
  ].flatMap((phrases) => phrases.split('|')),
);

/** Words that stand between a label and its value. */
const FILLER = /^(?:nr|no|nro|number|nummer|numero|er|är|on|is|til|kr|nok|sek|dkk|eur|€|[-–—#.]+)$/u;

function findLabels(stretch: readonly Word[]): FoundLabel[] {
  const names = findNames(stretch.map(toPlainWord));
  return names.map((name, index) => ({ name, stretch, end: names[index + 1]?.from ?? stretch.length }));
}

function readClaims(label: FoundLabel, place: Place): Claim[] {
  const { name, stretch } = label;
  return KINDS.flatMap(({ kind, roles }) => {
    if (!roles.some((role) => role !== 'currency' && name.roles.has(role))) return [];
    const found = readAfter(label, kind) ?? readBeside(label, kind, place) ?? readBeneath(label, kind, place);
    if (found === null) return [];
    const words = stretch.slice(name.from, name.from + name.length);
    const sure = !UNSURE.has(name.phrase) && [...name.roles].every((role) => roles.includes(role));
    return [toClaim(found, { page: place.page, label: words.map(({ text }) => text).join(' '), sure })];
  });
}

interface Found extends ReadValue {
  readonly words: readonly Word[];
}

/** Right after the label, in the same stretch of words. */
function readAfter({ name, stretch, end }: FoundLabel, kind: ValueKind): Found | null {
  return readFrom(stretch.slice(name.from + name.length, end), kind);
}

/** In the next column of the line, where the label ends its own. */
function readBeside({ name, stretch, end }: FoundLabel, kind: ValueKind, { lines, at, column }: Place): Found | null {
  const rest = stretch.slice(name.from + name.length, end);
  if (end < stretch.length || rest.some((word) => !FILLER.test(toPlainWord(word)))) return null;
  return readFrom(lines[at]?.[column + 1] ?? [], kind);
}

/** How far beneath a label its value may stand, in ems of the label, and how many lines may lie between. */
const FARTHEST_BENEATH = 4;
const MOST_LINES_BENEATH = 3;

/** Beneath a label that has its stretch to itself, as headings do. */
function readBeneath({ name, stretch }: FoundLabel, kind: ValueKind, { lines, at }: Place): Found | null {
  const words = stretch.slice(name.from, name.from + name.length);
  const others = [...stretch.slice(0, name.from), ...stretch.slice(name.from + name.length)];
  const [first] = words;
  if (first === undefined || others.some((word) => !FILLER.test(toPlainWord(word)))) return null;
  const box = boxAround(words.map((word) => word.box));
  for (const line of lines.slice(at + 1, at + 1 + MOST_LINES_BENEATH)) {
    const [top] = line.flat();
    if (top === undefined || top.baseline - first.baseline > FARTHEST_BENEATH * first.fontSize) return null;
    const under = line.filter((candidate) => {
      const { x, width } = boxAround(candidate.map((word) => word.box));
      return x < box.x + box.width && box.x < x + width;
    });
    for (const candidate of under) {
      const found = readFrom(candidate, kind);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The longest value that begins these words, fillers before it left out. */
function readFrom(words: readonly Word[], kind: ValueKind): Found | null {
  const start = words.findIndex((word) => !FILLER.test(toPlainWord(word)));
  // A currency before an amount is part of it.
  const starts = kind === 'money' && start > 0 ? [start - 1, start] : [start];
  for (const from of starts) {
    if (from < 0) continue;
    const found = readLongest(words.slice(from, from + MOST_WORDS[kind]), kind);
    if (found !== null) return found;
  }
  return null;
}

function readLongest(words: readonly Word[], kind: ValueKind): Found | null {
  let longest: Found | null = null;
  for (let length = words.length; length > 0; length -= 1) {
    const taken = words.slice(0, length);
    const read = readValue(taken.map(({ text }) => text).join(' '), kind);
    if (read?.certain === true) return { ...read, words: taken };
    if (read !== null) longest ??= { ...read, words: taken };
  }
  return longest;
}

/** IBANs that stand beside no label. */
function findAccounts(page: ReadPage, lines: readonly Line[], labelled: readonly Claim[]): Claim[] {
  const known = new Set(labelled.filter(({ field }) => field === 'iban').map(({ text }) => text));
  return lines.flat().flatMap((stretch) =>
    stretch.flatMap((word, from) => {
      if (!/^[A-Z]{2}\d{2}/.test(word.text)) return [];
      const found = readLongest(stretch.slice(from, from + MOST_WORDS.account), 'account');
      if (found === null || !found.certain || known.has(toText(found.words))) return [];
      return [toClaim(found, { page, label: null, sure: true })];
    }),
  );
}

function toClaim(
  { field, values, words }: Found,
  { page, ...naming }: Pick<Claim, 'label' | 'sure'> & { readonly page: ReadPage },
): Claim {
  const box = boxAround(words.map((word) => word.box));
  return { field, values, text: toText(words), ...naming, page: page.number, box };
}

function toText(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** A word as the vocabulary has it, without the marks around it. */
function toPlainWord({ text }: Word): string {
  return text.toLowerCase().replace(/^[(*#"«]+|[),;*#"».]+$/gu, '');
}
