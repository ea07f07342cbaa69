import type { ObjectStore } from './object-store.ts';

const PART = '.fakturapress-manifest-';
const JSON_LINES = 'application/x-ndjson';
/** A part that is larger is left as it is, and the next one begun. */
const PART_BYTES = 256 * 1024;
/** Names that a store may refuse though it says that nothing has them; a part then takes the next. */
const MAX_SKIPPED = 8;

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
    if (part === null || part.bytes.length >= PART_BYTES) return this.#begin(Buffer.from(lines));
    const bytes = Buffer.concat([part.bytes, lines]);
    const condition = { kind: 'unchanged', etag: part.etag } as const;
    const etag = await this.#store.put(part.name, bytes, { condition, type: JSON_LINES });
    const own = etag ?? (await this.#findOwn(part.name, bytes));
    if (own === null || own === 'nothing') return false;
    this.#part = { name: part.name, bytes, etag: own };
    return true;
  }

  async #begin(bytes: Buffer): Promise<boolean> {
    for (let skipped = 0; skipped < MAX_SKIPPED; skipped += 1) {
      const name = `${PART}${String(this.#next).padStart(9, '0')}.jsonl`;
      const etag = await this.#store.put(name, bytes, { condition: { kind: 'absent' }, type: JSON_LINES });
      const own = etag ?? (await this.#findOwn(name, bytes));
      if (own === null) return false;
      this.#next += 1;
      if (own === 'nothing') continue;
      this.#names.push(name);
      this.#part = { name, bytes, etag: own };
      return true;
    }
    return false;
  }

  async remove(): Promise<void> {
    for (const name of this.#names) await this.#store.remove(name);
    this.#names = [];
    this.#part = null;
  }

  /** After a lost answer the client finds its own write in its way: the version of it, null where another's is there. */
  async #findOwn(name: string, bytes: Uint8Array): Promise<string | 'nothing' | null> {
    const found = await this.#store.read(name);
    if (found === null) return 'nothing';
    return Buffer.from(found.bytes).equals(bytes) ? found.etag : null;
  }
}
