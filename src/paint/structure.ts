import type { StructureElement } from '../layout/index.ts';
import { ElementIds } from './element-ids.ts';
import { paintFaults } from './faults.ts';
import type { WrittenLink, WrittenPage } from './page-objects.ts';
import { pdfReference, pdfTextString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { attributesOf, figureBox } from './structure-attributes.ts';

/** One marked-content sequence. */
interface Piece {
  readonly leaf: number;
  readonly page: WrittenPage;
  readonly mcid: number;
}

/** One link annotation. */
interface Annotation {
  readonly leaf: number;
  readonly page: WrittenPage;
  readonly link: WrittenLink;
}

/**
 * Writes the structure tree (ISO 32000-1 §14.7): an object for each element, kids in reading order, each pointing at the
 * content sequences of its leaves; the parent tree, which leads back from content to element; and the ids of facts and
 * header cells. Elements are written as finished text, for there are hundreds on a page.
 */
export function writeStructure(writer: PdfWriter, root: StructureElement, pages: readonly WrittenPage[]): void {
  const rootId = writer.reserve();
  const elements = new ElementWriter(writer, pages);
  const documentId = elements.write(root, rootId, null);
  const nums = [...pages.map((page) => elements.ownersOnPage(page)), ...elements.linkOwners()];
  const parentTree = nums.map((value, key) => `${key} ${value}`).join(' ');
  writer.put(
    rootId,
    `<</Type/StructTreeRoot/K ${pdfReference(documentId)}/ParentTree<</Nums[${parentTree}]>>` +
      `/ParentTreeNextKey ${nums.length}${elements.ids.toTreeEntry()}>>`,
  );
  writer.setCatalogEntry('StructTreeRoot', pdfReference(rootId));
  writer.setCatalogEntry('MarkInfo', '<</Marked true>>');
}

class ElementWriter {
  readonly ids = new ElementIds();
  readonly #writer: PdfWriter;
  readonly #pages: readonly WrittenPage[];
  readonly #pieces: ReadonlyMap<number, readonly Piece[]>;
  readonly #annotations: ReadonlyMap<number, readonly Annotation[]>;
  /** By leaf: the object of its element. */
  readonly #owners = new Map<number, number>();
  /** The object of each annotation's Link element. */
  readonly #linkOwners = new Map<WrittenLink, number>();

  constructor(writer: PdfWriter, pages: readonly WrittenPage[]) {
    this.#writer = writer;
    this.#pages = pages;
    this.#pieces = groupByLeaf(
      pages.flatMap((page) => page.painted.leaves.map((leaf, mcid) => ({ leaf, page, mcid }))),
    );
    this.#annotations = groupByLeaf(
      pages.flatMap((page) => page.links.map((link) => ({ leaf: link.leaf, page, link }))),
    );
  }

  /** Writes an element and all below it; `linkLeaves` collects the leaves of the Link element around, if there is one. */
  write(element: StructureElement, parentId: number, linkLeaves: number[] | null): number {
    const id = this.#writer.reserve();
    const ownLinkLeaves = element.role === 'Link' ? [] : linkLeaves;
    const ownPage = this.#firstPage(element);
    const kids: string[] = [];
    for (const child of element.children) {
      if (child.kind === 'structure') {
        kids.push(pdfReference(this.write(child, id, ownLinkLeaves)));
        continue;
      }
      this.#owners.set(child.id, id);
      ownLinkLeaves?.push(child.id);
      for (const piece of this.#pieces.get(child.id) ?? []) kids.push(toContentKid(piece, ownPage));
    }
    if (element.role === 'Link') kids.push(...this.#annotationKids(id, ownLinkLeaves ?? []));
    this.#writer.put(id, this.#dictionary(element, { id, parentId, ownPage, kids }));
    return id;
  }

  /** A page's array in the parent tree: the element of every MCID. */
  ownersOnPage(page: WrittenPage): string {
    return `[${page.painted.leaves.map((leaf) => pdfReference(this.#owners.get(leaf) ?? 0)).join(' ')}]`;
  }

  /** The parent tree's values for the annotations, in the order of their keys. */
  linkOwners(): string[] {
    return this.#pages
      .flatMap((page) => page.links)
      .map((link) => {
        const owner = this.#linkOwners.get(link);
        if (owner !== undefined) return pdfReference(owner);
        throw paintFaults.PAINT_UNMARKED({
          message: `Unexpected link in leaf ${link.leaf}, expected a leaf of a Link element`,
        });
      });
  }

  #dictionary(
    element: StructureElement,
    at: {
      readonly id: number;
      readonly parentId: number;
      readonly ownPage: WrittenPage | null;
      readonly kids: readonly string[];
    },
  ): string {
    const page = at.ownPage === null ? '' : `/Pg ${pdfReference(at.ownPage.id)}`;
    const kids = at.kids.length === 0 ? '' : `/K${at.kids.length === 1 ? ` ${at.kids[0]}` : `[${at.kids.join(' ')}]`}`;
    const alternative = element.alternative === null ? '' : `/Alt ${pdfTextString(element.alternative)}`;
    const language = element.language === null ? '' : `/Lang ${pdfTextString(element.language)}`;
    const attributes = attributesOf(element, element.role === 'Figure' ? figureBox(element, this.#pages) : null);
    return (
      `<</S/${element.role}/P ${pdfReference(at.parentId)}${page}${kids}` +
      `${this.ids.toEntry(element, at.id)}${attributes}${alternative}${language}>>`
    );
  }

  /** The page that a dictionary's bare MCIDs mean. */
  #firstPage(element: StructureElement): WrittenPage | null {
    for (const child of element.children) {
      const piece = child.kind === 'leaf' ? this.#pieces.get(child.id)?.[0] : undefined;
      if (piece !== undefined) return piece.page;
    }
    return null;
  }

  #annotationKids(id: number, leaves: readonly number[]): string[] {
    return leaves.flatMap((leaf) =>
      (this.#annotations.get(leaf) ?? []).map(({ page, link }) => {
        this.#linkOwners.set(link, id);
        return `<</Type/OBJR/Pg ${pdfReference(page.id)}/Obj ${pdfReference(link.id)}>>`;
      }),
    );
  }
}

/** A bare MCID where the content is on the page that the element names. */
function toContentKid({ page, mcid }: Piece, ownPage: WrittenPage | null): string {
  return page === ownPage ? String(mcid) : `<</Type/MCR/Pg ${pdfReference(page.id)}/MCID ${mcid}>>`;
}

/** Groups what the pages hold by the leaf that it belongs to. */
function groupByLeaf<Item extends { readonly leaf: number }>(items: readonly Item[]): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(item.leaf);
    if (group === undefined) groups.set(item.leaf, [item]);
    else group.push(item);
  }
  return groups;
}
