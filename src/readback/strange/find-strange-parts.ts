import { ContentLexer } from '../objects/content-lexer.ts';
import { listPages } from '../objects/list-pages.ts';
import { isName, isStream, type PdfDictionary, type PdfObject } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import { findLooseHeads } from './find-loose-heads.ts';
import { findOddDirectories } from './find-odd-directories.ts';
import { findOddSections } from './find-odd-sections.ts';
import { countStrayBytes } from './find-stray-bytes.ts';
import { type Content, type Kind, KNOWN_PARTS, type Part } from './known-parts.ts';

/** Enough to say what is wrong. */
const MOST_TOLD = 20;

/**
 * What a file holds beside the parts that documents of ours are made of: a second window, another text for those who copy,
 * a layer, a pattern, an object that nothing refers to. Such a part may be harmless and may be where a forgery sits, for
 * nobody reads it; so none has a place. Asked less, tells only of texts that take the place of others within the drawing.
 */
export function findStrangeParts(file: ObjectFile, everywhere: boolean): readonly string[] {
  const strange = new Set<string>();
  try {
    for (const page of listPages(file)) readContents(file, file.dictionary(page), everywhere, strange);
    if (everywhere) {
      for (const trailer of file.crossReference.trailers) walkParts(file, 'trailer', trailer, strange);
      const stray = countStrayBytes(file);
      if (stray > 0) strange.add(`${stray} bytes that belong to no object`);
      for (const find of [findOddDirectories, findOddSections, findLooseHeads]) {
        for (const odd of find(file)) strange.add(odd);
      }
    }
  } catch (error) {
    strange.add(`something that cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  return [...strange].slice(0, MOST_TOLD);
}

function walkParts(file: ObjectFile, kind: Kind, from: PdfObject, strange: Set<string>): void {
  const seen = new Set<PdfObject>();
  const waiting: (readonly [Kind, PdfObject])[] = [[kind, from]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [what, object] = next;
    const dictionary = entriesOf(file.resolve(object));
    if (dictionary === null || seen.has(dictionary)) continue;
    seen.add(dictionary);
    const { entries, only = {} }: Part = KNOWN_PARTS[what];
    for (const [key, value] of dictionary.entries) {
      const content = Object.hasOwn(entries, key) ? entries[key] : undefined;
      if (content === undefined) strange.add(`/${key} of a ${what}`);
      else if (content !== null) waiting.push(...listContents(file, content, value));
    }
    if (what === 'annotation' && !hasNoBorder(file, dictionary)) strange.add('a border of an annotation');
    for (const [key, names] of Object.entries(only)) {
      const name = file.resolve(dictionary.entries.get(key) ?? null);
      if (isName(name) && !names.includes(name.name)) strange.add(`a ${what} of /${key} /${name.name}`);
    }
  }
}

/** Without the entry a border is a point wide, which programs draw though pictures of pages may not show it (§12.5.2). */
function hasNoBorder(file: ObjectFile, { entries }: PdfDictionary): boolean {
  const border = file.list(entries.get('Border'));
  return file.resolve(border[2] ?? null) === 0;
}

function listContents(
  file: ObjectFile,
  content: NonNullable<Content>,
  value: PdfObject,
): (readonly [Kind, PdfObject])[] {
  if (typeof content === 'string') return file.list(value).map((item) => [content, item] as const);
  return [...(file.dictionary(value)?.entries.values() ?? [])].map((item) => [content.each, item] as const);
}

/** A dictionary's, or those of a stream. */
function entriesOf(object: PdfObject): PdfDictionary | null {
  if (object === null || typeof object !== 'object') return null;
  if (object.kind === 'stream') return object.dictionary;
  return object.kind === 'dictionary' ? object : null;
}

/**
 * Operators that are looked into elsewhere. The others draw what nothing here looks into (shadings, patterns, pictures
 * within the stream, glyphs of one's own), or are none, which readers pass over each in its own way.
 */
const KNOWN_OPERATORS: ReadonlySet<string> = new Set(
  `b B b* B* BDC BMC BT c cm d Do EMC ET f F f* g G gs h i j J k K l m M n q Q re rg RG s S
  T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(/\s+/),
);

/** What a marked-content sequence may say of itself (ISO 32000-1 §14.6, §14.8.2.2). */
const KNOWN_PROPERTIES: ReadonlySet<string> = new Set(['MCID', 'Type', 'Subtype', 'Attached', 'BBox']);

/** What is copied or heard instead of what is drawn (ISO 32000-1 §14.9). */
const REPLACEMENTS: ReadonlySet<string> = new Set(['ActualText', 'Alt', 'E']);

function readContents(file: ObjectFile, page: PdfDictionary | null, everywhere: boolean, strange: Set<string>): void {
  const streams = file.list(page?.entries.get('Contents')).map((item) => file.resolve(item));
  const content = Buffer.concat(
    streams.flatMap((stream) => (isStream(stream) ? [file.content(stream), Buffer.from('\n')] : [])),
  );
  if (!everywhere && !mayReplace(content)) return;
  const lexer = new ContentLexer(content);
  for (let operator = lexer.next(); operator !== null; operator = lexer.next()) {
    const { name, operands } = operator;
    if (everywhere && !KNOWN_OPERATORS.has(name)) strange.add(`the operator ${name} on a page`);
    // Its bytes are a picture's, not operators.
    if (name === 'ID') return;
    if (name !== 'BDC') continue;
    const properties = operands.at(-1) ?? null;
    if (everywhere && isName(properties) && operands.length > 1)
      strange.add(`a list of properties /${properties.name}`);
    for (const key of entriesOf(properties)?.entries.keys() ?? []) {
      if (REPLACEMENTS.has(key)) strange.add(`/${key} within the drawing of a page`);
      else if (everywhere && !KNOWN_PROPERTIES.has(key)) strange.add(`/${key} of marked content`);
    }
  }
}

/** Whether a content stream needs to be read: names of replacements, or names that are spelt in numbers. */
function mayReplace(content: Buffer): boolean {
  return ['/ActualText', '/Alt', '/E ', '/E(', '/E<', '#'].some((sign) => content.includes(sign));
}
