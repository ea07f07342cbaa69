import { batchFaults } from '../faults.ts';

/** A place in object storage: `s3://bucket/prefix`. */
export interface StoreAddress {
  readonly bucket: string;
  /** Empty, or ends in a slash. */
  readonly prefix: string;
}

const SCHEME = 's3://';
/** Bucket names as AWS allows them; no dots, which certificates of buckets do not cover. */
const BUCKET = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9!_.*'()-]{1,200}$/;

/** Whether `--out` names object storage rather than a folder. */
export function isStoreAddress(out: string): boolean {
  return out.startsWith(SCHEME);
}

/**
 * Reads `s3://bucket/prefix`.
 *
 * @throws SETTING_INVALID
 */
export function parseStoreAddress(out: string): StoreAddress {
  const [bucket = '', ...segments] = out.slice(SCHEME.length).replace(/\/$/, '').split('/');
  if (isStoreAddress(out) && BUCKET.test(bucket) && segments.every((segment) => SEGMENT.test(segment))) {
    return { bucket, prefix: segments.map((segment) => `${segment}/`).join('') };
  }
  throw batchFaults.SETTING_INVALID({
    message: `Unexpected out ${out}, expected s3://BUCKET or s3://BUCKET/PREFIX of plain characters`,
    hint: 'Bucket and prefix are of letters, digits and - _ . ; nothing is escaped.',
  });
}
