import type { CounterChange } from '../style.ts';

/** The counter of list items that every list keeps by itself (CSS Lists 3 §4.6). */
export const LIST_ITEM = 'list-item';

/**
 * Counters in document order with the scopes of CSS Lists 3 §4.3: a reset reaches the following siblings of its element
 * and everything inside them, and ends with the parent.
 */
export class Counters {
  readonly #values = new Map<string, number[]>();
  /** For each open parent, the names that its children have started; null while there are none, as in most. */
  readonly #started: (Set<string> | null)[] = [null];

  enterChildren(): void {
    this.#started.push(null);
  }

  leaveChildren(): void {
    const started = this.#started.pop();
    if (started) for (const name of started) this.#values.get(name)?.pop();
  }

  reset({ name, value }: CounterChange): void {
    const stack = this.#stackOf(name);
    const depth = this.#started.length - 1;
    const started = this.#started[depth] ?? new Set();
    this.#started[depth] = started;
    if (started.has(name)) stack[stack.length - 1] = value;
    else stack.push(value);
    started.add(name);
  }

  increment({ name, value }: CounterChange): void {
    const stack = this.#stackOf(name);
    if (stack.length === 0) this.reset({ name, value: 0 });
    stack[stack.length - 1] = (stack.at(-1) ?? 0) + value;
  }

  set({ name, value }: CounterChange): void {
    const stack = this.#stackOf(name);
    if (stack.length === 0) this.reset({ name, value });
    else stack[stack.length - 1] = value;
  }

  /** The innermost value; zero where nothing started the counter. */
  valueOf(name: string): number {
    return this.#values.get(name)?.at(-1) ?? 0;
  }

  #stackOf(name: string): number[] {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const stack: number[] = [];
    this.#values.set(name, stack);
    return stack;
  }
}
