import type { ReadDocument } from '#dist/readback/index.js';

/** One forgery of one document. */
export interface Mutant {
  /** The class that it is counted in. */
  readonly kind: string;
  /** What was done, for whoever looks into a survivor. */
  readonly note: string;
  /**
   * What an error must name for the forgery to count as found: a field, or what was found. `any` where the forgery
   * belongs to no field.
   */
  readonly names:
    | 'any'
    | { readonly fields?: readonly string[]; readonly found?: string; readonly rules?: readonly string[] };
  readonly forged:
    | { readonly kind: 'read'; readonly read: ReadDocument }
    | { readonly kind: 'file'; readonly pdf: Uint8Array };
}

export type Names = Mutant['names'];
