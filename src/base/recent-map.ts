/**
 * Remembers the values used last: at least `capacity` of them, never more than twice as many. Two generations: what is
 * asked for again moves into the newer one, and when that is full, the older one is dropped.
 */
export class RecentMap<Value> {
  readonly #capacity: number;
  #newer = new Map<string, Value>();
  #older = new Map<string, Value>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: string): Value | undefined {
    const newer = this.#newer.get(key);
    if (newer !== undefined) return newer;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    if (this.#newer.size >= this.#capacity) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
  }
}
