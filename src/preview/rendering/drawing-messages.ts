/** What the server tells the drawing thread. */
export type DrawingOrder =
  | { readonly kind: 'open'; readonly key: string; readonly pdf: Uint8Array }
  | { readonly kind: 'close'; readonly key: string }
  | {
      readonly kind: 'draw';
      readonly id: number;
      readonly key: string;
      readonly page: number;
      /** Pixels a point. */
      readonly scale: number;
    };

/** A page as PNG; null where it is not, or no longer, there. */
export interface DrawnMessage {
  readonly id: number;
  readonly png: Uint8Array | null;
}
