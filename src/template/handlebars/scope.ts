import type { Place } from '../../base/index.ts';
import type { Program } from './ast.ts';
import type { FactCollector } from './mark-places.ts';

/** One parsed file; `index` is its number in place marks. */
export interface ParsedFile {
  readonly name: string;
  readonly index: number;
  readonly program: Program;
}

/** What hardening collects of all files on the way. */
export interface Findings extends FactCollector {
  /** Keys of `{{label "…"}}`. */
  readonly labels: { readonly key: string; readonly place: Place }[];
  readonly includedPartials: Set<string>;
  statements: number;
}

/** Where hardening has come to. */
export interface Scope {
  readonly file: ParsedFile;
  /** Block parameters in reach. */
  readonly names: readonly string[];
  /** Partials being put in place, outermost first. */
  readonly path: readonly string[];
  readonly depth: number;
  readonly partials: ReadonlyMap<string, ParsedFile>;
  readonly findings: Findings;
}
