import type { OpenedObjects } from '../objects/open-objects.ts';
import type { ObjectDifference } from '../read-document.ts';
import { type DescribedObject, describeObjects } from './describe-objects.ts';

/** Enough to say what is wrong. */
const MOST_TOLD = 3;

/** Longer, and nobody reads it. */
const LONGEST = 160;

/**
 * Holds all that can be reached in one file against all that can be reached in another, object by object: fonts and their
 * programs, the colours that a page is meant for, attributes, names, file records, the parts that no page shows. Numbers,
 * order and packing are left to whoever saved the file.
 */
export function compareObjects(found: OpenedObjects, expected: OpenedObjects): readonly ObjectDifference[] {
  if (expected.file === undefined) return [{ found: null, expected: expected.fault }];
  if (found.file === undefined) return [{ found: found.fault, expected: 'objects that can be read by the letter' }];
  try {
    return compare(describeObjects(found.file), describeObjects(expected.file));
  } catch (error) {
    return [{ found: error instanceof Error ? error.message : String(error), expected: null }];
  }
}

function compare(found: readonly DescribedObject[], expected: readonly DescribedObject[]): ObjectDifference[] {
  const added = withoutMarks(found, expected);
  const missing = withoutMarks(expected, found);
  // Where an object itself is another, those that only lead to it need not be told.
  const own = withoutTexts(added, expected);
  const other = withoutTexts(missing, found);
  const [left, right] = own.length + other.length > 0 ? [own, other] : [added, missing];
  return Array.from({ length: Math.min(MOST_TOLD, Math.max(left.length, right.length)) }, (_, index) => ({
    found: shorten(left[index]?.text),
    expected: shorten(right[index]?.text),
  }));
}

function withoutMarks(some: readonly DescribedObject[], others: readonly DescribedObject[]): DescribedObject[] {
  const marks = new Set(others.map(({ mark }) => mark));
  return some.filter(({ mark }) => !marks.has(mark));
}

function withoutTexts(some: readonly DescribedObject[], others: readonly DescribedObject[]): DescribedObject[] {
  const texts = new Set(others.map(({ text }) => text));
  return some.filter(({ text }) => !texts.has(text));
}

function shorten(text: string | undefined): string | null {
  if (text === undefined) return null;
  const plain = text.replace(/[^\x20-\x7e\xa0-\xff]/g, '.');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
