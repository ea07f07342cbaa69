import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PreparedImage, paintDocument, prepareImage } from '#dist/paint/index.js';
import type { FontBook } from '#dist/text/index.js';
import { findBreaches, hasJudges, inTemporaryFolder, rasterise, readTool, withPdf } from '../support/judges/index.ts';
import { FADING_SQUARE } from './every-kind.ts';
import { BACKGROUND, content, element, leaf, loadFonts, page, paged, rectangle, resources } from './hand-made.ts';
import { chunk, header, makePng, PNG_SIGNATURE, type RawImage } from './png-maker.ts';

let book: FontBook;
beforeAll(async () => {
  book = await loadFonts();
});

const KINDS: readonly Pick<RawImage, 'colorType' | 'bitDepth'>[] = [
  ...([1, 2, 4, 8, 16] as const).map((bitDepth) => ({ colorType: 0 as const, bitDepth })),
  ...([8, 16] as const).map((bitDepth) => ({ colorType: 2 as const, bitDepth })),
  ...([1, 2, 4, 8] as const).map((bitDepth) => ({ colorType: 3 as const, bitDepth })),
  ...([8, 16] as const).map((bitDepth) => ({ colorType: 4 as const, bitDepth })),
  ...([8, 16] as const).map((bitDepth) => ({ colorType: 6 as const, bitDepth })),
];

/** Pixels of any kind, with a palette or a transparent colour where the kind may have one. */
const anyImage: fc.Arbitrary<RawImage> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    width: fc.integer({ min: 1, max: 19 }),
    height: fc.integer({ min: 1, max: 19 }),
    interlaced: fc.boolean(),
    filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 }),
    hasTransparency: fc.boolean(),
    noise: fc.uint8Array({ minLength: 32, maxLength: 64 }),
  })
  .map(({ kind, width, height, interlaced, filters, hasTransparency, noise }) => {
    const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kind.colorType];
    const largest = 2 ** kind.bitDepth - 1;
    const byteAt = (index: number) => ((noise[index % noise.length] ?? 0) * (1 + (index >> 5))) & 0xff;
    // A third are zeros, so that a transparent colour is met.
    const sampleAt = (index: number) => (index % 3 === 0 ? 0 : (byteAt(index) * 257) & largest);
    const transparency = { 0: [0, 0], 2: [0, 0, 0, 0, 0, 0], 3: [0, 128], 4: undefined, 6: undefined }[kind.colorType];
    return {
      ...kind,
      width,
      height,
      interlaced,
      samples: Array.from({ length: width * height * channels }, (_, index) => sampleAt(index)),
      filterOf: (row: number) => filters[row % filters.length] ?? 0,
      ...(kind.colorType === 3
        ? { palette: Array.from({ length: 3 * (largest + 1) }, (_, index) => byteAt(index)) }
        : {}),
      ...(hasTransparency && transparency !== undefined ? { transparency } : {}),
    };
  });

/** Red, green, blue and alpha of every pixel in hexadecimal; zeros where a pixel is wholly transparent. */
function pixelsOf(image: PreparedImage): string {
  const rgb = inflateSync(image.bytes);
  const alpha = image.softMask === null ? Buffer.alloc(image.width * image.height, 255) : inflateSync(image.softMask);
  return Buffer.from(
    Array.from(alpha, (opacity, i) => [...rgb.subarray(i * 3, i * 3 + 3), opacity]).flatMap(toVisible),
  ).toString('hex');
}

function pixelsByPngjs(bytes: Uint8Array): string {
  const { data } = PNG.sync.read(Buffer.from(bytes));
  return Buffer.from(
    Array.from({ length: data.length / 4 }, (_, i) => [...data.subarray(i * 4, i * 4 + 4)]).flatMap(toVisible),
  ).toString('hex');
}

function toVisible(pixel: readonly number[]): readonly number[] {
  return pixel[3] === 0 ? [0, 0, 0, 0] : pixel;
}

describe('PNG', () => {
  it('of every colour type, depth, filter and interlace method gives the pixels that pngjs gives', () => {
    fc.assert(
      fc.property(anyImage, (image) => {
        const png = makePng(image);
        expect(pixelsOf(prepareImage(png, 'logo.png'))).toBe(pixelsByPngjs(png));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps no mask where every pixel is opaque', () => {
    const image: RawImage = {
      width: 1,
      height: 1,
      bitDepth: 8,
      colorType: 6,
      interlaced: false,
      samples: [1, 2, 3, 255],
    };
    expect(prepareImage(makePng(image), 'logo.png').softMask).toBeNull();
  });

  it.skipIf(!hasJudges('pdftoppm'))('lies where it should, the right way up, alpha over what is below', async () => {
    const image: RawImage = {
      width: 2,
      height: 2,
      bitDepth: 8,
      colorType: 6,
      interlaced: false,
      samples: [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 128],
    };
    const yellow = rectangle([0, 0, 596, 842], BACKGROUND, { fill: { red: 1, green: 1, blue: 0, alpha: 1 } });
    const pdf = paintDocument(
      paged(
        [
          page([
            yellow,
            { kind: 'image', box: { x: 100, y: 200, width: 40, height: 40 }, image: 'logo', mark: content(1) },
          ]),
        ],
        [element('Figure', [leaf(1)], { alternative: 'Fire felt' })],
      ),
      resources(book, { images: new Map([['logo', prepareImage(makePng(image), 'logo.png')]]) }),
    );
    const { data, width } = PNG.sync.read(Buffer.from(await withPdf(pdf, (file) => rasterise(file, 1, 72))));
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    expect(at(110, 210)).toEqual([255, 0, 0]);
    expect(at(130, 210)).toEqual([0, 255, 0]);
    expect(at(110, 230)).toEqual([0, 0, 255]);
    const [red = 0, green = 0, blue] = at(130, 230);
    expect([Math.abs(red - 127) < 3, Math.abs(green - 127) < 3, blue]).toEqual([true, true, 0]);
    expect(at(95, 210)).toEqual([255, 255, 0]);
  });
});

describe.skipIf(!hasJudges('pdftoppm', 'verapdf'))('JPEG', { timeout: 120_000 }, () => {
  it.each(['baseline', 'progressive', 'gray'] as const)('%s stands in a conforming file as it came', async (kind) => {
    const jpeg = await JPEGS[kind]();
    const image = prepareImage(Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004 what is not a picture')]), 'logo.jpg');
    const colorSpace = kind === 'gray' ? 'DeviceGray' : 'DeviceRGB';
    expect(image).toMatchObject({ colorSpace, filter: 'DCTDecode', softMask: null });
    expect(Buffer.from(image.bytes).equals(jpeg)).toBe(true);
    const pdf = paintDocument(
      paged(
        [page([{ kind: 'image', box: { x: 0, y: 0, width: 100, height: 100 }, image: 'logo', mark: content(1) }])],
        [element('Figure', [leaf(1)], { alternative: 'Logo' })],
      ),
      resources(book, { images: new Map([['logo', image]]) }),
    );
    expect(await withPdf(pdf, (file) => findBreaches([file]))).toEqual([]);
  });

  it('is refused in CMYK, in arithmetic coding, and cut short at any byte', async () => {
    const refused = (message: string) =>
      expect.objectContaining({ code: 'LOGO_INVALID', message: expect.stringContaining(message) });
    const cmyk = await makeJpeg(['-jpegcmyk']);
    expect(() => prepareImage(cmyk, 'logo.jpg')).toThrow(refused('4 colour components'));
    expect(() => prepareImage(Buffer.from(ARITHMETIC_JPEG, 'base64'), 'logo.jpg')).toThrow(refused('JPEG process C9'));
    const jpeg = await makeJpeg(['-jpeg']);
    for (let length = 0; length < jpeg.length; length += 7) {
      expect(() => prepareImage(jpeg.subarray(0, length), 'logo.jpg'), `${length}`).toThrow(refused('Unexpected'));
    }
  });
});

describe('a hostile file', () => {
  const small = { width: 1, height: 1, bitDepth: 8, colorType: 2, interlaced: false } as const;
  const huge = { ...small, width: 60_000, height: 60_000 };
  const broken = Buffer.from(FADING_SQUARE);
  broken[60] = (broken[60] ?? 0) ^ 0xff;
  const negativeChunk = Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header(small)),
    Buffer.from([0xff, 0xff, 0xff, 0xf4]),
    Buffer.from('IDAT'),
  ]);
  const longChunk = Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header(small)),
    Buffer.from([0x7f, 0xff, 0xff, 0xff]),
    Buffer.from('IDAT1234'),
  ]);
  const png = (...chunks: readonly Uint8Array[]) =>
    Buffer.concat([PNG_SIGNATURE, ...chunks, chunk('IEND', new Uint8Array())]);

  const files: Record<string, Uint8Array> = {
    nothing: new Uint8Array(),
    'a script': Buffer.from('<svg onload="alert(1)"/>'),
    'a GIF': Buffer.from('GIF89a'),
    'three megabytes': new Uint8Array(3_000_000),
    'a signature alone': PNG_SIGNATURE,
    'a chunk of negative length': negativeChunk,
    'a chunk of two gigabytes': longChunk,
    'a checksum that is wrong': broken,
    '3,600 million pixels': png(chunk('IHDR', header(huge)), chunk('IDAT', deflateSync(new Uint8Array(10)))),
    'no pixels across': png(
      chunk('IHDR', header({ ...small, width: 0 })),
      chunk('IDAT', deflateSync(new Uint8Array(4))),
    ),
    'a bomb of zeros': png(
      chunk('IHDR', header(small)),
      chunk('IDAT', deflateSync(new Uint8Array(200_000_000), { level: 9 })),
    ),
    'too few pixels': png(
      chunk('IHDR', header({ ...small, height: 9 })),
      chunk('IDAT', deflateSync(new Uint8Array(4))),
    ),
    'pixels that are not zlib': png(chunk('IHDR', header(small)), chunk('IDAT', Buffer.from('not zlib'))),
    'a filter type of 5': png(chunk('IHDR', header(small)), chunk('IDAT', deflateSync(Uint8Array.from([5, 0, 0, 0])))),
    'a palette index beyond the palette': png(
      chunk('IHDR', header({ ...small, colorType: 3 })),
      chunk('PLTE', Uint8Array.from([1, 2, 3])),
      chunk('IDAT', deflateSync(Uint8Array.from([0, 7]))),
    ),
    'a palette that is missing': png(
      chunk('IHDR', header({ ...small, colorType: 3 })),
      chunk('IDAT', deflateSync(Uint8Array.from([0, 0]))),
    ),
    'no pixels at all': png(chunk('IHDR', header(small))),
    'two headers': png(
      chunk('IHDR', header(small)),
      chunk('IHDR', header(small)),
      chunk('IDAT', deflateSync(new Uint8Array(4))),
    ),
    'an unknown critical chunk': png(
      chunk('IHDR', header(small)),
      chunk('EVIL', new Uint8Array()),
      chunk('IDAT', deflateSync(new Uint8Array(4))),
    ),
    'no IHDR first': png(chunk('IDAT', deflateSync(new Uint8Array(4))), chunk('IHDR', header(small))),
    'a JPEG marker and nothing more': Uint8Array.from([0xff, 0xd8, 0xff]),
    'a JPEG segment past the end': Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0]),
  };

  it.each(Object.entries(files))('is refused within a second: %s', (_, bytes) => {
    const start = performance.now();
    expect(() => prepareImage(bytes, 'logo.png')).toThrow(
      expect.objectContaining({
        code: 'LOGO_INVALID',
        message: expect.stringMatching(/^Unexpected .+ in logo\.png, expected .+/),
      }),
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('is a fault and nothing else, whichever byte is changed or wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: FADING_SQUARE.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, change, isCut) => {
          const bytes = Buffer.from(FADING_SQUARE);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          expect(() => prepareImage(isCut ? bytes.subarray(0, at) : bytes, 'logo.png')).toThrow(
            expect.objectContaining({ code: 'LOGO_INVALID' }),
          );
        },
      ),
    );
  });
});

/** One gray pixel each. */
const GRAY_JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q==';
const ARITHMETIC_JPEG =
  '/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=';

const JPEGS = {
  baseline: () => makeJpeg(['-jpeg']),
  progressive: () => makeJpeg(['-jpeg', '-jpegopt', 'progressive=y']),
  gray: async () => Buffer.from(GRAY_JPEG, 'base64'),
};

/** A JPEG of some picture, made by poppler. */
async function makeJpeg(options: readonly string[]): Promise<Buffer> {
  const fill = { red: 0.8, green: 0.3, blue: 0.1, alpha: 1 };
  const circle = rectangle([10, 10, 300, 300], BACKGROUND, { radii: [150, 150, 150, 150], fill });
  return inTemporaryFolder(async (folder) => {
    const source = join(folder, 'source.pdf');
    await writeFile(source, paintDocument(paged([page([circle])], []), resources(book)));
    await readTool('pdftoppm', [...options, '-r', '20', '-singlefile', source, join(folder, 'picture')]);
    return readFile(join(folder, 'picture.jpg'));
  });
}
