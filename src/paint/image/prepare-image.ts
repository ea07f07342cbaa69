import { deflateOnce } from '../deflate.ts';
import { checkBytes, type ImageFile, refuseImage } from './image-file.ts';
import { isJpeg, parseJpeg } from './jpeg-file.ts';
import { isPng, parsePng } from './png-file.ts';
import { decodePixels } from './png-pixels.ts';
import type { PreparedImage } from './prepared-image.ts';

/**
 * Reads a logo once for all documents of an engine: PNG becomes deflated RGB with its alpha split off, JPEG stays as it
 * is. Every size is checked before it is believed, so that a hostile file costs no more than an honest one. Throws
 * LOGO_INVALID.
 */
export function prepareImage(bytes: Uint8Array, name: string): PreparedImage {
  const file = { name, bytes };
  checkBytes(file);
  if (isPng(bytes)) return preparePng(file);
  if (isJpeg(bytes)) return prepareJpeg(file);
  throw refuseImage(file, 'first bytes', 'those of a PNG or a JPEG file');
}

function preparePng(file: ImageFile): PreparedImage {
  const png = parsePng(file);
  const { rgb, alpha } = decodePixels(png, file);
  return {
    width: png.width,
    height: png.height,
    colorSpace: 'DeviceRGB',
    filter: 'FlateDecode',
    bytes: deflateOnce(rgb),
    softMask: alpha === null ? null : deflateOnce(alpha),
  };
}

function prepareJpeg(file: ImageFile): PreparedImage {
  const jpeg = parseJpeg(file);
  return {
    width: jpeg.width,
    height: jpeg.height,
    colorSpace: jpeg.components === 1 ? 'DeviceGray' : 'DeviceRGB',
    filter: 'DCTDecode',
    bytes: jpeg.bytes,
    softMask: null,
  };
}
