/** Names for places in faults. */
export interface HtmlSource {
  /** What the HTML text itself is called, for elements without a place mark. */
  readonly file: string;
  /** The files that place marks (`data-at="index:line:column"`) point into. Without it such marks are refused. */
  readonly files?: readonly string[] | undefined;
}
