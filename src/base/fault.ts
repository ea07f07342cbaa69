/** Where in a file a fault lies; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Whose fault it is; the command line maps each kind to one exit code (3, 4, 5, 6, 7 and 2). */
export type FaultKind = 'usage' | 'input' | 'template' | 'network' | 'file' | 'internal';

/** What every use of one code has in common; `docs/errors.md` is generated from these. */
export interface FaultDefinition {
  readonly kind: FaultKind;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** One sentence: what to do about it. */
  readonly remedy: string;
}

/** What one occurrence adds to its definition. */
export interface FaultDetails {
  /** Names the field, the value and what was expected; never carries a secret or a national identity number. */
  readonly message: string;
  /** JSON path into the input, such as `session.order.items[3].amount`. */
  readonly path?: string | undefined;
  readonly place?: Place | undefined;
  /** Overrides the definition's remedy where the occurrence knows better. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** The shape of a fault in `--json` output. */
export interface FaultJson {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly place?: Place;
  readonly hint?: string;
}

/**
 * Something the caller can act on: bad input, a broken template, a refused request. Mismatches between a document and
 * its session are findings, not faults, and anything else that throws is a bug.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly kind: FaultKind;
  readonly path: string | undefined;
  readonly place: Place | undefined;
  readonly hint: string;

  constructor(code: string, definition: FaultDefinition, details: FaultDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.kind = definition.kind;
    this.path = details.path;
    this.place = details.place;
    this.hint = details.hint ?? definition.remedy;
  }

  toJSON(): FaultJson {
    return {
      code: this.code,
      message: this.message,
      ...(this.path === undefined ? {} : { path: this.path }),
      ...(this.place === undefined ? {} : { place: this.place }),
      hint: this.hint,
    };
  }
}

/** A table of fault definitions turned into constructors: `invoiceFaults.NOT_CAPTURED({ message })`. */
export type FaultTable<Code extends string> = {
  readonly [C in Code]: ((details: FaultDetails) => Fault) & { readonly definition: FaultDefinition };
};

/** Declares a folder's faults. The key is the stable, literal code. */
export function defineFaults<const Code extends string>(
  definitions: Readonly<Record<Code, FaultDefinition>>,
): FaultTable<Code> {
  const entries = Object.entries<FaultDefinition>(definitions).map(([code, definition]) => [
    code,
    Object.assign((details: FaultDetails) => new Fault(code, definition, details), { definition }),
  ]);
  return Object.fromEntries(entries) as FaultTable<Code>;
}
