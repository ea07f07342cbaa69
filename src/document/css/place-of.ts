import type { CssLocation } from 'css-tree';
import type { Place } from '../../base/index.ts';
import type { CssSource } from './css-source.ts';

/** The place of a node that css-tree parsed with positions. */
export function placeOf(source: CssSource, node: { readonly loc?: CssLocation | null | undefined }): Place {
  const start = node.loc?.start;
  return { file: source.file, line: start?.line ?? 1, column: start?.column ?? 1 };
}
