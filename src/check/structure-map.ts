import type { ReadDocument, StructureNode } from '../readback/index.ts';

/** Where content stands in the structure tree. */
export interface StructurePlace {
  /** Position among all content of the document, in the tree's order. */
  readonly order: number;
  /** From the root down to the element that holds the content. */
  readonly ancestors: readonly StructureNode[];
}

/** Content ids with their places. */
export type StructureMap = ReadonlyMap<string, StructurePlace>;

/** Walks the structure tree once. */
export function toStructureMap({ structure }: ReadDocument): StructureMap {
  const places = new Map<string, StructurePlace>();
  const walk = (node: StructureNode, above: readonly StructureNode[]) => {
    const ancestors = [...above, node];
    for (const child of node.children) {
      if (child.kind === 'element') walk(child, ancestors);
      else places.set(child.id, { order: places.size, ancestors });
    }
  };
  if (structure.root !== null) walk(structure.root, []);
  return places;
}

/** The nearest element of one of these roles around content; undefined where there is none. */
export function findAncestor(place: StructurePlace | undefined, roles: readonly string[]): StructureNode | undefined {
  return place?.ancestors.findLast((node) => roles.includes(node.role));
}

/** Elements below a node that are of one of these roles, in order; those within one that is found are not looked for. */
export function findElements(node: StructureNode, roles: readonly string[]): StructureNode[] {
  return node.children.flatMap((child) => {
    if (child.kind !== 'element') return [];
    return roles.includes(child.role) ? [child] : findElements(child, roles);
  });
}
