import type { ReadDocument, StructureNode } from '../readback/index.ts';

/** Where content stands in the structure tree. */
export interface StructurePlace {
  readonly page: number;
  /** Position among all content of the document, in the tree's order. */
  readonly order: number;
  /** From the root down to the element that holds the content. */
  readonly ancestors: readonly StructureNode[];
}

/** Content ids with their places. */
export type StructureMap = ReadonlyMap<string, StructurePlace>;

/** Walks every page's structure tree once. */
export function toStructureMap(read: ReadDocument): StructureMap {
  const places = new Map<string, StructurePlace>();
  for (const page of read.pages) {
    if (page.structure !== null) walk(page.structure, []);

    function walk(node: StructureNode, above: readonly StructureNode[]): void {
      const ancestors = [...above, node];
      for (const child of node.children) {
        if (child.kind === 'element') walk(child, ancestors);
        else places.set(child.id, { page: page.number, order: places.size, ancestors });
      }
    }
  }
  return places;
}

/** The nearest element of one of these roles around content; undefined where there is none. */
export function findAncestor(place: StructurePlace | undefined, roles: readonly string[]): StructureNode | undefined {
  return place?.ancestors.findLast((node) => roles.includes(node.role));
}
