import { clientFaults } from './faults.ts';

/** An answer read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** The first part of `content-type`, in lower case; empty where there is none. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Collects a body chunk by chunk, after decompression, and stops at the limit: a gzip bomb costs one chunk more than is
 * allowed.
 *
 * @throws RESPONSE_TOO_LARGE
 */
export async function collectBody(
  body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Refuses by the length that the answer announces, before any of it is read. */
export function checkAnnouncedLength(length: string | null | undefined, maxBytes: number): void {
  if (Number(length ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

function tooLarge(maxBytes: number): Error {
  return clientFaults.RESPONSE_TOO_LARGE({
    message: `Unexpected size of an answer, expected at most ${maxBytes} bytes`,
  });
}
