import { createHash } from 'node:crypto';
import { inflateStream } from './objects/inflate.ts';
import { listPages } from './objects/list-pages.ts';
import { nameOf, ObjectError, type PdfDictionary, type PdfObject, type PdfStream, toText } from './objects/object.ts';
import type { ObjectFile } from './objects/object-file.ts';
import type { OpenedObjects } from './objects/open-objects.ts';
import type { ReadAttachment } from './read-document.ts';

/**
 * The files that travel in a file, wherever they are named: in the tree of embedded files, and as associated files of
 * the document or a page (ISO 32000-1 §7.11.4, ISO 19005-3 §6.8). Null where the objects cannot be read by the letter.
 */
export function readAttachments({ file }: OpenedObjects): readonly ReadAttachment[] | null {
  if (file === undefined) return null;
  try {
    return listAttachments(file);
  } catch {
    return null;
  }
}

/** The same, throwing where the objects cannot be read by the letter. */
export function listAttachments(file: ObjectFile): readonly ReadAttachment[] {
  const catalog = file.dictionary(file.trailer.entries.get('Root'));
  const named = file.dictionary(file.dictionary(catalog?.entries.get('Names'))?.entries.get('EmbeddedFiles'));
  const pages = listPages(file).map((page) => file.dictionary(page));
  const associated = new Set(
    [catalog, ...pages].flatMap((owner) => file.list(owner?.entries.get('AF'))).map((item) => file.dictionary(item)),
  );
  const specifications = new Set([...listNamed(file, named, 0), ...associated]);
  return [...specifications].flatMap((specification) =>
    specification === null ? [] : toAttachments(file, specification, associated.has(specification)),
  );
}

/** Deeper than a balanced tree of any size. */
const MAX_DEPTH = 32;

function listNamed(file: ObjectFile, node: PdfDictionary | null, depth: number): (PdfDictionary | null)[] {
  if (node === null) return [];
  if (depth > MAX_DEPTH) throw new ObjectError('a name tree too deep');
  const pairs = file.list(node.entries.get('Names'));
  const own = pairs.filter((_, index) => index % 2 === 1).map((item) => file.dictionary(item));
  const below = file.list(node.entries.get('Kids')).flatMap((kid) => listNamed(file, file.dictionary(kid), depth + 1));
  return [...own, ...below];
}

/** One file for all programs; should the record have another for some of them (§7.11.3), each is one of its own. */
function toAttachments(file: ObjectFile, specification: PdfDictionary, associated: boolean): ReadAttachment[] {
  const embedded = file.dictionary(specification.entries.get('EF'));
  const streams = new Set(SYSTEMS.map((key) => file.resolve(embedded?.entries.get(key) ?? null)));
  return [...streams].flatMap((stream) =>
    stream !== null && typeof stream === 'object' && stream.kind === 'stream'
      ? [toAttachment(file, specification, stream, associated)]
      : [],
  );
}

/** Whom a file is for, the usual entry first. */
const SYSTEMS = ['UF', 'F', 'DOS', 'Mac', 'Unix'];

function toAttachment(
  file: ObjectFile,
  specification: PdfDictionary,
  stream: PdfStream,
  associated: boolean,
): ReadAttachment {
  const content = inflateStream(stream);
  const parameters = file.dictionary(stream.dictionary.entries.get('Params'));
  const size = file.resolve(parameters?.entries.get('Size') ?? null);
  const checkSum = file.resolve(parameters?.entries.get('CheckSum') ?? null);
  const [name, plainName] = [textOf(file, specification, 'UF'), textOf(file, specification, 'F')];
  return {
    name: name ?? plainName ?? '',
    description: textOf(file, specification, 'Desc'),
    content,
    mimeType: nameOf(file.resolve(stream.dictionary.entries.get('Subtype') ?? null)),
    relationship: nameOf(file.resolve(specification.entries.get('AFRelationship') ?? null)),
    associated,
    faults: [
      ...(name !== null && plainName !== null && name !== plainName ? [`the name ${plainName} for some programs`] : []),
      ...(typeof size === 'number' && size !== content.length ? [`${size} bytes said, ${content.length} found`] : []),
      ...(isString(checkSum) && !isSumOf(checkSum.bytes, content) ? ['a check sum of other bytes'] : []),
    ],
  };
}

/** Sixteen bytes, or, as some programs write it, their hexadecimal digits. */
function isSumOf(sum: Uint8Array, content: Uint8Array): boolean {
  const digest = createHash('md5').update(content).digest();
  const text = Buffer.from(sum).toString('latin1').toLowerCase();
  return Buffer.compare(digest, sum) === 0 || text === digest.toString('hex');
}

function isString(object: PdfObject): object is Extract<PdfObject, { readonly kind: 'string' }> {
  return object !== null && typeof object === 'object' && object.kind === 'string';
}

function textOf(file: ObjectFile, dictionary: PdfDictionary, key: string): string | null {
  const value = file.resolve(dictionary.entries.get(key) ?? null);
  return isString(value) ? toText(value) : null;
}
