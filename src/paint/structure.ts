import type { StructureElement } from '../layout/index.ts';
import { ElementIds } from './element-ids.ts';
import { paintFaults } from './faults.ts';
import type { WrittenLink, WrittenPage } from './page-objects.ts';
import { pdfReference, pdfTextString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { attributesOf, figureBox } from './structure-attributes.ts';

/** One marked-content sequence. */
interface Piece {
  readonly page: WrittenPage;
  readonly mcid: number;
}

/** One link annotation. */
interface Annotation {
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
  /** By leaf, as are the annotations. */
  readonly #pieces: Piece[][] = [];
  readonly #annotations: Annotation[][] = [];
  /** By leaf: the object of its element. */
  readonly #owners: number[] = [];
  /** The object of each annotation's Link element. */
  readonly #linkOwners = new Map<WrittenLink, number>();

  constructor(writer: PdfWriter, pages: readonly WrittenPage[]) {
    this.#writer = writer;
    this.#pages = pages;
    for (const page of pages) {
      page.painted.leaves.forEach((leaf, mcid) => {
        addTo(this.#pieces, leaf, { page, mcid });
      });
      for (const link of page.links) addTo(this.#annotations, link.leaf, { page, link });
    }
  }

  /** Writes an element and all below it; `linkLeaves` collects the leaves of the Link element around, if there is one. */
  write(element: StructureElement, parentId: number, linkLeaves: number[] | null): number {
    const id = this.#writer.reserve();
    const ownLinkLeaves = element.role === 'Link' ? [] : linkLeaves;
    const ownPage = this.#firstPage(element);
    const kids = new Kids();
    for (const child of element.children) {
      if (child.kind === 'structure') {
        kids.add(pdfReference(this.write(child, id, ownLinkLeaves)));
        continue;
      }
      this.#owners[child.id] = id;
      ownLinkLeaves?.push(child.id);
      for (const piece of this.#pieces[child.id] ?? []) kids.add(toContentKid(piece, ownPage));
    }
    if (element.role === 'Link') for (const kid of this.#annotationKids(id, ownLinkLeaves ?? [])) kids.add(kid);
    this.#writer.put(id, this.#dictionary(element, id, parentId, ownPage, kids));
    return id;
  }

  /** A page's array in the parent tree: the element of every MCID. */
  ownersOnPage(page: WrittenPage): string {
    return `[${page.painted.leaves.map((leaf) => pdfReference(this.#owners[leaf] ?? 0)).join(' ')}]`;
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
    id: number,
    parentId: number,
    ownPage: WrittenPage | null,
    kids: Kids,
  ): string {
    const page = ownPage === null ? '' : `/Pg ${pdfReference(ownPage.id)}`;
    const alternative = element.alternative === null ? '' : `/Alt ${pdfTextString(element.alternative)}`;
    const language = element.language === null ? '' : `/Lang ${pdfTextString(element.language)}`;
    const attributes = attributesOf(element, element.role === 'Figure' ? figureBox(element, this.#pages) : null);
    return (
      `<</S/${element.role}/P ${pdfReference(parentId)}${page}${kids.toEntry()}` +
      `${this.ids.toEntry(element, id)}${attributes}${alternative}${language}>>`
    );
  }

  /** The page that a dictionary's bare MCIDs mean. */
  #firstPage(element: StructureElement): WrittenPage | null {
    for (const child of element.children) {
      const piece = child.kind === 'leaf' ? this.#pieces[child.id]?.[0] : undefined;
      if (piece !== undefined) return piece.page;
    }
    return null;
  }

  #annotationKids(id: number, leaves: readonly number[]): string[] {
    return leaves.flatMap((leaf) =>
      (this.#annotations[leaf] ?? []).map(({ page, link }) => {
        this.#linkOwners.set(link, id);
        return `<</Type/OBJR/Pg ${pdfReference(page.id)}/Obj ${pdfReference(link.id)}>>`;
      }),
    );
  }
}

/** What stands in an element, written as it is met: most elements have one kid, and a list would be made for each. */
class Kids {
  #text = '';
  #count = 0;

  add(kid: string): void {
    this.#text += this.#count === 0 ? kid : ` ${kid}`;
    this.#count += 1;
  }

  /** The /K entry, empty where there are none. */
  toEntry(): string {
    if (this.#count === 0) return '';
    return this.#count === 1 ? `/K ${this.#text}` : `/K[${this.#text}]`;
  }
}

/** A bare MCID where the content is on the page that the element names. */
function toContentKid({ page, mcid }: Piece, ownPage: WrittenPage | null): string {
  return page === ownPage ? String(mcid) : `<</Type/MCR/Pg ${pdfReference(page.id)}/MCID ${mcid}>>`;
}

/** Almost every leaf has one of each, for which a list of its own length is made. */
function addTo<Item>(groups: Item[][], leaf: number, item: Item): void {
  const group = groups[leaf];
  if (group === undefined) groups[leaf] = [item];
  else group.push(item);
}
