/** Where one object is: at an offset of the file, or in an object stream at an index. Null for a number without object. */
export type ObjectPlace =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** Bytes of each field of an entry: its type, offset or stream, generation or index. */
const FIELD_WIDTHS = [1, 4, 2] as const;
const ENTRY_BYTES = 7;

/** The entries of a cross-reference stream's dictionary that say how it is coded. */
export const CROSS_REFERENCE_ENTRIES = `/Type/XRef/W[${FIELD_WIDTHS.join(' ')}]`;

/** The content of a cross-reference stream (ISO 32000-1 §7.5.8): `places` begin with object 1. */
export function encodeCrossReference(places: readonly ObjectPlace[]): Uint8Array {
  const bytes = Buffer.alloc((places.length + 1) * ENTRY_BYTES);
  // Object 0 heads the list of free objects, of which there are no others.
  bytes.writeUInt16BE(0xffff, 5);
  places.forEach((place, index) => {
    const at = (index + 1) * ENTRY_BYTES;
    bytes.writeUInt8(place.kind === 'offset' ? 1 : 2, at);
    bytes.writeUInt32BE(place.kind === 'offset' ? place.offset : place.stream, at + 1);
    bytes.writeUInt16BE(place.kind === 'offset' ? 0 : place.index, at + 5);
  });
  return bytes;
}
