import { toFactName } from '../fact-tag.ts';
import { type Matrix, multiply, type PdfOperators } from '../pdf-js.ts';
import { OPS, PATH_PAINTING, PICTURES } from './drawing-operators.ts';
import { enterGroup, type GraphicsState, IDENTITY, moveBy, START } from './graphics-state.ts';
import { toColor, toEntries, toGlyph, toMatrix, toNumber, toNumbers } from './operands.ts';
import type { Painted, PaintedArea } from './painted.ts';
import { toPaintedText } from './painted-text.ts';
import { EVERYWHERE, NOWHERE, type Shape, toBoxShape, toFilledShape, toStrokedShape } from './shape.ts';

/** Everything that a page paints, in its order: follows the drawing operators with the graphics state. */
export function readPaint({ fnArray, argsArray }: PdfOperators): Painted[] {
  const reader = new PaintReader();
  fnArray.forEach((operator, index) => {
    reader.take(operator, argsArray[index] ?? []);
  });
  return reader.painted;
}

class PaintReader {
  readonly painted: Painted[] = [];
  readonly #saved: GraphicsState[] = [];
  readonly #marks: OpenMark[] = [];
  #state = START;
  /** Where the line begins and where the pen stands in it. */
  #line: Matrix = IDENTITY;
  #pen: Matrix = IDENTITY;
  /** Text that is clipped to within a text object takes effect at its end (§9.4.1). */
  #clipsToText = false;
  /** The rule of the clip that the next path will be. */
  #pendingClip: 'none' | 'nonzero' | 'evenodd' = 'none';
  /** Groups that are drawn as masks are not seen themselves. */
  #maskDepth = 0;
  #annotations = 0;

  take(operator: number, args: readonly unknown[]): void {
    switch (operator) {
      case OPS.save:
        this.#saved.push(this.#state);
        return;
      case OPS.restore:
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case OPS.transform:
        this.#transform(toMatrix(args));
        return;
      case OPS.setGState:
        this.#setFromDictionary(toEntries(args[0]));
        return;
      case OPS.setFillRGBColor:
        this.#set({ fill: toColor(args[0]) });
        return;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        this.#set({ fill: null });
        return;
      case OPS.setStrokeRGBColor:
        this.#set({ stroke: toColor(args[0]) });
        return;
      case OPS.setStrokeColorN:
      case OPS.setStrokeTransparent:
        this.#set({ stroke: null });
        return;
      case OPS.setLineWidth:
        this.#set({ lineWidth: toNumber(args[0]) });
        return;
      case OPS.clip:
        this.#pendingClip = 'nonzero';
        return;
      case OPS.eoClip:
        this.#pendingClip = 'evenodd';
        return;
      case OPS.constructPath:
        this.#paintPath(args);
        return;
      case OPS.shadingFill:
        this.#addArea('shading', EVERYWHERE, null, this.#state.fillOpacity);
        return;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.#marks.push(toMark(args));
        return;
      case OPS.endMarkedContent:
        this.#marks.pop();
        return;
      default:
        if (PICTURES.has(operator)) this.#paintPicture(args);
        else if (!this.#takeForm(operator, args)) this.#takeText(operator, args);
    }
  }

  #takeForm(operator: number, args: readonly unknown[]): boolean {
    switch (operator) {
      case OPS.paintFormXObjectBegin:
        this.#saved.push(this.#state);
        this.#transform(toMatrix(args[0]));
        if (args[1] !== null && args[1] !== undefined) this.#clip(toBoxShape(this.#state.matrix, toNumbers(args[1])));
        return true;
      case OPS.beginGroup:
        this.#saved.push(this.#state);
        this.#state = enterGroup(this.#state);
        this.#clipToGroup(args[0]);
        if (this.#maskDepth > 0 || isMask(args[0])) this.#maskDepth += 1;
        return true;
      case OPS.endGroup:
        this.#state = this.#saved.pop() ?? this.#state;
        if (this.#maskDepth > 0) this.#maskDepth -= 1;
        return true;
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        return true;
      case OPS.beginAnnotation:
        this.#saved.push(this.#state);
        this.#state = START;
        this.#transform(toMatrix(args[2]));
        this.#transform(toMatrix(args[3]));
        this.#annotations += 1;
        return true;
      case OPS.endAnnotation:
        this.#state = this.#saved.pop() ?? this.#state;
        this.#annotations -= 1;
        return true;
      default:
        return false;
    }
  }

  #takeText(operator: number, args: readonly unknown[]): void {
    switch (operator) {
      case OPS.beginText:
        this.#setLine(IDENTITY);
        return;
      case OPS.endText:
        if (this.#clipsToText) this.#clip(NOWHERE);
        this.#clipsToText = false;
        return;
      case OPS.setCharSpacing:
        this.#set({ characterSpacing: toNumber(args[0]) });
        return;
      case OPS.setWordSpacing:
        this.#set({ wordSpacing: toNumber(args[0]) });
        return;
      case OPS.setHScale:
        this.#set({ horizontalScale: toNumber(args[0]) / 100 });
        return;
      case OPS.setLeading:
        this.#set({ leading: toNumber(args[0]) });
        return;
      case OPS.setFont:
        this.#set({ font: String(args[0]), fontSize: toNumber(args[1]) });
        return;
      case OPS.setTextRenderingMode:
        this.#set({ mode: toNumber(args[0]) });
        return;
      case OPS.setTextRise:
        this.#set({ rise: toNumber(args[0]) });
        return;
      case OPS.setTextMatrix:
        this.#setLine(toMatrix(args[0]));
        return;
      case OPS.setLeadingMoveText:
        this.#set({ leading: -toNumber(args[1]) });
        this.#setLine(moveBy(this.#line, toNumber(args[0]), toNumber(args[1])));
        return;
      case OPS.moveText:
        this.#setLine(moveBy(this.#line, toNumber(args[0]), toNumber(args[1])));
        return;
      case OPS.nextLine:
        this.#setLine(moveBy(this.#line, 0, -this.#state.leading));
        return;
      case OPS.showText:
        this.#showText(Array.isArray(args[0]) ? args[0].map(toGlyph) : []);
        return;
    }
  }

  #set(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #setLine(matrix: Matrix): void {
    this.#line = matrix;
    this.#pen = matrix;
  }

  #transform(matrix: Matrix): void {
    this.#set({ matrix: multiply(this.#state.matrix, matrix) });
  }

  #clip(shape: Shape): void {
    this.#set({ clips: [...this.#state.clips, shape] });
  }

  #clipToGroup(group: unknown): void {
    const { bbox, matrix } = (typeof group === 'object' && group !== null ? group : {}) as Readonly<
      Record<string, unknown>
    >;
    if (!Array.isArray(bbox)) return;
    this.#clip(toBoxShape(multiply(this.#state.matrix, toMatrix(matrix)), toNumbers(bbox)));
  }

  #setFromDictionary(entries: ReadonlyMap<string, unknown>): void {
    const font = entries.get('Font');
    this.#set({
      ...(entries.has('ca') ? { fillOpacity: toNumber(entries.get('ca'), 1) } : {}),
      ...(entries.has('CA') ? { strokeOpacity: toNumber(entries.get('CA'), 1) } : {}),
      ...(entries.has('LW') ? { lineWidth: toNumber(entries.get('LW')) } : {}),
      ...(entries.has('SMask') ? { masked: entries.get('SMask') !== false } : {}),
      ...(entries.has('BM') ? { blended: entries.get('BM') !== 'source-over' } : {}),
      ...(Array.isArray(font) ? { font: String(font[0]), fontSize: toNumber(font[1]) } : {}),
    });
  }

  #paintPath([paint, path]: readonly unknown[]): void {
    const { matrix, fill, stroke, fillOpacity, strokeOpacity, lineWidth } = this.#state;
    const how = PATH_PAINTING.get(toNumber(paint));
    if (how?.fill === true) this.#addArea('path', toFilledShape(matrix, path, how.evenOdd), fill, fillOpacity);
    if (how?.stroke === true) this.#addArea('path', toStrokedShape(matrix, path, lineWidth), stroke, strokeOpacity);
    if (this.#pendingClip !== 'none') this.#clip(toFilledShape(matrix, path, this.#pendingClip === 'evenodd'));
    this.#pendingClip = 'none';
  }

  #paintPicture([picture]: readonly unknown[]): void {
    const shape = toBoxShape(this.#state.matrix, [0, 0, 1, 1]);
    this.#addArea('picture', shape, null, this.#state.fillOpacity, typeof picture === 'string' ? picture : null);
  }

  #addArea(
    what: PaintedArea['what'],
    shape: Shape,
    color: string | null,
    opacity: number,
    picture: string | null = null,
  ): void {
    if (this.#maskDepth > 0) return;
    this.painted.push({
      kind: 'area',
      what,
      shape,
      color,
      opacity: opacity * this.#state.groupOpacity,
      annotation: this.#annotations > 0,
      picture,
      ...this.#circumstances(),
    });
  }

  #showText(glyphs: readonly ReturnType<typeof toGlyph>[]): void {
    const state = this.#state;
    const { painted, advance } = toPaintedText(glyphs, state, multiply(state.matrix, this.#pen), {
      fact: this.#marks.findLast((mark) => mark.fact !== null)?.fact ?? null,
      hidden: this.#maskDepth > 0,
      ...this.#circumstances(),
    });
    this.#pen = moveBy(this.#pen, advance, 0);
    if (state.mode >= 4) this.#clipsToText = true;
    this.painted.push(painted);
  }

  #circumstances(): Pick<PaintedArea, 'clips' | 'layered' | 'masked'> {
    const { clips, masked, blended } = this.#state;
    return { clips, layered: this.#marks.some((mark) => mark.layer), masked: masked || blended };
  }
}

interface OpenMark {
  readonly fact: string | null;
  /** Optional content. */
  readonly layer: boolean;
}

function toMark([tag]: readonly unknown[]): OpenMark {
  const name = toTagName(tag);
  return { fact: toFactName(name), layer: name === 'OC' };
}

/** pdf.js hands a tag on as text where the mark has properties, and as an object of its name where it has none. */
function toTagName(tag: unknown): string | null {
  if (typeof tag === 'string') return tag;
  return typeof tag === 'object' && tag !== null && 'name' in tag && typeof tag.name === 'string' ? tag.name : null;
}

function isMask(group: unknown): boolean {
  return (
    typeof group === 'object' && group !== null && 'smask' in group && group.smask !== null && group.smask !== undefined
  );
}
