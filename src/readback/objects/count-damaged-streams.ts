import { inflateSync } from 'node:zlib';
import { readCrossReference } from './cross-reference.ts';
import type { PdfObject } from './object.ts';
import { readIndirectObject } from './read-indirect-object.ts';

/** More than an honest document of 20 MB holds; what is beyond is left to the deadline of the reading. */
const MOST_INFLATED = 128 * 1024 * 1024;

/**
 * How many compressed streams do not come out whole by their own checksum (RFC 1950), or stand where no object can be
 * read. Readers forgive such damage, each in its own way; it may sit in an outline of a glyph and change what is seen.
 */
export function countDamagedStreams(bytes: Uint8Array): number {
  let left = MOST_INFLATED;
  let damaged = 0;
  try {
    const { locations } = readCrossReference(bytes);
    for (const location of locations.values()) {
      if (location?.kind !== 'offset' || left <= 0) continue;
      const size = measureObject(bytes, location.offset, left);
      if (size === null) damaged += 1;
      else left -= size;
    }
  } catch {
    return damaged + 1;
  }
  return damaged;
}

/** Bytes that an object's stream inflates to, none for other objects; null where it is damaged. */
function measureObject(bytes: Uint8Array, offset: number, limit: number): number | null {
  try {
    const { object } = readIndirectObject(bytes, offset, () => null);
    if (!isDeflated(object)) return 0;
    // What a length elsewhere in the file belongs to is not looked at, and neither are several filters.
    return inflateSync(object.bytes, { maxOutputLength: limit }).length;
  } catch (error) {
    const isForeign = error instanceof Error && /no usable length/.test(error.message);
    return isForeign ? 0 : null;
  }
}

function isDeflated(object: PdfObject): object is PdfObject & { readonly kind: 'stream'; readonly bytes: Uint8Array } {
  if (object === null || typeof object !== 'object' || object.kind !== 'stream') return false;
  const filter = object.dictionary.entries.get('Filter') ?? null;
  return filter !== null && typeof filter === 'object' && filter.kind === 'name' && filter.name === 'FlateDecode';
}
