/** One table of a font file, as its directory describes it. */
export interface TableRecord {
  readonly tag: string;
  /** Bytes from the start of the file. */
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

/** `OTTO`, version 1.0 and Apple's `true`: the single, uncompressed fonts of the OpenType specification. */
const SIGNATURES = new Set([0x4f54544f, 0x00010000, 0x74727565]);

/** Bytes of the directory before its records, and of each record. */
export const HEADER_LENGTH = 12;
export const RECORD_LENGTH = 16;

/**
 * Reads the table directory of a TrueType or OpenType file (OpenType, "Organization of an OpenType Font"). A string says
 * what is wrong with it: another kind of file, or a table that reaches past the end.
 */
export function readTableDirectory(bytes: Uint8Array): readonly TableRecord[] | string {
  const view = toView(bytes);
  if (bytes.length < HEADER_LENGTH || !SIGNATURES.has(view.getUint32(0))) {
    return 'it does not begin as a TrueType or OpenType file does';
  }
  const count = view.getUint16(4);
  if (bytes.length < HEADER_LENGTH + count * RECORD_LENGTH) return 'its table directory is cut off';
  const records: TableRecord[] = [];
  for (let i = 0; i < count; i++) {
    const start = HEADER_LENGTH + i * RECORD_LENGTH;
    const tag = String.fromCharCode(...bytes.subarray(start, start + 4));
    const [checksum, offset, length] = [
      view.getUint32(start + 4),
      view.getUint32(start + 8),
      view.getUint32(start + 12),
    ];
    if (offset + length > bytes.length) return `its table ${tag.trim()} is cut off`;
    records.push({ tag, offset, length, checksum });
  }
  return records;
}

/**
 * The first table that no longer has the sum which the directory gives for it (OpenType, "Calculating Checksums"); null
 * where all have. Table head is left out: it holds a sum over the whole file, which some tools put in too late.
 */
export function findDamagedTable(bytes: Uint8Array, records: readonly TableRecord[]): TableRecord | null {
  const view = toView(bytes);
  return records.find((record) => record.tag !== 'head' && sumWords(view, record) !== record.checksum) ?? null;
}

/** The sum of a table's 32-bit words modulo 2^32, the last one filled up with zeros. */
export function sumWords(view: DataView, { offset, length }: Pick<TableRecord, 'offset' | 'length'>): number {
  const end = offset + length;
  let sum = 0;
  let at = offset;
  for (; at + 4 <= end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  for (let shift = 24; at < end; at++, shift -= 8) sum = (sum + (view.getUint8(at) << shift)) | 0;
  return sum >>> 0;
}

/** A font file's numbers, which are big-endian. */
export function toView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
