import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Fault } from '../base/index.ts';
import { toReadFault } from '../files/index.ts';
import type { SourceInput } from '../read-source.ts';
import { batchFaults } from './faults.ts';
import { MAX_RECORD_BYTES } from './limits.ts';
import { readLines } from './read-lines.ts';
import type { RawRecord } from './record.ts';

/**
 * Where records come from: the path of a file of JSON Lines, of a folder of `*.json` files, `-` for standard input, or
 * the sources themselves.
 */
export type BatchSources = string | Iterable<SourceInput> | AsyncIterable<SourceInput>;

const CHUNK_BYTES = 256 * 1024;

/**
 * Opens the sources, and reads them as the records are asked for. What is wrong with one record comes as that record;
 * only sources that cannot be read at all are thrown. An aborted signal lets go of the stream.
 *
 * @throws FILE_NOT_FOUND, FILE_UNREADABLE
 */
export function openRecords(sources: BatchSources, signal: AbortSignal): AsyncGenerator<RawRecord> {
  if (typeof sources !== 'string') return readGiven(sources);
  if (sources === '-') return readJsonLines(() => process.stdin, sources, signal);
  try {
    if (statSync(sources).isDirectory()) return readFolder(sources, readdirSync(sources));
  } catch (error) {
    throw toReadFault(error, sources);
  }
  return readJsonLines(() => createReadStream(sources, { highWaterMark: CHUNK_BYTES }), sources, signal);
}

async function* readJsonLines(open: () => Readable, name: string, signal: AbortSignal): AsyncGenerator<RawRecord> {
  const stream = open();
  const letGo = () => stream.destroy();
  signal.addEventListener('abort', letGo, { once: true });
  try {
    for await (const { number, bytes } of readLines(stream as AsyncIterable<Uint8Array>, MAX_RECORD_BYTES)) {
      const place = { line: number, input: null };
      yield bytes === null
        ? { ...place, fault: batchFaults.LINE_TOO_LONG({ message: describeExcess(`line ${number}`) }) }
        : { ...place, bytes };
    }
  } catch (error) {
    if (!signal.aborted) throw toReadFault(error, name);
  } finally {
    signal.removeEventListener('abort', letGo);
  }
}

/** The folder's files in the order of their names; their names, and nothing else of them, are held in memory. */
async function* readFolder(folder: string, names: readonly string[]): AsyncGenerator<RawRecord> {
  const sources = names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).toSorted();
  for (const [index, input] of sources.entries()) {
    yield { line: index + 1, input, ...readSourceFile(join(folder, input)) };
  }
}

function readSourceFile(path: string): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly fault: Fault } {
  try {
    if (statSync(path).size > MAX_RECORD_BYTES) {
      return { fault: batchFaults.LINE_TOO_LONG({ message: describeExcess(path) }) };
    }
    return { bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    const fault = toReadFault(error, path);
    if (fault instanceof Fault) return { fault };
    throw error;
  }
}

async function* readGiven(sources: Iterable<SourceInput> | AsyncIterable<SourceInput>): AsyncGenerator<RawRecord> {
  let line = 0;
  for await (const source of sources) {
    line += 1;
    yield { line, input: null, bytes: toBytes(source) };
  }
}

function toBytes(source: SourceInput): Uint8Array<ArrayBuffer> {
  if (source instanceof Uint8Array) return new Uint8Array(source);
  return new Uint8Array(Buffer.from(typeof source === 'string' ? source : JSON.stringify(source)));
}

function describeExcess(subject: string): string {
  return `Unexpected more than ${MAX_RECORD_BYTES} bytes in ${subject}, expected one source`;
}
