import type { Fault } from '../../base/index.ts';
import { paintFaults } from '../faults.ts';

/** More than any logo needs; both are checked before anything is decoded. */
const MAX_BYTES = 2_000_000;
const MAX_PIXELS = 4_000_000;

/** The bytes of an image file and the name by which a person knows it. */
export interface ImageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The fault for one defect: *Unexpected A in B, expected C*. */
export function refuseImage(file: ImageFile, found: string, expected: string, cause?: unknown): Fault {
  return paintFaults.LOGO_INVALID({ message: `Unexpected ${found} in ${file.name}, expected ${expected}`, cause });
}

export function checkBytes(file: ImageFile): void {
  if (file.bytes.length > MAX_BYTES) throw refuseImage(file, `${file.bytes.length} bytes`, `at most ${MAX_BYTES}`);
}

export function checkPixels(file: ImageFile, width: number, height: number): void {
  if (width === 0 || height === 0 || width * height > MAX_PIXELS) {
    throw refuseImage(file, `size of ${width} × ${height} pixels`, `1 to ${MAX_PIXELS} pixels in all`);
  }
}
