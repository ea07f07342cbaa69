import { createReadStream, readdirSync, statSync } from 'node:fs';

const LINE_FEED = 0x0a;
const CHUNK_BYTES = 1024 * 1024;

/**
 * About how many records a file or folder holds, for those who want to know how far along a run is: blank lines count,
 * nothing is parsed. Null for standard input and for what cannot be read.
 */
export async function countRecords(path: string, signal: AbortSignal): Promise<number | null> {
  if (path === '-') return null;
  try {
    if (statSync(path).isDirectory()) return readdirSync(path).filter((name) => name.endsWith('.json')).length;
    let count = 0;
    let last = LINE_FEED;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES, signal })) {
      const bytes: Buffer = chunk;
      for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
      last = bytes.at(-1) ?? last;
    }
    return last === LINE_FEED ? count : count + 1;
  } catch {
    return null;
  }
}
