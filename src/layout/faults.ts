import { defineFaults } from '../base/index.ts';

/** What can be wrong with a document by the time it is laid out. */
export const layoutFaults = defineFaults({
  TEXT_OVERFLOW: {
    kind: 'template',
    summary: 'A text that must stay whole does not fit its box.',
    remedy: 'Widen the box, set a smaller font-size, or allow the text to wrap.',
  },
  FACT_NESTED: {
    kind: 'template',
    summary: 'An element with data-fact stands inside another one.',
    remedy: 'Mark only the innermost element that prints the fact.',
  },
  IMAGE_UNKNOWN: {
    kind: 'template',
    summary: 'An image names a file that was not handed to the engine.',
    remedy: 'Use the name of an image that the brand or the template declares.',
  },
  BARCODE_TOO_SMALL: {
    kind: 'template',
    summary: 'A barcode has so little room that scanners would lose it.',
    remedy: 'Give it more width, or leave the size to the code itself.',
  },
  LAYOUT_UNSUPPORTED: {
    kind: 'template',
    summary: 'The style asks for something that layout does not do.',
    remedy: 'Use one of the properties and values that docs/templates.md lists.',
  },
  LAYOUT_NO_PROGRESS: {
    kind: 'template',
    summary: 'Something that cannot be split is taller than a whole page.',
    remedy: 'Make it smaller, or the page area larger.',
  },
  LAYOUT_TOO_MANY_PAGES: {
    kind: 'template',
    summary: 'The document has more pages than a document may have.',
    remedy: 'Check the page size and margins, and the number of lines.',
  },
});
