import { deflateSync } from 'node:zlib';

/**
 * Of what is compressed anew for every document: 40 % less time than zlib's own level for 2 % more bytes. What an engine
 * compresses once, such as its logo, is worth the highest level.
 */
const LEVEL = 4;
const HIGHEST_LEVEL = 9;

/** Bytes as a FlateDecode stream holds them (ISO 32000-1 §7.4.4). */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL });
}

/** The same of bytes that many documents share. */
export function deflateOnce(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: HIGHEST_LEVEL });
}
