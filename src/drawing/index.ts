/**
 * Floor 2: vector drawings. Comes in: an `<svg>` element of the subset. Goes out: paths in the drawing's own units, with
 * their paint. Never here: points, pages, how large a drawing is shown.
 */
export type { Drawing, DrawingAlignment, DrawnShape, ShapePaint, ShapeStroke } from './drawing.ts';
export { drawingFaults } from './faults.ts';
export { toDrawing } from './to-drawing.ts';
