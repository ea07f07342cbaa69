import { checkPixels, type ImageFile, refuseImage } from './image-file.ts';

/** A JPEG file that can stand in a PDF as it is. */
export interface JpegFile {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
  /** From SOI to EOI; whatever stood behind is left out. */
  readonly bytes: Uint8Array;
}

/** ISO/IEC 10918-1 Table B.1: the frames that DCTDecode reads. Baseline, extended and progressive, all Huffman-coded. */
const READABLE_FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
/** All start-of-frame markers; C4, C8 and CC among them mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Walks the segments from SOI to EOI. Entropy-coded data is stepped over, not decoded. */
export function parseJpeg(file: ImageFile): JpegFile {
  const { bytes } = file;
  let frame: Omit<JpegFile, 'bytes'> | null = null;
  let offset = 2;
  while (offset + 2 <= bytes.length) {
    if (bytes[offset] !== 0xff) throw refuseImage(file, `byte at ${offset}`, 'a JPEG marker');
    const marker = bytes[offset + 1] ?? 0;
    if (marker === END_OF_IMAGE) {
      if (frame === null) throw refuseImage(file, 'end of image', 'a frame header');
      return { ...frame, bytes: bytes.slice(0, offset + 2) };
    }
    // Any number of FF may fill the space before a marker.
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const end = offset + 2 + segmentLength(file, offset + 2);
    if (isFrame(marker)) {
      if (frame !== null) throw refuseImage(file, 'second frame', 'one picture');
      frame = parseFrame(file, marker, bytes.subarray(offset + 4, end));
    }
    offset = marker === START_OF_SCAN ? skipScan(bytes, end) : end;
  }
  throw refuseImage(file, 'end of file', 'an end-of-image marker');
}

function segmentLength(file: ImageFile, at: number): number {
  const length = ((file.bytes[at] ?? 0) << 8) | (file.bytes[at + 1] ?? 0);
  if (length < 2 || at + length > file.bytes.length) {
    throw refuseImage(file, `segment of ${length} bytes`, `2 to the ${file.bytes.length - at} left`);
  }
  return length;
}

function parseFrame(file: ImageFile, marker: number, body: Uint8Array): Omit<JpegFile, 'bytes'> {
  if (!READABLE_FRAMES.includes(marker)) {
    throw refuseImage(file, `JPEG process ${marker.toString(16).toUpperCase()}`, 'baseline or progressive');
  }
  const [precision = 0, h1 = 0, h2 = 0, w1 = 0, w2 = 0, components = 0] = body;
  const height = (h1 << 8) | h2;
  const width = (w1 << 8) | w2;
  checkPixels(file, width, height);
  if (precision !== 8) throw refuseImage(file, `${precision} bits a sample`, '8');
  if (components !== 1 && components !== 3) {
    throw refuseImage(
      file,
      `${components} colour components`,
      '3 (RGB) or 1 (gray); CMYK has no place beside an RGB output intent',
    );
  }
  return { width, height, components };
}

/** The offset of the first marker after entropy-coded data, where FF 00 is a byte and FF D0 to FF D7 are restarts. */
function skipScan(bytes: Uint8Array, start: number): number {
  let offset = start;
  while (offset + 1 < bytes.length) {
    if (bytes[offset] === 0xff) {
      const next = bytes[offset + 1] ?? 0;
      if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return offset;
      offset += 1;
    }
    offset += 1;
  }
  return bytes.length;
}
