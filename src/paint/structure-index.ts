import type { StructureElement, StructureRole } from '../layout/index.ts';
import { paintFaults } from './faults.ts';

/** What drawing has to know of a leaf. */
export interface LeafPlace {
  /** Role of the element that holds the leaf. */
  readonly role: StructureRole;
  /** Whether the leaf is part of a figure, whose extent the file states. */
  readonly inFigure: boolean;
}

/** Finds a leaf's place in the structure tree. */
export class StructureIndex {
  /** By leaf: they count from 0. */
  readonly #places: LeafPlace[] = [];

  constructor(root: StructureElement) {
    this.#collect(root, false);
  }

  /** Throws PAINT_UNMARKED where the tree holds no such leaf. */
  find(leaf: number): LeafPlace {
    const place = this.#places[leaf];
    if (place === undefined) {
      throw paintFaults.PAINT_UNMARKED({
        message: `Unexpected content of leaf ${leaf}, expected a leaf of the structure tree`,
      });
    }
    return place;
  }

  #collect(element: StructureElement, inFigure: boolean): void {
    const place = { role: element.role, inFigure: inFigure || element.role === 'Figure' };
    for (const child of element.children) {
      if (child.kind === 'leaf') this.#places[child.id] = place;
      else this.#collect(child, place.inFigure);
    }
  }
}
