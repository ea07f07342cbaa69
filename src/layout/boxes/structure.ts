import type { StructureElement, StructureLeaf, StructureRole } from '../page.ts';

/** A structure element whose children are still being collected. */
export interface OpenStructure extends StructureElement {
  readonly children: (OpenStructure | StructureLeaf)[];
}

/** What may be said of a structure element beyond its role. */
export type StructureDetails = Partial<Omit<StructureElement, 'kind' | 'role' | 'children'>>;

/** Hands out structure elements and leaves; ids count from 0 in document order. */
export interface StructureBuilder {
  readonly root: OpenStructure;
  readonly open: (parent: OpenStructure, role: StructureRole, details?: StructureDetails) => OpenStructure;
  /** The id of the leaf that content directly in `parent` belongs to at this point. */
  readonly leafIn: (parent: OpenStructure) => number;
}

/** Starts a structure tree with an empty `Document`. */
export function buildStructure(): StructureBuilder {
  let leaves = 0;
  return {
    root: toElement('Document', {}, []),
    open: (parent, role, details = {}) => {
      const element = toElement(role, details, []);
      parent.children.push(element);
      return element;
    },
    leafIn: (parent) => {
      const last = parent.children.at(-1);
      if (last?.kind === 'leaf') return last.id;
      const leaf: StructureLeaf = { kind: 'leaf', id: leaves++ };
      parent.children.push(leaf);
      return leaf.id;
    },
  };
}

/**
 * The finished tree: without the leaves that no page shows, and without elements that come out empty, but for table
 * cells, which hold a place.
 */
export function closeStructure(element: StructureElement, shown: ReadonlySet<number>): StructureElement {
  const children: (StructureElement | StructureLeaf)[] = [];
  for (const child of element.children) {
    if (child.kind === 'leaf') {
      if (shown.has(child.id)) children.push(child);
      continue;
    }
    const closed = closeStructure(child, shown);
    if (closed.children.length > 0 || closed.role === 'TD' || closed.role === 'TH') children.push(closed);
  }
  return toElement(element.role, element, children);
}

function toElement<Children extends StructureElement['children']>(
  role: StructureRole,
  details: StructureDetails,
  children: Children,
) {
  return {
    kind: 'structure' as const,
    role,
    fact: details.fact ?? null,
    alternative: details.alternative ?? null,
    language: details.language ?? null,
    scope: details.scope ?? null,
    rowSpan: details.rowSpan ?? 1,
    columnSpan: details.columnSpan ?? 1,
    children,
  };
}
