import { isReference, nameOf, ObjectError, type PdfDictionary, type PdfObject, toText } from './objects/object.ts';
import type { ObjectFile } from './objects/object-file.ts';
import type { OpenedObjects } from './objects/open-objects.ts';
import { readParentTree } from './objects/read-parent-tree.ts';
import type { ReadStructure, StructureContent, StructureNode } from './read-document.ts';

/**
 * Reads the structure tree from the file's own objects. pdf.js shows of it only what has content on a page, without
 * empty cells, spans and scopes. A file whose objects cannot be read by the letter has a fault instead of a tree.
 */
export function readStructure({ file, fault }: OpenedObjects): ReadStructure {
  if (file === undefined) return { root: null, fault };
  try {
    return readStructureOf(file);
  } catch (error) {
    return { root: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The same, throwing where the tree cannot be read. */
export function readStructureOf(file: ObjectFile): ReadStructure {
  const catalog = file.dictionary(file.trailer.entries.get('Root'));
  const treeRoot = file.dictionary(catalog?.entries.get('StructTreeRoot'));
  return treeRoot === null ? { root: null, fault: null } : new StructureReader(file, treeRoot).read();
}

/** Deeper than any nesting of HTML that a template may have. */
const MAX_DEPTH = 200;

class StructureReader {
  readonly #file: ObjectFile;
  readonly #treeRoot: PdfDictionary;
  readonly #roleMap: PdfDictionary | null;
  readonly #classMap: PdfDictionary | null;
  /** Which element the parent tree has for a piece of content, by content id; numbers of objects. */
  readonly #parents: ReadonlyMap<string, number>;
  readonly #seen = new Set<number>();
  #fault: string | null = null;

  constructor(file: ObjectFile, treeRoot: PdfDictionary) {
    this.#file = file;
    this.#treeRoot = treeRoot;
    this.#roleMap = file.dictionary(treeRoot.entries.get('RoleMap'));
    this.#classMap = file.dictionary(treeRoot.entries.get('ClassMap'));
    this.#parents = readParentTree(file, treeRoot);
  }

  read(): ReadStructure {
    const children = this.#readChildren(this.#treeRoot, null, 0);
    const root: StructureNode = { ...EMPTY, role: 'StructTreeRoot', children };
    return { root, fault: this.#fault };
  }

  #readChildren(parent: PdfDictionary, number: number | null, depth: number): StructureNode['children'] {
    const page = parent.entries.get('Pg');
    return this.#file
      .list(parent.entries.get('K'))
      .flatMap((child) => this.#readChild(child, page, number, depth) ?? []);
  }

  #readChild(
    child: PdfObject,
    page: PdfObject | undefined,
    parent: number | null,
    depth: number,
  ): StructureNode | StructureContent | null {
    if (typeof child === 'number') return this.#toContent(page, child, parent);
    const dictionary = this.#file.dictionary(child);
    if (dictionary === null) return null;
    const type = nameOf(dictionary.entries.get('Type'));
    if (type === 'MCR') {
      const mcid = dictionary.entries.get('MCID');
      return typeof mcid === 'number' ? this.#toContent(dictionary.entries.get('Pg') ?? page, mcid, parent) : null;
    }
    if (type === 'OBJR') {
      const object = dictionary.entries.get('Obj');
      return isReference(object) ? { kind: 'object', id: `${object.number}R` } : null;
    }
    return this.#readElement(dictionary, isReference(child) ? child.number : null, depth + 1);
  }

  #readElement(element: PdfDictionary, number: number | null, depth: number): StructureNode {
    if (depth > MAX_DEPTH) throw new ObjectError('structure elements nested too deep');
    if (number !== null) {
      // Programs that make one of equal objects do so with empty cells of a row, which is harmless.
      if (this.#seen.has(number) && element.entries.has('K')) {
        throw new ObjectError(`structure element ${number} stands in the tree twice`);
      }
      this.#seen.add(number);
    }
    const table = this.#readTableAttributes(element);
    return {
      kind: 'element',
      role: this.#toStandardRole(nameOf(element.entries.get('S')) ?? ''),
      id: this.#textOf(element, 'ID'),
      alternative: this.#textOf(element, 'Alt'),
      actualText: this.#textOf(element, 'ActualText'),
      language: this.#textOf(element, 'Lang'),
      scope: nameOf(table.get('Scope')),
      rowSpan: positiveOr1(table.get('RowSpan')),
      columnSpan: positiveOr1(table.get('ColSpan')),
      children: this.#readChildren(element, number, depth),
    };
  }

  /** Content by page and MCID; the parent tree, by which a viewer finds its way back, has to agree (§14.7.4.4). */
  #toContent(page: PdfObject | undefined, mcid: number, parent: number | null): StructureContent | null {
    if (!isReference(page)) return null;
    const id = `p${page.number}R${page.generation === 0 ? '' : page.generation}_mc${mcid}`;
    if (this.#parents.get(id) !== parent) {
      this.#fault ??= `the parent tree has another element than the structure tree for ${id}`;
    }
    return { kind: 'content', id };
  }

  /** Attributes that a Table owns, of the element itself and of its classes (§14.7.5, §14.8.5.7). */
  #readTableAttributes({ entries }: PdfDictionary): ReadonlyMap<string, PdfObject> {
    if (!entries.has('A') && !entries.has('C')) return NO_ATTRIBUTES;
    const classes = this.#file.list(entries.get('C')).flatMap((name) => {
      const key = nameOf(this.#file.resolve(name));
      return key === null ? [] : this.#file.list(this.#classMap?.entries.get(key));
    });
    const owned = [...classes, ...this.#file.list(entries.get('A'))]
      .map((attributes) => this.#file.dictionary(attributes))
      .filter((attributes) => attributes !== null)
      .filter((attributes) => nameOf(attributes.entries.get('O')) === 'Table');
    return new Map(owned.flatMap((attributes) => [...attributes.entries]));
  }

  #toStandardRole(role: string): string {
    let mapped = role;
    for (let steps = 0; steps < MAX_ROLE_STEPS; steps += 1) {
      const next = nameOf(this.#roleMap?.entries.get(mapped));
      if (next === null) break;
      mapped = next;
    }
    return mapped;
  }

  #textOf(dictionary: PdfDictionary, key: string): string | null {
    const value = this.#file.resolve(dictionary.entries.get(key) ?? null);
    return value !== null && typeof value === 'object' && value.kind === 'string' ? toText(value) : null;
  }
}

const MAX_ROLE_STEPS = 8;

const NO_ATTRIBUTES: ReadonlyMap<string, PdfObject> = new Map();

const EMPTY = {
  kind: 'element',
  id: null,
  alternative: null,
  actualText: null,
  language: null,
  scope: null,
  rowSpan: 1,
  columnSpan: 1,
} as const;

function positiveOr1(object: PdfObject | undefined): number {
  return typeof object === 'number' && Number.isInteger(object) && object > 0 ? object : 1;
}
