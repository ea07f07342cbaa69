/**
 * Floor 3: the styled tree laid out on pages. Comes in: `StyledDocument` and a measurer of text. Goes out:
 * `PagedDocument`, a display list in absolute points. Arithmetic only; never here: pdfkit, files, money.
 */
export type { LayoutContext } from './context.ts';
export { dumpPages } from './dump-pages.ts';
export { layoutFaults } from './faults.ts';
export { layOutDocument } from './lay-out-document.ts';
export type * from './page.ts';
