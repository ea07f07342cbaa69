import { defineFaults } from './base/index.ts';
import { LOCALES } from './template/index.ts';

/** What can be wrong with what an engine is made of. */
export const engineFaults = defineFaults({
  LOCALE_UNKNOWN: {
    kind: 'usage',
    summary: 'No such language.',
    remedy: `Choose one of ${LOCALES.join(', ')}.`,
  },
  FONT_UNREADABLE: {
    kind: 'template',
    summary: 'A font file that a template declares cannot be read.',
    remedy: 'Put the file into the template’s folder under the name that @font-face gives, or below it.',
  },
  BRAND_UNREADABLE: {
    kind: 'file',
    summary: 'The brand file cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
});
