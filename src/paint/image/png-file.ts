import { crc32 } from 'node:zlib';
import { checkPixels, type ImageFile, refuseImage } from './image-file.ts';

/** ISO/IEC 15948 §11.2.2: what a sample means. */
export type PngColorType = 'gray' | 'rgb' | 'palette' | 'gray-alpha' | 'rgba';

/** A PNG file whose frame is sound; its pixels are still compressed. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: PngColorType;
  readonly interlaced: boolean;
  /** Three bytes a colour; empty unless `colorType` is `palette`. */
  readonly palette: Uint8Array;
  /** The tRNS chunk: an alpha for each palette colour, or the one colour that is transparent. Empty where there is none. */
  readonly transparency: Uint8Array;
  /** The zlib stream of all IDAT chunks. */
  readonly compressed: Uint8Array;
}

interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum. */
const CHUNK_FRAME = 12;

const COLOR_TYPES: ReadonlyMap<number, { readonly type: PngColorType; readonly depths: readonly number[] }> = new Map([
  [0, { type: 'gray', depths: [1, 2, 4, 8, 16] }],
  [2, { type: 'rgb', depths: [8, 16] }],
  [3, { type: 'palette', depths: [1, 2, 4, 8] }],
  [4, { type: 'gray-alpha', depths: [8, 16] }],
  [6, { type: 'rgba', depths: [8, 16] }],
]);

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Walks the chunks (ISO/IEC 15948 §5), checking each length and checksum. Whatever stands behind IEND is left out. */
export function parsePng(file: ImageFile): PngFile {
  const chunks = readChunks(file);
  const header = parseHeader(file, chunks[0]);
  const palette = findOnly(file, chunks, 'PLTE');
  const transparency = findOnly(file, chunks, 'tRNS');
  checkColors(file, header, palette, transparency);
  return { ...header, palette, transparency, compressed: joinPixels(file, chunks) };
}

function readChunks(file: ImageFile): Chunk[] {
  const { bytes } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let offset = SIGNATURE.length;
  while (offset + CHUNK_FRAME <= bytes.length) {
    const length = view.getUint32(offset);
    const end = offset + CHUNK_FRAME + length;
    if (end > bytes.length)
      throw refuseImage(file, `chunk of ${length} bytes`, `at most the ${bytes.length - offset} left`);
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    if (crc32(bytes.subarray(offset + 4, end - 4)) !== view.getUint32(end - 4)) {
      throw refuseImage(file, `checksum of chunk ${JSON.stringify(type)}`, 'the one its bytes give');
    }
    if (type === 'IEND') return chunks;
    chunks.push({ type, body: bytes.subarray(offset + 8, end - 4) });
    offset = end;
  }
  throw refuseImage(file, 'end of file', 'an IEND chunk');
}

type Header = Omit<PngFile, 'palette' | 'transparency' | 'compressed'>;

function parseHeader(file: ImageFile, chunk: Chunk | undefined): Header {
  if (chunk?.type !== 'IHDR' || chunk.body.length !== 13) throw refuseImage(file, 'first chunk', 'an IHDR of 13 bytes');
  const view = new DataView(chunk.body.buffer, chunk.body.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  checkPixels(file, width, height);
  const [bitDepth, color, compression, filter, interlace] = [8, 9, 10, 11, 12].map((at) => view.getUint8(at)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const known = COLOR_TYPES.get(color);
  if (known === undefined || !known.depths.includes(bitDepth)) {
    throw refuseImage(file, `colour type ${color} of ${bitDepth} bits`, 'one that ISO/IEC 15948 lists');
  }
  if (compression !== 0 || filter !== 0 || interlace > 1) {
    throw refuseImage(file, 'compression, filter or interlace method', 'one that ISO/IEC 15948 defines');
  }
  return { width, height, bitDepth, colorType: known.type, interlaced: interlace === 1 };
}

/** The body of the one chunk of a type, empty where there is none. */
function findOnly(file: ImageFile, chunks: readonly Chunk[], type: string): Uint8Array {
  const found = chunks.filter((chunk) => chunk.type === type);
  if (found.length > 1) throw refuseImage(file, `second ${type} chunk`, 'at most one');
  return found[0]?.body ?? new Uint8Array();
}

function checkColors(file: ImageFile, header: Header, palette: Uint8Array, transparency: Uint8Array): void {
  const isPalette = header.colorType === 'palette';
  if (isPalette && (palette.length === 0 || palette.length % 3 !== 0 || palette.length > 3 * 2 ** header.bitDepth)) {
    throw refuseImage(file, `palette of ${palette.length} bytes`, `3 to ${3 * 2 ** header.bitDepth}, three a colour`);
  }
  if (transparency.length === 0) return;
  const expected = { gray: 2, rgb: 6, palette: palette.length / 3, 'gray-alpha': 0, rgba: 0 }[header.colorType];
  if (isPalette ? transparency.length > expected : transparency.length !== expected) {
    throw refuseImage(file, `tRNS chunk of ${transparency.length} bytes`, `${expected} for ${header.colorType}`);
  }
}

function joinPixels(file: ImageFile, chunks: readonly Chunk[]): Uint8Array {
  const critical = chunks.find(
    ({ type }, index) => index > 0 && /^[A-Z]/.test(type) && type !== 'PLTE' && type !== 'IDAT',
  );
  if (critical !== undefined)
    throw refuseImage(file, `chunk ${JSON.stringify(critical.type)}`, 'none that decoders must know');
  const pixels = chunks.filter((chunk) => chunk.type === 'IDAT');
  if (pixels.length === 0) throw refuseImage(file, 'absence of pixels', 'an IDAT chunk');
  return Buffer.concat(pixels.map((chunk) => chunk.body));
}
