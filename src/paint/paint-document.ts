import type { PagedDocument } from '../layout/index.ts';
import { writeAttachments } from './attachments.ts';
import { DocumentFonts } from './fonts.ts';
import { GraphicsStates } from './graphics-states.ts';
import { DocumentImages } from './images.ts';
import { toDocumentFrame } from './metadata.ts';
import { writePages } from './page-objects.ts';
import { type DocumentTools, paintPage } from './paint-page.ts';
import { PdfWriter } from './pdf-writer.ts';
import type { PaintResources } from './resources.ts';
import { writeStructure } from './structure.ts';
import { StructureIndex } from './structure-index.ts';

/**
 * Writes a laid-out document as one PDF file that is both PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The same
 * document and resources give the same bytes. Throws a fault where the pages ask for what PDF cannot hold.
 */
export function paintDocument(paged: PagedDocument, resources: PaintResources): Uint8Array {
  const writer = new PdfWriter(toDocumentFrame(paged.language, paged.title, resources.metadata));
  const tools: DocumentTools = {
    index: new StructureIndex(paged.structure),
    fonts: new DocumentFonts(writer, paged.pages, resources.fonts),
    images: new DocumentImages(writer, resources.images),
    states: new GraphicsStates(),
  };
  const painted = paged.pages.map((page) => paintPage(page, tools));
  const pages = writePages(writer, painted, writeResources(writer, tools));
  writeStructure(writer, paged.structure, pages);
  writeAttachments(writer, resources.attachments);
  return writer.finish();
}

/** One resource dictionary serves every page. */
function writeResources(writer: PdfWriter, { fonts, images, states }: DocumentTools): number {
  return writer.add(
    `<</Font<<${fonts.resourceEntries()}>>/XObject<<${images.resourceEntries()}>>/ExtGState<<${states.resourceEntries()}>>>>`,
  );
}
