import type { PdfStructNode } from './pdf-js.ts';
import type { StructureContent, StructureNode } from './read-document.ts';

/** A page's structure tree as plain data, children in the order of the file. */
export function toStructure(node: PdfStructNode): StructureNode {
  return {
    kind: 'element',
    role: node.role,
    alternative: node.alt ?? null,
    language: node.lang ?? null,
    children: node.children.map((child): StructureNode | StructureContent => {
      if ('role' in child) return toStructure(child);
      return { kind: child.type === 'content' ? 'content' : 'object', id: child.id };
    }),
  };
}
