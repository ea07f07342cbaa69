import type { CssLocation } from 'css-tree';
import type { Place } from '../../base/index.ts';

/** Where a style sheet comes from; line and column are those of its first character, from 1. */
export interface CssSource {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The place of a node that css-tree parsed with positions. */
export function placeOf(source: CssSource, node: { readonly loc?: CssLocation | null | undefined }): Place {
  const start = node.loc?.start;
  return { file: source.file, line: start?.line ?? 1, column: start?.column ?? 1 };
}
