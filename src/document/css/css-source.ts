/** Where a style sheet comes from; line and column are those of its first character, from 1. */
export interface CssSource {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}
