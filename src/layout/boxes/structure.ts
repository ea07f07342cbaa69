import type { StructureElement, StructureLeaf, StructureRole } from '../page.ts';

/** A structure element whose children are still being collected. */
export interface OpenStructure extends StructureElement {
  children: (OpenStructure | StructureLeaf)[];
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
    root: toElement('Document', {}, NO_CHILDREN),
    open: (parent, role, details = {}) => {
      const element = toElement(role, details, NO_CHILDREN);
      append(parent, element);
      return element;
    },
    leafIn: (parent) => {
      const last = parent.children.at(-1);
      if (last?.kind === 'leaf') return last.id;
      const leaf: StructureLeaf = { kind: 'leaf', id: leaves++ };
      append(parent, leaf);
      return leaf.id;
    },
  };
}

/** What no child has been given to; never added to. */
const NO_CHILDREN: OpenStructure['children'] = [];

/** Most elements get one child, for which a list of that length is made. */
function append(parent: OpenStructure, child: OpenStructure | StructureLeaf): void {
  if (parent.children.length === 0) parent.children = [child];
  else parent.children.push(child);
}

/**
 * The finished tree: without the leaves that no page shows, and without elements that come out empty, but for table
 * cells, which hold a place.
 */
export function closeStructure(element: StructureElement, shown: ReadonlySet<number>): StructureElement {
  const children: (StructureElement | StructureLeaf)[] = element.children.map((child) =>
    child.kind === 'leaf' ? child : closeStructure(child, shown),
  );
  const isWhole = children.every((child, i) => child === element.children[i] && stays(child, shown));
  // Most elements are shown just as they were made.
  if (isWhole) return element;
  return toElement(
    element.role,
    element,
    children.filter((child) => stays(child, shown)),
  );
}

function stays(child: StructureElement | StructureLeaf, shown: ReadonlySet<number>): boolean {
  if (child.kind === 'leaf') return shown.has(child.id);
  return child.children.length > 0 || child.role === 'TD' || child.role === 'TH';
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
