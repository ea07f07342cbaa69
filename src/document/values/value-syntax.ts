import type { Color, Length } from '../style.ts';
import { readNumber } from './calc.ts';
import { readColor, type StyleColor } from './color.ts';
import { type LengthLimits, readLength, readPoints } from './length.ts';
import { constant, type Resolver } from './resolver.ts';
import type { ValueReader } from './value-reader.ts';

/** How one kind of value is read, and how the documentation and messages describe it. */
export interface ValueSyntax<T> {
  /** In the value definition syntax of CSS, as `<length> | auto`. */
  readonly syntax: string;
  /** The words that it takes, for "did you mean". */
  readonly words: readonly string[];
  /** Takes the value and nothing after it; null, with the reader where it was, if the value is not of this kind. */
  readonly read: (reader: ValueReader) => Resolver<T> | null;
}

/** One of a set of words that mean themselves. */
export function words<const W extends string>(...names: readonly W[]): ValueSyntax<W> {
  const resolvers = new Map(names.map((name) => [name, constant(name)]));
  return {
    syntax: names.join(' | '),
    words: names,
    read: (reader) => {
      const name = reader.word(...names);
      return name === null ? null : (resolvers.get(name) ?? null);
    },
  };
}

/** Words that mean something else than themselves. */
export function meanings<const W extends string, T>(table: Readonly<Record<W, T>>): ValueSyntax<T> {
  const names = Object.keys(table) as W[];
  return {
    syntax: names.join(' | '),
    words: names,
    read: (reader) => {
      const name = reader.word(...names);
      return name === null ? null : constant(table[name]);
    },
  };
}

/** The first kind that fits. */
export function either<A, B>(first: ValueSyntax<A>, second: ValueSyntax<B>): ValueSyntax<A | B> {
  return {
    syntax: `${first.syntax} | ${second.syntax}`,
    words: [...first.words, ...second.words],
    read: (reader) => first.read(reader) ?? second.read(reader),
  };
}

/** A length, percentages kept. */
export function length(limits: LengthLimits): ValueSyntax<Length> {
  return {
    syntax: limits.percent ? '<length-percentage>' : '<length>',
    words: [],
    read: (reader) => readLength(reader, limits),
  };
}

/** A length without percentage, in points. */
export function points(limits: { readonly negative: boolean }): ValueSyntax<number> {
  return { syntax: '<length>', words: [], read: (reader) => readPoints(reader, limits) };
}

/** A number within bounds. */
export function number(least: number, most = Number.POSITIVE_INFINITY): ValueSyntax<number> {
  return {
    syntax: '<number>',
    words: [],
    read: (reader) => {
      const value = readNumber(reader, least, most);
      return value === null ? null : constant(value);
    },
  };
}

/** A whole number within bounds. */
export function integer(least: number, most: number): ValueSyntax<number> {
  return {
    syntax: '<integer>',
    words: [],
    read: (reader) => {
      const value = reader.integer(least, most);
      return value === null ? null : constant(value);
    },
  };
}

/** Any colour. */
export const color: ValueSyntax<StyleColor> = {
  syntax: '<color>',
  words: ['transparent', 'currentcolor'],
  read: (reader) => {
    const value = readColor(reader);
    return value === null ? null : constant(value);
  },
};

/** The colour of text: opaque, so that text is never half there; `currentcolor` is the parent's. */
export const textColor: ValueSyntax<Color> = {
  syntax: '<color>, opaque',
  words: ['currentcolor'],
  read: (reader) => {
    const mark = reader.mark();
    const value = readColor(reader);
    if (value === 'currentcolor') return ({ parentColor }) => parentColor;
    if (value?.alpha === 1) return constant(value);
    reader.back(mark);
    return null;
  },
};

/** One to `most` values of a kind, separated by white space. */
export function list<T>(kind: ValueSyntax<T>, most: number): ValueSyntax<readonly T[]> {
  return {
    syntax: `[${kind.syntax}]{1,${most}}`,
    words: kind.words,
    read: (reader) => {
      const resolvers: Resolver<T>[] = [];
      while (resolvers.length < most) {
        const next = kind.read(reader);
        if (next === null) break;
        resolvers.push(next);
      }
      return resolvers.length === 0 ? null : (context) => resolvers.map((resolve) => resolve(context));
    },
  };
}
