import { nameOf, type PdfDictionary, type PdfObject, type PdfStream } from '../objects/object.ts';

/** A file is not of the profile that this reader knows. Says nothing of whether it is right: another reader takes it. */
export class OutsideProfile extends Error {
  override readonly name = 'OutsideProfile';
}

/** Goes on only where something holds. What is asked for every operator throws by itself, so as to make no words in vain. */
export function demand(holds: boolean, found: string): asserts holds {
  if (!holds) throw new OutsideProfile(found);
}

/** A dictionary with no other entries than these, so that nothing in it is overlooked. */
export function demandKeys(dictionary: PdfDictionary, keys: ReadonlySet<string>, what: string): void {
  for (const key of dictionary.entries.keys()) if (!keys.has(key)) throw new OutsideProfile(`/${key} in ${what}`);
}

export function demandDictionary(object: PdfObject | undefined, what: string): PdfDictionary {
  demand(object !== null && typeof object === 'object' && object.kind === 'dictionary', `${what} that is none`);
  return object;
}

export function demandStream(object: PdfObject | undefined, what: string): PdfStream {
  demand(object !== null && typeof object === 'object' && object.kind === 'stream', `${what} that is no stream`);
  return object;
}

export function demandItems(object: PdfObject | undefined, what: string): readonly PdfObject[] {
  demand(object !== null && typeof object === 'object' && object.kind === 'array', `${what} that is no array`);
  return object.items;
}

export function demandNumber(object: PdfObject | undefined, what: string): number {
  demand(typeof object === 'number', `${what} that is no number`);
  return object;
}

/** Demands that an entry is this very name. */
export function demandName(object: PdfObject | undefined, name: string): void {
  demand(nameOf(object) === name, `something else than /${name}`);
}

/** Text of an ASCII or UTF-16 string, the two kinds whose reading nobody disputes (ISO 32000-1 §7.9.2.2). */
export function demandText(object: PdfObject | undefined, what: string): string {
  demand(object !== null && typeof object === 'object' && object.kind === 'string', `${what} that is no string`);
  const { bytes } = object;
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) {
    demand(
      bytes.every((byte) => byte >= 0x20 && byte <= 0x7e),
      `${what} beyond ASCII`,
    );
    return Buffer.from(bytes).toString('latin1');
  }
  const text = UTF_16.decode(bytes);
  demand(bytes.length % 2 === 0 && !/\p{Cc}|\ufffd/u.test(text), `${what} in broken UTF-16`);
  return text;
}

const UTF_16 = new TextDecoder('utf-16be');
