import { documentFaults } from '../faults.ts';
import { didYouMean } from '../nearest-name.ts';
import { type Component, writeComponent } from './component.ts';

/**
 * Walks along the components of one value. Readers of values take what they know and leave the rest; whoever asked
 * calls `refuse` on what is left over, so every refusal points at the first component that does not fit.
 */
export class ValueReader {
  readonly #components: readonly Component[];
  #next = 0;

  constructor(components: readonly Component[]) {
    this.#components = components;
  }

  get isDone(): boolean {
    return this.#next >= this.#components.length;
  }

  peek(): Component | undefined {
    return this.#components[this.#next];
  }

  take(): Component | undefined {
    const component = this.#components[this.#next];
    if (component !== undefined) this.#next++;
    return component;
  }

  /** Where the reader stands, to come back to with `back`. */
  mark(): number {
    return this.#next;
  }

  back(mark: number): void {
    this.#next = mark;
  }

  /** Takes one of the given words (written in lower case), compared without regard to case. */
  word<const W extends string>(...words: readonly W[]): W | null {
    const component = this.peek();
    if (component?.kind !== 'word') return null;
    const written = component.word.toLowerCase();
    const found = words.find((word) => word === written);
    if (found !== undefined) this.#next++;
    return found ?? null;
  }

  /** Takes any word, as written. */
  anyWord(): string | null {
    const component = this.peek();
    if (component?.kind !== 'word') return null;
    this.#next++;
    return component.word;
  }

  string(): string | null {
    const component = this.peek();
    if (component?.kind !== 'string') return null;
    this.#next++;
    return component.text;
  }

  /** Takes a number within bounds. */
  number(least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): number | null {
    const component = this.peek();
    if (component?.kind !== 'number' || component.value < least || component.value > most) return null;
    this.#next++;
    return component.value;
  }

  /** Takes a whole number within bounds. */
  integer(least = -1_000_000, most = 1_000_000): number | null {
    const component = this.peek();
    if (component?.kind !== 'number' || !Number.isInteger(component.value)) return null;
    return this.number(least, most);
  }

  sign(sign: string): boolean {
    const component = this.peek();
    if (component?.kind !== 'delimiter' || component.sign !== sign) return false;
    this.#next++;
    return true;
  }

  /** Takes a function of one of the given names. */
  call<const N extends string>(...names: readonly N[]): { readonly name: N; readonly inside: ValueReader } | null {
    const component = this.peek();
    if (component?.kind !== 'function') return null;
    const name = names.find((candidate) => candidate === component.name);
    if (name === undefined) return null;
    this.#next++;
    return { name, inside: new ValueReader(component.inside) };
  }

  /** The fault for the component that the reader stands at, which fits nothing that `expected` names. */
  refuse(property: string, expected: string, words: readonly string[] = []): Error {
    const component = this.peek() ?? this.#components.at(-1);
    const place = component?.place;
    if (component === undefined || this.isDone) {
      return documentFaults.CSS_UNKNOWN_VALUE({
        message: `the value of ${property} is not complete, expected ${expected}`,
        place,
      });
    }
    return documentFaults.CSS_UNKNOWN_VALUE({
      message: `unexpected ${writeComponent(component)} in ${property}, expected ${expected}`,
      place,
      hint:
        component.kind === 'word'
          ? didYouMean(component.word, words, 'Supported values: docs/templates.md#css')
          : undefined,
    });
  }
}
