/** A text of a comp, and the template's that stands for it. */
export interface ComparedText extends PlacedText {
  readonly match: PlacedText | undefined;
  /** Millimetres between the two; null where the template has none. */
  readonly away: number | null;
  /** Within the tolerances, in the same weight. */
  readonly agrees: boolean;
}

export interface PlacedText {
  readonly page: number;
  readonly fact: string | null;
  readonly words: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
}

export const TOLERANCE_MM: number;
export const TOLERANCE_PT: number;
export const EXPLAINED: Readonly<Record<string, Readonly<Record<string, string>>>>;
export function compareDesign(name: string): Promise<readonly ComparedText[]>;
