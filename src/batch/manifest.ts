import { codeOfSystemError, type Disk } from '../files/index.ts';
import { Fingerprints } from './fingerprints.ts';
import { type ManifestEntry, parseManifestEntry } from './manifest-entry.ts';
import { Offsets } from './offsets.ts';
import { replaceIfOther } from './replace-if-other.ts';

const LINE_FEED = 0x0a;
const CHUNK_BYTES = 1024 * 1024;

/** A line that an earlier run wrote, and where it stands. */
export interface EarlierLine {
  readonly entry: ManifestEntry;
  readonly offset: number;
}

/**
 * `manifest.jsonl`, a journal while a run goes on: lines are only added, and a record that is done over has a later line.
 * A finished run leaves one line a record, in their order. Keeps some bytes a record in memory, never the lines.
 */
export class Manifest {
  readonly #disk: Disk;
  readonly #path: string;
  /** Offset of the last line of an earlier run for an input, wherever it stood and where it stood. */
  readonly #earlier = new Fingerprints();
  readonly #offsets = new Offsets();
  #descriptor: number | null = null;
  /** Where the last whole line ends; what follows was torn off by a crash. */
  #end = 0;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
    try {
      this.#index();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** What an earlier run noted for an input, in preference at the same line. */
  find(inputSha256: string | null, line: number): EarlierLine | null {
    const same = this.#earlier.get(`${inputSha256} ${line}`);
    const offset = same ?? (inputSha256 === null ? null : this.#earlier.get(inputSha256));
    if (offset === null) return null;
    const entry = parseManifestEntry(this.#readLine(offset));
    return entry !== null && entry.inputSha256 === inputSha256 ? { entry, offset } : null;
  }

  /** Counts an earlier run's line as this run's. */
  keep(offset: number): void {
    this.#offsets.push(offset);
  }

  /** Adds lines for records and waits until they are on the disk. */
  append(entries: readonly ManifestEntry[]): void {
    if (entries.length === 0) return;
    const lines = entries.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`));
    const descriptor = this.#openToWrite();
    const bytes = Buffer.concat(lines);
    let written = 0;
    while (written < bytes.length) {
      written += this.#disk.writeSync(descriptor, bytes, written, bytes.length - written, this.#end + written);
    }
    this.#disk.fdatasyncSync(descriptor);
    for (const line of lines) {
      this.#offsets.push(this.#end);
      this.#end += line.length;
    }
  }

  /** This run's lines, in the order of the records. */
  *lines(): Generator<Uint8Array> {
    for (const offset of this.#offsets) yield this.#readLine(offset);
  }

  /** Leaves one line a record, in their order; touches nothing where that is so already. */
  finish(): void {
    replaceIfOther(this.#disk, this.#path, () => this.lines());
    this.close();
  }

  close(): void {
    if (this.#descriptor !== null) this.#disk.closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #index(): void {
    const descriptor = this.#openToRead();
    if (descriptor === null) return;
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const size = this.#disk.readSync(descriptor, chunk, 0, chunk.length, this.#end + rest.length);
      if (size === 0) return;
      rest = Buffer.concat([rest, chunk.subarray(0, size)]);
      let start = 0;
      for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED, start)) {
        this.#note(rest.subarray(start, end), this.#end + start);
        start = end + 1;
      }
      this.#end += start;
      rest = rest.subarray(start);
    }
  }

  #note(line: Uint8Array, offset: number): void {
    const entry = parseManifestEntry(line);
    if (entry === null) return;
    if (entry.inputSha256 !== null) this.#earlier.set(entry.inputSha256, offset);
    this.#earlier.set(`${entry.inputSha256} ${entry.line}`, offset);
  }

  #readLine(offset: number): Buffer {
    const descriptor = this.#openToRead();
    if (descriptor === null) return Buffer.alloc(0);
    let line: Buffer = Buffer.alloc(0);
    for (let size = 1024; ; size *= 2) {
      const buffer = Buffer.alloc(size);
      line = buffer.subarray(0, this.#disk.readSync(descriptor, buffer, 0, size, offset));
      const end = line.indexOf(LINE_FEED);
      if (end !== -1) return line.subarray(0, end + 1);
      if (line.length < size) return line;
    }
  }

  #openToRead(): number | null {
    if (this.#descriptor !== null) return this.#descriptor;
    try {
      this.#descriptor = this.#disk.openSync(this.#path, 'r+');
    } catch (error) {
      if (codeOfSystemError(error) !== 'ENOENT') throw error;
    }
    return this.#descriptor;
  }

  /** The first write of a run also cuts off what a crash tore. */
  #openToWrite(): number {
    const existing = this.#openToRead();
    const descriptor = existing ?? this.#disk.openSync(this.#path, 'wx+', 0o644);
    this.#descriptor = descriptor;
    if (existing !== null) this.#disk.ftruncateSync(descriptor, this.#end);
    return descriptor;
  }
}
