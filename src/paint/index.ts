/**
 * Floor 4: pages written as PDF. Comes in: `PagedDocument`, absolute points and final glyphs, with fonts, images and
 * metadata. Goes out: the bytes of one PDF/A-3a and PDF/UA-1 file, the same for the same input. The door to pdfkit.
 * Never here: layout, disk, clock, anything that knows what an invoice is.
 */
export { paintFaults } from './faults.ts';
export { FontSubsets } from './font-subsets.ts';
export { prepareImage } from './image/prepare-image.ts';
export type { PreparedImage } from './image/prepared-image.ts';
export { paintDocument } from './paint-document.ts';
export type { Attachment, PaintMetadata, PaintResources } from './resources.ts';
