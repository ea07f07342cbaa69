/**
 * Floor 7: templates live in the browser. Comes in: a template, files as they are saved, and what the page asks for.
 * Goes out: pages, facts, boxes, structure and differences over HTTP on the loopback. Never here: how any of it is made.
 */
export { previewFaults } from './faults.ts';
export { type Preview, type PreviewOptions, startPreview } from './start-preview.ts';
