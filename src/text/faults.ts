import { defineFaults } from '../base/index.ts';

/** What can be wrong with fonts and with the text that is set in them. */
export const textFaults = defineFaults({
  FONT_INVALID: {
    kind: 'template',
    summary:
      'A font file cannot be used: it is corrupt, of a kind that cannot be embedded, or lacks letters that every invoice needs.',
    remedy:
      'Use a static TrueType or OpenType file that holds the Latin letters, æøåäöÆØÅÄÖ, the digits and the minus sign.',
  },
  FONT_UNKNOWN: {
    kind: 'template',
    summary: 'A style asks for a font family that is not loaded.',
    remedy: 'Name one of the loaded families, or declare the family with @font-face in the template.',
  },
  GLYPH_MISSING: {
    kind: 'template',
    summary: 'A character has no glyph in any of the fonts that its style names.',
    remedy: 'Change the text, or add a family that has the character to the end of font-family.',
  },
});
