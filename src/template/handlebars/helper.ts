import type { Locale } from '../format/conventions.ts';
import type { Labels } from '../labels.ts';

/** What helpers print by. */
export interface PrintSettings {
  readonly locale: Locale;
  readonly labels: Labels;
}

/** One helper: what it may be called with, which is checked before anything runs, and what it gives. */
export interface Helper {
  /** One line of the documentation, and a use of it. */
  readonly doc: string;
  readonly example: string;
  readonly least: number;
  readonly most: number;
  /** Names of `name=value` arguments and the values each may have. */
  readonly named: Readonly<Record<string, (value: unknown) => boolean>>;
  /** Gives markup, which may not stand in an attribute. */
  readonly markup: boolean;
  readonly call: (
    values: readonly unknown[],
    named: Readonly<Record<string, unknown>>,
    settings: PrintSettings,
  ) => unknown;
}

/** Takes one value and gives text. */
export const TEXT = { least: 1, most: 1, named: {}, markup: false } as const;
/** Takes one value and gives markup. */
export const MARKUP = { ...TEXT, markup: true } as const;
/** Takes two values and gives true or false. */
export const COMPARISON = { ...TEXT, least: 2, most: 2 } as const;
