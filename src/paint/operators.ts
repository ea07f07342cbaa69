import type { Color } from '../document/index.ts';
import type { GraphicsStates } from './graphics-states.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Opacity of fills and of strokes, 0 to 1. */
export interface Opacity {
  readonly fill: number;
  readonly stroke: number;
}

/**
 * The operators of one page (ISO 32000-1 Annex A), and what of the graphics state they have set, so that nothing is set
 * twice. The display list measures downwards from the top left corner; this is where y is turned over.
 */
export class PageOperators {
  readonly #height: number;
  readonly #states: GraphicsStates;
  readonly #operators: string[] = [];
  /** By the operator that sets it: the operand now in force. */
  readonly #inForce = new Map<string, string>([
    ['rg', '0 0 0'],
    ['RG', '0 0 0'],
    ['w', '1'],
    ['J', '0'],
    ['j', '0'],
    ['d', '[] 0'],
    ['Tc', '0'],
    ['gs', ''],
  ]);

  #fill: Color | null = null;

  constructor(height: number, states: GraphicsStates) {
    this.#height = height;
    this.#states = states;
  }

  add(operator: string): void {
    this.#operators.push(operator);
  }

  /** Sets one parameter of the graphics state, unless it already has that value. */
  set(operator: string, operand: string): void {
    if (this.#inForce.get(operator) === operand) return;
    this.#inForce.set(operator, operand);
    this.#operators.push(`${operand} ${operator}`);
  }

  setFill(color: Color): void {
    if (color === this.#fill) return;
    this.#fill = color;
    this.set('rg', channels(color));
  }

  setStroke(color: Color): void {
    this.set('RG', channels(color));
  }

  /** Whether anything so far lets what is below shine through. */
  get isTransparent(): boolean {
    return this.#inForce.get('gs') !== '';
  }

  setOpacity(opacity: Opacity): void {
    const opaque = opacity.fill === 1 && opacity.stroke === 1;
    if (opaque && !this.isTransparent) return;
    this.set('gs', `/${this.#states.use(opacity)}`);
  }

  /** `x y` in PDF's own direction. */
  point(x: number, y: number): string {
    return `${pdfNumber(x)} ${pdfNumber(this.#height - y)}`;
  }

  toBytes(): Uint8Array {
    return Buffer.from(this.#operators.join('\n'), 'latin1');
  }
}

function channels(color: Color): string {
  return `${pdfNumber(color.red)} ${pdfNumber(color.green)} ${pdfNumber(color.blue)}`;
}
