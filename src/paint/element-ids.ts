import type { StructureElement } from '../layout/index.ts';
import { pdfReference, pdfTextString } from './pdf-syntax.ts';

/**
 * Names structure elements that others may want to find: an element that holds a fact is called after it, a header cell
 * by its number. The names are unique, and the id tree finds an element by name (ISO 32000-1 §14.7.2, Table 322).
 */
export class ElementIds {
  /** By name: the element's object. */
  readonly #objects = new Map<string, number>();
  /** How often each stem has been used. */
  readonly #uses = new Map<string, number>();

  /** The /ID entry of an element's dictionary, empty where the element has no name. */
  toEntry(element: StructureElement, id: number): string {
    const stem = stemOf(element);
    if (stem === null) return '';
    const use = (this.#uses.get(stem) ?? 0) + 1;
    this.#uses.set(stem, use);
    const name = use === 1 ? stem : `${stem}#${use}`;
    this.#objects.set(name, id);
    return `/ID ${pdfTextString(name)}`;
  }

  /** The /IDTree entry of the tree's root; names stand in the order of their bytes. */
  toTreeEntry(): string {
    if (this.#objects.size === 0) return '';
    const sorted = [...this.#objects].sort(([a], [b]) => (a < b ? -1 : 1));
    return `/IDTree<</Names[${sorted.map(([name, id]) => `${pdfTextString(name)} ${pdfReference(id)}`).join(' ')}]>>`;
  }
}

function stemOf(element: StructureElement): string | null {
  if (element.fact !== null) return `fact.${element.fact}`;
  return element.role === 'TH' ? 'header' : null;
}
