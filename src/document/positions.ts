import type { Place } from '../base/index.ts';

/** Turns offsets into a text into lines and columns (from 1, in UTF-16 units). Costs nothing until the first question. */
export class Positions {
  readonly #file: string;
  readonly #text: string;
  #lineStarts: readonly number[] | null = null;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  placeAt(offset: number): Place {
    this.#lineStarts ??= findLineStarts(this.#text);
    const line = lastAtOrBefore(this.#lineStarts, offset);
    return { file: this.#file, line: line + 1, column: offset - (this.#lineStarts[line] ?? 0) + 1 };
  }
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
