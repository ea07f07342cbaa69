import type { LinkDrawable } from '../layout/index.ts';
import { paintFaults } from './faults.ts';
import { toLinkUri } from './link-uri.ts';
import type { PaintedPage } from './paint-page.ts';
import { pdfNumber, pdfReference, pdfTextString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

/** A page whose objects are written, for the structure tree to point at. */
export interface WrittenPage {
  readonly id: number;
  readonly painted: PaintedPage;
  readonly links: readonly WrittenLink[];
}

/** A link annotation; `structParent` is its key in the parent tree. */
export interface WrittenLink {
  readonly id: number;
  readonly leaf: number;
  readonly structParent: number;
}

/**
 * Writes the page dictionaries with their content streams and link annotations (ISO 32000-1 §7.7.3.3). A page's key in
 * the parent tree is its index; those of the links follow after the last page's.
 */
export function writePages(writer: PdfWriter, painted: readonly PaintedPage[], resources: number): WrittenPage[] {
  let nextKey = painted.length;
  return painted.map((page, index) => {
    const id = writer.reserve();
    const links = page.links.map((link) => {
      const structParent = nextKey;
      nextKey += 1;
      return writeLink(writer, link, { page: id, height: page.height, structParent });
    });
    const annotations = links.length === 0 ? '' : `/Annots[${links.map((link) => pdfReference(link.id)).join(' ')}]`;
    const contents = writer.addDeflatedStream('', page.content);
    writer.put(
      id,
      `<</Type/Page/Parent ${pdfReference(writer.pagesId)}/MediaBox[0 0 ${pdfNumber(page.width)} ${pdfNumber(page.height)}]` +
        `/Contents ${pdfReference(contents)}/Resources ${pdfReference(resources)}${page.isTransparent ? BLENDING : ''}` +
        // Tab order follows the structure (ISO 14289-1 §7.18.3).
        `/StructParents ${index}/Tabs/S${annotations}>>`,
    );
    writer.appendPage(id);
    return { id, painted: page, links };
  });
}

/** Transparent things mix in the colour space of the output intent, wherever the page is shown (ISO 19005-3 §6.2.10). */
const BLENDING = '/Group<</S/Transparency/CS/DeviceRGB>>';

function writeLink(
  writer: PdfWriter,
  link: LinkDrawable,
  place: { readonly page: number; readonly height: number; readonly structParent: number },
): WrittenLink {
  if (link.mark.kind !== 'content') {
    throw paintFaults.PAINT_UNMARKED({
      message: `Unexpected link to ${link.url} in an artifact, expected one in a Link element`,
    });
  }
  const { x, y, width, height } = link.box;
  const corners = [x, place.height - y - height, x + width, place.height - y].map(pdfNumber).join(' ');
  const id = writer.add(
    `<</Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4/P ${pdfReference(place.page)}` +
      `/A<</S/URI/URI ${pdfTextString(toLinkUri(link.url))}>>` +
      `/Contents ${pdfTextString(link.contents)}/StructParent ${place.structParent}>>`,
  );
  return { id, leaf: link.mark.leaf, structParent: place.structParent };
}
