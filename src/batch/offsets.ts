/** A list of numbers that grows and keeps eight bytes for each. */
export class Offsets {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let i = 0; i < this.#length; i += 1) yield this.#values[i] ?? 0;
  }
}
