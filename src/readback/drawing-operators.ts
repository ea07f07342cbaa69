/** Operators by their numbers in pdf.js, which brings every colour space but patterns to RGB. */
export const OPS = {
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
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
  constructPath: 91,
} as const;

/** Fill, and fill and stroke, by either rule. */
export const FILLS: ReadonlySet<number> = new Set([22, 23, 24, 25, 26, 27]);

/** Images and image masks, each in the unit square. */
export const PICTURES: ReadonlySet<number> = new Set([83, 84, 85, 86, 87, 88, 89, 90]);
