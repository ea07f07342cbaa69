import type { MadeDocument } from './record.ts';

/** What a finished document becomes in a sink. */
export type Placing =
  | { readonly kind: 'written' | 'replaced' | 'unchanged' }
  /**
   * The name is not to be had: other bytes of this run or of an earlier time have it, or a store refuses to write where
   * it says nothing is.
   */
  | { readonly kind: 'conflict'; readonly with: 'this-run' | 'earlier' | 'nothing' };

/**
 * Where the documents of a batch go. One thread calls it, in the order of the records, so what a sink answers does not
 * hang on which worker was faster. The folder is one; object storage would be another.
 */
export interface Sink {
  /** Gives a finished document its name, which no other document of the run has had unless `isRepeat` says so. */
  place(document: PlacedDocument, isRepeat: boolean): Placing | Promise<Placing>;
  /** Gives up a finished document that gets no name. */
  discard(document: PlacedDocument): void | Promise<void>;
  /** Waits until everything placed so far would outlive the machine. */
  settle(): void | Promise<void>;
}

/** A finished document: in a temporary file, or known to be in the sink already. */
export type PlacedDocument = MadeDocument & { readonly temporary: string | null; readonly isSame: boolean };
