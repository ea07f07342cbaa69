/**
 * The syntax tree as Handlebars 4.7 builds it. Its own type declarations say that parts are always there which are not,
 * so the tree is typed anew; only what documents may use is named.
 */
export type Statement =
  | ContentStatement
  | MustacheStatement
  | BlockStatement
  | PartialStatement
  | CommentStatement
  | RefusedStatement;

export type Expression = SubExpression | PathExpression | Literal;

export interface Program {
  readonly type: 'Program';
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[] | undefined;
  readonly loc: Location;
}

/** Lines count from 1, columns from 0. */
export interface Location {
  readonly source: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface ContentStatement {
  readonly type: 'ContentStatement';
  /** What is printed, after white space control. */
  readonly value: string;
  /** What stands in the file. */
  readonly original: string;
  readonly loc: Location;
}

export interface Call {
  readonly path: PathExpression | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Hash | undefined;
  readonly loc: Location;
}

export interface MustacheStatement extends Call {
  readonly type: 'MustacheStatement';
  /** False for `{{{…}}}` and `{{&…}}`. */
  readonly escaped: boolean;
  readonly strip: StripFlags;
}

export interface BlockStatement extends Call {
  readonly type: 'BlockStatement';
  /** One of the two may be absent: `{{^if …}}` has only the inverse. */
  readonly program?: Program | undefined;
  readonly inverse?: Program | undefined;
  readonly openStrip: StripFlags;
  readonly inverseStrip?: StripFlags | undefined;
  readonly closeStrip?: StripFlags | undefined;
}

export interface PartialStatement {
  readonly type: 'PartialStatement';
  readonly name: PathExpression | SubExpression | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Hash | undefined;
  readonly loc: Location;
}

interface CommentStatement {
  readonly type: 'CommentStatement';
  readonly loc: Location;
}

/** `{{#> …}}`, `{{* …}}` and `{{#* …}}`. */
interface RefusedStatement {
  readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock';
  readonly loc: Location;
}

export interface SubExpression extends Call {
  readonly type: 'SubExpression';
}

export interface PathExpression {
  readonly type: 'PathExpression';
  /** `@index`. */
  readonly data: boolean;
  /** Number of `../`. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
  readonly loc: Location;
}

type Literal =
  | { readonly type: 'StringLiteral'; readonly value: string; readonly original: string; readonly loc: Location }
  | { readonly type: 'NumberLiteral'; readonly value: number; readonly original: number; readonly loc: Location }
  | { readonly type: 'BooleanLiteral'; readonly value: boolean; readonly original: boolean; readonly loc: Location }
  | { readonly type: 'UndefinedLiteral' | 'NullLiteral'; readonly loc: Location };

interface Hash {
  readonly type: 'Hash';
  readonly pairs: readonly HashPair[];
  readonly loc: Location;
}

interface HashPair {
  readonly type: 'HashPair';
  readonly key: string;
  readonly value: Expression;
  readonly loc: Location;
}

interface StripFlags {
  readonly open: boolean;
  readonly close: boolean;
}
