/** Operators by their numbers in pdf.js, which brings every colour space but patterns to RGB. */
export const OPS = {
  setLineWidth: 2,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  endPath: 28,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  endText: 32,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  setStrokeColorN: 53,
  setFillColorN: 55,
  setStrokeRGBColor: 58,
  setFillRGBColor: 59,
  shadingFill: 62,
  beginMarkedContent: 69,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginGroup: 76,
  endGroup: 77,
  beginAnnotation: 80,
  endAnnotation: 81,
  constructPath: 91,
  setStrokeTransparent: 92,
  setFillTransparent: 93,
} as const;

/** What each way of painting a path fills and strokes, and whether by the even-odd rule (ISO 32000-1 §8.5.3). */
export const PATH_PAINTING: ReadonlyMap<
  number,
  { readonly fill: boolean; readonly stroke: boolean; readonly evenOdd: boolean }
> = new Map([
  [20, { fill: false, stroke: true, evenOdd: false }],
  [21, { fill: false, stroke: true, evenOdd: false }],
  [22, { fill: true, stroke: false, evenOdd: false }],
  [23, { fill: true, stroke: false, evenOdd: true }],
  [24, { fill: true, stroke: true, evenOdd: false }],
  [25, { fill: true, stroke: true, evenOdd: true }],
  [26, { fill: true, stroke: true, evenOdd: false }],
  [27, { fill: true, stroke: true, evenOdd: true }],
]);

/** Images and image masks, each in the unit square. */
export const PICTURES: ReadonlySet<number> = new Set([83, 84, 85, 86, 87, 88, 89, 90]);
