import { type Matrix, multiply } from '../pdf-js.ts';
import type { Shape } from './shape.ts';

/** As much of the graphics state as decides what can be seen (ISO 32000-1 §8.4, §9.3). */
export interface GraphicsState {
  readonly matrix: Matrix;
  /** `#rrggbb`; null for a pattern. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  /** Of the transparency groups around. */
  readonly groupOpacity: number;
  readonly masked: boolean;
  /** By a mode other than Normal. */
  readonly blended: boolean;
  readonly clips: readonly Shape[];
  readonly lineWidth: number;
  readonly font: string;
  readonly fontSize: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export const START: GraphicsState = {
  matrix: IDENTITY,
  fill: '#000000',
  stroke: '#000000',
  fillOpacity: 1,
  strokeOpacity: 1,
  groupOpacity: 1,
  masked: false,
  blended: false,
  clips: [],
  lineWidth: 1,
  font: '',
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

export function moveBy(matrix: Matrix, x: number, y: number): Matrix {
  return multiply(matrix, [1, 0, 0, 1, x, y]);
}

/** What a group begins with: what is set for the group as a whole holds around it, not inside (§11.4.7). */
export function enterGroup(state: GraphicsState): GraphicsState {
  return {
    ...state,
    groupOpacity: state.groupOpacity * state.fillOpacity,
    fillOpacity: 1,
    strokeOpacity: 1,
  };
}
