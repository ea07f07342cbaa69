import { defineFaults } from '../base/index.ts';

/** What paint refuses. The first three mean that an earlier floor broke the display list's promises. */
export const paintFaults = defineFaults({
  PAINT_UNFINISHED: {
    kind: 'internal',
    summary: 'The PDF was closed while objects that it refers to were still missing.',
    remedy: 'This is a defect of the program; please report it with the input that caused it.',
  },
  PAINT_UNMARKED: {
    kind: 'internal',
    summary: 'Something on a page belongs to no element of the structure tree, or a link to no Link element.',
    remedy: 'This is a defect of the program; please report it with the input that caused it.',
  },
  PAINT_NOT_DRAWABLE: {
    kind: 'internal',
    summary:
      'A page asks for what PDF cannot hold: a coordinate that is no number, a glyph the face lacks, an unknown image.',
    remedy: 'This is a defect of the program; please report it with the input that caused it.',
  },
  LINK_REFUSED: {
    kind: 'template',
    summary: 'A link points somewhere other than to https: or mailto:.',
    remedy: 'Use an https: or mailto: address.',
  },
  LOGO_INVALID: {
    kind: 'template',
    summary: 'An image cannot be used: it is damaged, too large, or of a kind that archival PDF does not allow.',
    remedy: 'Use a PNG, or a JPEG in RGB or gray, of at most 2 MB and 4 million pixels.',
  },
});
