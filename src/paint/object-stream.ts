/** Enough for a page or two of elements; a reader that wants one object inflates no more than these. */
const MAX_OBJECTS = 500;

/**
 * Objects gathered into one stream, where they deflate together (ISO 32000-1 §7.5.7). The structure tree of a page is
 * hundreds of small dictionaries that differ in a few digits: packed, they take a tenth of the room.
 */
export class ObjectStream {
  readonly #ids: number[] = [];
  #index = '';
  #bodies = '';

  /** The numbers of the objects, in the order in which they stand in the stream. */
  get ids(): readonly number[] {
    return this.#ids;
  }

  get isFull(): boolean {
    return this.#ids.length === MAX_OBJECTS;
  }

  add(id: number, body: string): void {
    this.#ids.push(id);
    this.#index += `${id} ${this.#bodies.length} `;
    this.#bodies += `${body}\n`;
  }

  /** The stream dictionary's entries, before any filter. */
  get entries(): string {
    return `/Type/ObjStm/N ${this.#ids.length}/First ${this.#index.length}`;
  }

  toBytes(): Uint8Array {
    return Buffer.from(this.#index + this.#bodies, 'latin1');
  }
}
