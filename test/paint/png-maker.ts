import { crc32, deflateSync } from 'node:zlib';

/** Pixels to encode: for each channel a number of `bitDepth` bits. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 1 | 2 | 4 | 8 | 16;
  /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA. */
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  readonly interlaced: boolean;
  /** Row by row, pixel by pixel, channel by channel. */
  readonly samples: readonly number[];
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  /** The filter type of the n-th row written. */
  readonly filterOf?: (row: number) => number;
}

const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const ADAM7: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** A PNG file of any colour type, depth, filter and interlace method. */
export function makePng(image: RawImage): Uint8Array {
  const chunks = [
    chunk('IHDR', header(image)),
    ...(image.palette === undefined ? [] : [chunk('PLTE', Uint8Array.from(image.palette))]),
    ...(image.transparency === undefined ? [] : [chunk('tRNS', Uint8Array.from(image.transparency))]),
    chunk('IDAT', deflateSync(filteredRows(image))),
    chunk('IEND', new Uint8Array()),
  ];
  return Buffer.concat([PNG_SIGNATURE, ...chunks]);
}

export const PNG_SIGNATURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function chunk(type: string, body: Uint8Array): Uint8Array {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

export function header(
  image: Pick<RawImage, 'width' | 'height' | 'bitDepth' | 'colorType' | 'interlaced'>,
): Uint8Array {
  const out = Buffer.alloc(13);
  out.writeUInt32BE(image.width, 0);
  out.writeUInt32BE(image.height, 4);
  out.set([image.bitDepth, image.colorType, 0, 0, image.interlaced ? 1 : 0], 8);
  return out;
}

function filteredRows(image: RawImage): Uint8Array {
  const passes = image.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  const bytesPerPixel = Math.max(1, (CHANNELS[image.colorType] * image.bitDepth) / 8);
  const rows: Uint8Array[] = [];
  for (const [left, top, right, down] of passes) {
    if (left >= image.width) continue;
    let above: Uint8Array | null = null;
    for (let y = top; y < image.height; y += down) {
      const row = packRow(image, y, left, right);
      const type = image.filterOf?.(rows.length) ?? 0;
      rows.push(Uint8Array.from([type, ...filterRow(type, row, above ?? new Uint8Array(row.length), bytesPerPixel)]));
      above = row;
    }
  }
  return Buffer.concat(rows);
}

function packRow(image: RawImage, y: number, left: number, right: number): Uint8Array {
  const channels = CHANNELS[image.colorType];
  let bits = '';
  for (let x = left; x < image.width; x += right) {
    for (let channel = 0; channel < channels; channel += 1) {
      const sample = image.samples[(y * image.width + x) * channels + channel] ?? 0;
      bits += sample.toString(2).padStart(image.bitDepth, '0');
    }
  }
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}

function filterRow(type: number, row: Uint8Array, above: Uint8Array, bytesPerPixel: number): number[] {
  return Array.from(row, (byte, i) => {
    const a = i < bytesPerPixel ? 0 : (row[i - bytesPerPixel] ?? 0);
    const b = above[i] ?? 0;
    const c = i < bytesPerPixel ? 0 : (above[i - bytesPerPixel] ?? 0);
    const p = a + b - c;
    const nearest = [a, b, c].reduce((best, value) => (Math.abs(p - value) < Math.abs(p - best) ? value : best));
    const predicted = [0, a, b, Math.floor((a + b) / 2), nearest][type] ?? 0;
    return (byte - predicted) & 0xff;
  });
}
