import type { Box } from '../../base/index.ts';

/** What has become different. `fact`: an amount, date, name or reference says something else. */
export type DifferenceKind =
  | 'fact'
  | 'text'
  | 'new'
  | 'gone'
  | 'moved'
  | 'turned-page'
  | 'style'
  | 'drawing'
  | 'paper'
  | 'pages';

/** Where on which page; points from the page's top left corner. */
export interface Spot {
  /** From 1. */
  readonly page: number;
  readonly box: Box;
}

/** One difference between two snapshots, in words for people. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** A short sentence, such as `Total moved 4 pt down`. */
  readonly title: string;
  /** What and where, such as `Payment block, page 1`. */
  readonly detail: string;
  readonly before: Spot | null;
  readonly after: Spot | null;
  /** How far it moved to the right and down, in points; null where it did not. */
  readonly shift: { readonly x: number; readonly y: number } | null;
}
