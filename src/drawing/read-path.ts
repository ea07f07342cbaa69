import { type SVGCommand, SVGPathData } from 'svg-pathdata';
import type { PathSegment } from '../base/index.ts';
import type { ElementNode } from '../document/index.ts';
import { refuse } from './read-values.ts';

/** A logo of so many pieces is a traced picture; it would make every invoice as large as a photograph. */
const MAX_SEGMENTS = 20_000;

/** Path data (SVG 2 §9.3) as lines and cubic curves in absolute coordinates. */
export function readPath(element: ElementNode): PathSegment[] {
  const commands = parse(element).commands;
  if (commands.length > MAX_SEGMENTS) throw refuse(element, 'd', `at most ${MAX_SEGMENTS} segments`);
  return commands.map((command) => toSegment(command, element));
}

function parse(element: ElementNode): SVGPathData {
  try {
    // Horizontal, vertical and smooth commands first, which need their neighbours as written.
    const path = new SVGPathData(element.attributes['d'] ?? '').toAbs().normalizeHVZ(false).normalizeST();
    return path.qtToC().aToC();
  } catch (error) {
    if (error instanceof Error) throw refuse(element, 'd', 'path data that begins with M');
    throw error;
  }
}

function toSegment(command: SVGCommand, element: ElementNode): PathSegment {
  switch (command.type) {
    case SVGPathData.CLOSE_PATH:
      return { kind: 'close' };
    case SVGPathData.MOVE_TO:
      return { kind: 'move', x: command.x, y: command.y };
    case SVGPathData.LINE_TO:
      return { kind: 'line', x: command.x, y: command.y };
    case SVGPathData.CURVE_TO: {
      const { x1, y1, x2, y2, x, y } = command;
      return { kind: 'curve', x1, y1, x2, y2, x, y };
    }
    default:
      throw refuse(element, 'd', 'path data');
  }
}
