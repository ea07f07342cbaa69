import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import type { Place } from '../../base/index.ts';
import { documentFaults } from '../faults.ts';
import { Positions } from '../positions.ts';
import type { CssSource } from './css-source.ts';

/** Deeper than any style sheet nests; css-tree reads nested blocks by recursion. */
const MAX_NESTING = 32;

/** No name, number or unit is this long; messages quote them, and nearest names are looked for. */
const MAX_TOKEN_CHARACTERS = 200;

/** Tokens that hold running text. */
const TEXTS: ReadonlySet<number> = new Set([
  tokenTypes.Comment,
  tokenTypes.WhiteSpace,
  tokenTypes.String,
  tokenTypes.Url,
]);

/** The closing token of each opening one. */
const CLOSERS: ReadonlyMap<number, { readonly type: number; readonly sign: string }> = new Map([
  [tokenTypes.LeftCurlyBracket, { type: tokenTypes.RightCurlyBracket, sign: '}' }],
  [tokenTypes.LeftParenthesis, { type: tokenTypes.RightParenthesis, sign: ')' }],
  [tokenTypes.Function, { type: tokenTypes.RightParenthesis, sign: ')' }],
  [tokenTypes.LeftSquareBracket, { type: tokenTypes.RightSquareBracket, sign: ']' }],
]);
const CLOSING: ReadonlySet<number> = new Set([...CLOSERS.values()].map(({ type }) => type));

/**
 * Refuses what CSS would mend by itself at the end of a file or line: brackets, strings and comments that are never
 * closed. Refuses deep nesting too, before anything recurses into it, and endless names.
 */
export function checkNesting(text: string, source: CssSource): void {
  const expected: { readonly type: number; readonly sign: string; readonly start: number; readonly end: number }[] = [];
  const positions = new Positions(source.file, text);
  const placeAt = (offset: number): Place => shift(positions.placeAt(offset), source);
  tokenize(text, (type, start, end) => {
    if (
      type === tokenTypes.BadString ||
      type === tokenTypes.BadUrl ||
      (type === tokenTypes.String && !isClosed(text, start, end))
    ) {
      throw documentFaults.CSS_SYNTAX({ message: 'a string or url() is not closed', place: placeAt(start) });
    }
    if (type === tokenTypes.Comment && (end - start < 4 || !text.endsWith('*/', end))) {
      throw documentFaults.CSS_SYNTAX({ message: 'a comment is not closed', place: placeAt(start) });
    }
    if (end - start > MAX_TOKEN_CHARACTERS && !TEXTS.has(type)) {
      throw documentFaults.CSS_TOO_LARGE({
        message: `a name or number has ${end - start} characters, expected at most ${MAX_TOKEN_CHARACTERS}`,
        place: placeAt(start),
      });
    }
    const closer = CLOSERS.get(type);
    if (closer !== undefined) {
      expected.push({ ...closer, start, end });
      if (expected.length > MAX_NESTING) {
        throw documentFaults.CSS_TOO_LARGE({
          message: `brackets are nested more than ${MAX_NESTING} deep`,
          place: placeAt(start),
        });
      }
    } else if (CLOSING.has(type) && expected.pop()?.type !== type) {
      throw documentFaults.CSS_SYNTAX({ message: `unexpected ${text.slice(start, end)}`, place: placeAt(start) });
    }
  });
  const open = expected.at(-1);
  if (open === undefined) return;
  throw documentFaults.CSS_SYNTAX({
    message: `${text.slice(open.start, open.end)} is not closed, expected ${open.sign}`,
    place: placeAt(open.start),
  });
}

/** A string token that meets the end of the file has no closing quote, or only its opening one. */
function isClosed(text: string, start: number, end: number): boolean {
  return end - start >= 2 && text[end - 1] === text[start];
}

/** A style sheet may begin in the middle of another file. */
function shift(place: Place, source: CssSource): Place {
  const line = source.line ?? 1;
  const column = source.column ?? 1;
  return {
    file: place.file,
    line: place.line + line - 1,
    column: place.line === 1 ? place.column + column - 1 : place.column,
  };
}
