import { createHash } from 'node:crypto';

const FIRST_CAPACITY = 1024;

/**
 * A map from texts to numbers that keeps 16 bytes a text, whatever its length, so that a million names fit beside the
 * work: 64 bits of the text's SHA-256, and the number. Two texts of a million share those bits once in some ten million runs.
 */
export class Fingerprints {
  #keys = new BigUint64Array(FIRST_CAPACITY);
  #values = new Float64Array(FIRST_CAPACITY);
  #size = 0;

  get(text: string): number | null {
    const slot = this.#find(toKey(text));
    return this.#keys[slot] === 0n ? null : (this.#values[slot] ?? null);
  }

  set(text: string, value: number): void {
    if (this.#size * 4 >= this.#keys.length * 3) this.#grow();
    this.#put(toKey(text), value);
  }

  #put(key: bigint, value: number): void {
    const slot = this.#find(key);
    if (this.#keys[slot] === 0n) this.#size += 1;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  /** The key's slot, or the free one where it belongs. Capacities are powers of two. */
  #find(key: bigint): number {
    const mask = this.#keys.length - 1;
    let slot = Number(key & BigInt(mask));
    while (this.#keys[slot] !== 0n && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new BigUint64Array(keys.length * 2);
    this.#values = new Float64Array(keys.length * 2);
    this.#size = 0;
    keys.forEach((key, slot) => {
      if (key !== 0n) this.#put(key, values[slot] ?? 0);
    });
  }
}

/** 48 bits of the text's SHA-256, which a number holds exactly. */
export function toFingerprint(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}

/** Zero means a free slot, so no key is zero. */
function toKey(text: string): bigint {
  return createHash('sha256').update(text).digest().readBigUInt64BE(8) | 1n;
}
