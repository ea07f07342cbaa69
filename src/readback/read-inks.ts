import { FILLS, OPS, PICTURES } from './drawing-operators.ts';
import { toFactName } from './fact-tag.ts';
import { toColor, toMatrix, toNumber, toNumbers, toOpacity } from './operands.ts';
import { type Matrix, multiply, type PdfOperators } from './pdf-js.ts';
import type { FactInk } from './read-document.ts';

/**
 * With what ink each marked fact is set, and on what: follows a page's drawing operators with as much of the graphics
 * state as tells (ISO 32000-1 §8.4, §9.3). What is behind a text is judged at the middle of its first glyph's left edge.
 */
export function readInks({ fnArray, argsArray }: PdfOperators): FactInk[] {
  const inks: FactInk[] = [];
  const marks: (string | null)[] = [];
  const grounds: Ground[] = [];
  const saved: GraphicsState[] = [];
  let state = START;
  let line: Matrix = IDENTITY;
  const move = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
  };
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] ?? [];
    switch (operator) {
      case OPS.save:
        saved.push(state);
        return;
      case OPS.paintFormXObjectBegin:
        saved.push(state);
        state = { ...state, matrix: multiply(state.matrix, toMatrix(args[0])) };
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? START;
        return;
      case OPS.transform:
        state = { ...state, matrix: multiply(state.matrix, toMatrix(args)) };
        return;
      case OPS.setGState:
        state = { ...state, opacity: toOpacity(args[0]) ?? state.opacity };
        return;
      case OPS.setFillRGBColor:
        state = { ...state, fill: toColor(args[0]) };
        return;
      case OPS.setFillColorN:
        state = { ...state, fill: null };
        return;
      case OPS.setStrokeRGBColor:
        state = { ...state, stroke: toColor(args[0]) };
        return;
      case OPS.setStrokeColorN:
        state = { ...state, stroke: null };
        return;
      case OPS.setHScale:
        state = { ...state, horizontalScale: toNumber(args[0]) / 100 };
        return;
      case OPS.setLeading:
        state = { ...state, leading: toNumber(args[0]) };
        return;
      case OPS.setFont:
        state = { ...state, fontSize: toNumber(args[1]) };
        return;
      case OPS.setTextRenderingMode:
        state = { ...state, mode: toNumber(args[0]) };
        return;
      case OPS.beginText:
        line = IDENTITY;
        return;
      case OPS.setTextMatrix:
        line = toMatrix(args[0]);
        return;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: -toNumber(args[1]) };
        move(toNumber(args[0]), toNumber(args[1]));
        return;
      case OPS.moveText:
        move(toNumber(args[0]), toNumber(args[1]));
        return;
      case OPS.nextLine:
        move(0, -state.leading);
        return;
      case OPS.showText: {
        const fact = marks.findLast((mark) => mark !== null) ?? null;
        if (fact !== null) inks.push(toInk(fact, state, multiply(state.matrix, line), grounds));
        return;
      }
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        marks.push(toFactName(typeof args[0] === 'string' ? args[0] : null));
        return;
      case OPS.endMarkedContent:
        marks.pop();
        return;
      case OPS.constructPath:
        if (FILLS.has(toNumber(args[0]))) grounds.push({ color: state.fill, ...toBounds(state.matrix, args[2]) });
        return;
      default:
        // Pictures and shadings are of many colours, and whether one may be read on them is not judged here.
        if (PICTURES.has(operator)) grounds.push({ color: null, ...toBounds(state.matrix, [0, 0, 1, 1]) });
        if (operator === OPS.shadingFill) grounds.push({ color: null, ...EVERYWHERE });
    }
  });
  return inks;
}

interface GraphicsState {
  readonly matrix: Matrix;
  /** `#rrggbb`; null for a pattern. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly opacity: number;
  readonly mode: number;
  readonly horizontalScale: number;
  readonly fontSize: number;
  readonly leading: number;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

interface Ground extends Bounds {
  readonly color: string | null;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const START: GraphicsState = {
  matrix: IDENTITY,
  fill: '#000000',
  stroke: '#000000',
  opacity: 1,
  mode: 0,
  horizontalScale: 1,
  fontSize: 0,
  leading: 0,
};

const EVERYWHERE: Bounds = { left: -Infinity, right: Infinity, bottom: -Infinity, top: Infinity };

function toInk(fact: string, state: GraphicsState, matrix: Matrix, grounds: readonly Ground[]): FactInk {
  const [a, b, c, d] = matrix;
  const rise = Math.abs(state.fontSize) * MIDDLE;
  const x = c * rise + matrix[4];
  const y = d * rise + matrix[5];
  const under = grounds.filter(({ left, right, bottom, top }) => left <= x && x <= right && bottom <= y && y <= top);
  return {
    fact,
    colors: MODES[state.mode]?.map((part) => state[part]) ?? [],
    opacity: state.opacity,
    widthScale: Math.abs((Math.hypot(a, b) * state.horizontalScale) / Math.hypot(c, d)),
    grounds: under.map((ground) => ground.color),
  };
}

/** Half the height of a small letter, as a share of the type size. */
const MIDDLE = 0.25;

/** What each text rendering mode paints (§9.3.6); 3 and 7 paint nothing. */
const MODES: Readonly<Record<number, readonly ('fill' | 'stroke')[]>> = {
  0: ['fill'],
  1: ['stroke'],
  2: ['fill', 'stroke'],
  4: ['fill'],
  5: ['stroke'],
  6: ['fill', 'stroke'],
};

function toBounds(matrix: Matrix, box: unknown): Bounds {
  const [left = 0, bottom = 0, right = 0, top = 0] = toNumbers(box);
  const corners = [left, right].flatMap((x) => [bottom, top].map((y) => multiply(matrix, [1, 0, 0, 1, x, y])));
  const xs = corners.map((corner) => corner[4]);
  const ys = corners.map((corner) => corner[5]);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}
