import type { ObjectStore } from './object-store.ts';

const PART = '.fakturapress-manifest-';
const JSON_LINES = 'application/x-ndjson';
/** A part that is larger is left as it is, and the next one begun. */
const PART_BYTES = 256 * 1024;

/**
 * The journal of a run in object storage, which cannot append: parts of some hundred kilobytes, numbered, of which the
 * last is written anew with each group of records. A finished run leaves none.
 */
export class ManifestParts {
  readonly #store: ObjectStore;
  #names: string[] = [];
  #next = 0;
  #part: { readonly name: string; bytes: Buffer; etag: string } | null = null;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** What runs that were cut short left, in order. New parts come after these. */
  async read(): Promise<Uint8Array[]> {
    this.#names = await this.#store.list(PART);
    const last = this.#names.at(-1);
    this.#next = last === undefined ? 0 : Number(/\d+/.exec(last.slice(PART.length))?.[0] ?? 0) + 1;
    const parts: Uint8Array[] = [];
    for (const name of this.#names) parts.push((await this.#store.read(name))?.bytes ?? new Uint8Array());
    return parts;
  }

  /** Adds whole lines; when this returns they are in the store. Answers no where another run writes the same parts. */
  async append(lines: Uint8Array): Promise<boolean> {
    if (lines.length === 0) return true;
    const part = this.#part;
    if (part === null || part.bytes.length >= PART_BYTES) {
      const name = `${PART}${String(this.#next).padStart(9, '0')}.jsonl`;
      const bytes = Buffer.from(lines);
      const etag = await this.#store.put(name, bytes, { condition: { kind: 'absent' }, type: JSON_LINES });
      if (etag === null && !(await this.#holds(name, bytes))) return false;
      this.#next += 1;
      this.#names.push(name);
      this.#part = { name, bytes, etag: etag ?? (await this.#store.identify(name))?.etag ?? '' };
      return true;
    }
    const bytes = Buffer.concat([part.bytes, lines]);
    const condition = { kind: 'unchanged', etag: part.etag } as const;
    const etag = await this.#store.put(part.name, bytes, { condition, type: JSON_LINES });
    if (etag === null && !(await this.#holds(part.name, bytes))) return false;
    this.#part = { name: part.name, bytes, etag: etag ?? (await this.#store.identify(part.name))?.etag ?? '' };
    return true;
  }

  async remove(): Promise<void> {
    for (const name of this.#names) await this.#store.remove(name);
    this.#names = [];
    this.#part = null;
  }

  /** After a lost answer the client finds its own write in its way. */
  async #holds(name: string, bytes: Uint8Array): Promise<boolean> {
    const found = await this.#store.read(name);
    return found !== null && Buffer.from(found.bytes).equals(bytes);
  }
}
