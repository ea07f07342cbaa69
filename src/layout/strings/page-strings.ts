import type { StringMoment } from '../../document/index.ts';
import type { StringAssignment } from '../boxes/box.ts';
import type { PageSlice } from '../paginate/paginate.ts';
import { visitPage } from './beginnings.ts';
import type { PageTexts } from './page-text.ts';

type StringAt = PageTexts['stringAt'];

/** What one page does to one named string; null where it does nothing. */
interface PageString {
  readonly entry: string;
  readonly first: string | null;
  readonly last: string | null;
  /** Whether the page begins with the element that sets it. */
  readonly startsPage: boolean;
}

const NOWHERE: StringAt = () => '';

/** The named strings of each page (CSS GCPM 3 §1.1). A name that nothing has set yet is empty. */
export function stringsOfPages(assignments: readonly StringAssignment[], slices: readonly PageSlice[]): StringAt[] {
  if (assignments.length === 0) return slices.map(() => NOWHERE);
  const byOrder = groupByOrder(assignments);
  const exits = new Map<string, string>();
  return slices.map((slice) => {
    const page = readPage(slice, byOrder, exits);
    for (const [name, { last }] of page) if (last !== null) exits.set(name, last);
    const entries = new Map(exits);
    return (name, moment) => valueAt(page.get(name) ?? untouched(entries.get(name) ?? ''), moment);
  });
}

function groupByOrder(assignments: readonly StringAssignment[]): Map<number, StringAssignment[]> {
  const groups = new Map<number, StringAssignment[]>();
  for (const assignment of assignments) {
    const group = groups.get(assignment.order);
    if (group) group.push(assignment);
    else groups.set(assignment.order, [assignment]);
  }
  return groups;
}

function readPage(
  slice: PageSlice,
  byOrder: ReadonlyMap<number, readonly StringAssignment[]>,
  entries: ReadonlyMap<string, string>,
): Map<string, PageString> {
  const page = new Map<string, PageString>();
  let hasText = false;
  visitPage(slice, {
    begins: (order) => {
      for (const { name, value } of byOrder.get(order) ?? []) {
        const before = page.get(name);
        const first = { entry: entries.get(name) ?? '', first: value, startsPage: !hasText };
        page.set(name, { ...(before ?? first), last: value });
      }
    },
    shows: () => {
      hasText = true;
    },
  });
  return page;
}

function untouched(entry: string): PageString {
  return { entry, first: null, last: null, startsPage: false };
}

function valueAt({ entry, first, last, startsPage }: PageString, moment: StringMoment): string {
  switch (moment) {
    case 'first':
      return first ?? entry;
    case 'start':
      return startsPage && first !== null ? first : entry;
    case 'last':
      return last ?? entry;
    case 'first-except':
      return first === null ? entry : '';
    case 'entry':
      return entry;
    default:
      return moment satisfies never;
  }
}

/**
 * What stands for a named string while it is not known yet: the longest of its values, in the widest figures, so that
 * columns have room for every page's.
 */
export function widestStrings(assignments: readonly StringAssignment[]): StringAt {
  const widest = new Map<string, string>();
  for (const { name, value } of assignments) {
    if (value.length > (widest.get(name)?.length ?? -1)) widest.set(name, value);
  }
  return (name) => (widest.get(name) ?? '').replaceAll(/\d/g, WIDEST_DIGIT);
}

const WIDEST_DIGIT = '0';
