import type { XmlNode } from '../../readback/index.ts';

/** An element that holds text, told by the local names on the way to it from its group. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A part of the document that repeats (a line, a rate, an allowance) with its leaves; the document itself is the first. */
export interface Group {
  /** Empty for the document. */
  readonly path: string;
  readonly leaves: Leaf[];
}

/**
 * Takes a document apart. An element at a path of `repeating` begins a group of its own; every other leaf belongs to the
 * group around it. Names of foreign namespaces keep them, so that nothing of another vocabulary passes for this one's.
 */
export function toGroups(root: XmlNode, repeating: ReadonlySet<string>, namespaces: ReadonlySet<string>): Group[] {
  const groups: Group[] = [];
  const begin = (path: string): Group => {
    const group = { path, leaves: [] };
    groups.push(group);
    return group;
  };
  const walk = (node: XmlNode, path: string, group: Group): void => {
    if (node.children.length === 0 || node.text !== '') {
      group.leaves.push({ path: relativeTo(group.path, path), text: node.text, attributes: node.attributes });
    }
    for (const child of node.children) {
      const name = namespaces.has(child.namespace) ? child.name : `{${child.namespace}}${child.name}`;
      const childPath = path === '' ? name : `${path}/${name}`;
      walk(child, childPath, repeating.has(childPath) ? begin(childPath) : group);
    }
  };
  walk(root, '', begin(''));
  return groups;
}

function relativeTo(group: string, path: string): string {
  return group === '' ? path : path.slice(group.length + 1);
}
