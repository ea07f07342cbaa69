import { defineFaults } from '../base/index.ts';

export const drawingFaults = defineFaults({
  DRAWING_VALUE: {
    kind: 'template',
    summary: 'A drawing says something that SVG does not know, or that is not drawn here.',
    remedy: 'The message says what was expected. Export logos as plain paths, without styles, effects or text.',
  },
});
