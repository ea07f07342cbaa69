import type { Place } from '../../base/index.ts';
import type { ContentStatement } from './ast.ts';
import { type MarkupPosition, scanMarkup } from './scan-markup.ts';

/** A `data-fact` as written; `*` stands for what is known only when printed. */
export interface MarkedFact {
  readonly name: string;
  /** Of the attribute. */
  readonly place: Place;
}

/** Gathers the value of `data-fact` attributes, which may stand in several pieces. */
export interface FactCollector {
  readonly openFact: (place: Place) => void;
  readonly continueFact: (piece: string) => void;
  readonly closeFact: () => void;
}

/**
 * Writes into each start tag of a stretch of literal text where it stands: `data-at="fileIndex:line:column"`, by which
 * later steps point into the template's own files.
 */
export function markPlaces(
  content: ContentStatement,
  file: { readonly name: string; readonly index: number },
  from: MarkupPosition,
  facts: FactCollector,
): [ContentStatement, MarkupPosition] {
  const { value } = content;
  const placeAt = toPlaces(content, file.name);
  let marked = '';
  let copied = 0;
  let inFact = from.mode === 'value' && from.attribute === 'data-fact';
  const end = scanMarkup(value, from, {
    startTag: (_tag, offset, endOfName) => {
      const { line, column } = placeAt(offset);
      marked += `${value.slice(copied, endOfName)} data-at="${file.index}:${line}:${column}"`;
      copied = endOfName;
    },
    openValue: (attribute, _tag, offset) => {
      inFact = attribute === 'data-fact';
      if (inFact) facts.openFact(placeAt(offset));
    },
    valueText: (text) => {
      if (inFact) facts.continueFact(text);
    },
    closeValue: () => {
      if (inFact) facts.closeFact();
      inFact = false;
    },
  });
  return [{ ...content, value: marked + value.slice(copied) }, end];
}

/** White space control has shortened `value` against `original`, but only by white space at its ends. */
function toPlaces({ value, original, loc }: ContentStatement, file: string): (offset: number) => Place {
  const stripped = leadingSpace(original) - leadingSpace(value);
  return (offset) => {
    const before = original.slice(0, offset + stripped);
    const lastBreak = before.lastIndexOf('\n');
    const line = loc.start.line + (before.match(/\n/g)?.length ?? 0);
    return { file, line, column: lastBreak === -1 ? loc.start.column + before.length + 1 : before.length - lastBreak };
  };
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
