import { diffArrays } from 'diff';
import type { SnapshotItem } from '../snapshot.ts';
import type { Pair, Placed } from './placed-item.ts';

/** Items of two snapshots brought together. */
export interface Matches<Item extends SnapshotItem> {
  readonly pairs: readonly Pair<Item>[];
  /** Stand in each other's place but say something else. */
  readonly replaced: readonly Pair<Item>[];
  readonly gone: readonly Placed<Item>[];
  readonly added: readonly Placed<Item>[];
}

/**
 * Brings items together that are the same by `keyOf`, in their order. Where a stretch has become another, its items
 * stand for each other one by one, as far as `canReplace` agrees.
 */
export function matchItems<Item extends SnapshotItem>(
  before: readonly Placed<Item>[],
  after: readonly Placed<Item>[],
  keyOf: (item: Item) => string,
  canReplace: (before: Item, after: Item) => boolean,
): Matches<Item> {
  const pairs: Pair<Item>[] = [];
  const replaced: Pair<Item>[] = [];
  const gone: Placed<Item>[] = [];
  const added: Placed<Item>[] = [];
  let [old, now] = [0, 0];
  let [oldGap, newGap]: [Placed<Item>[], Placed<Item>[]] = [[], []];
  const closeGap = (): void => {
    const rest = [...newGap];
    for (const item of oldGap) {
      const index = rest.findIndex((candidate) => canReplace(item.item, candidate.item));
      const [found] = index < 0 ? [] : rest.splice(index, 1);
      if (found === undefined) gone.push(item);
      else replaced.push({ before: item, after: found });
    }
    added.push(...rest);
    [oldGap, newGap] = [[], []];
  };
  for (const change of diffArrays(
    before.map(({ item }) => keyOf(item)),
    after.map(({ item }) => keyOf(item)),
  )) {
    if (change.removed) {
      oldGap.push(...before.slice(old, old + change.count));
      old += change.count;
    } else if (change.added) {
      newGap.push(...after.slice(now, now + change.count));
      now += change.count;
    } else {
      closeGap();
      for (let i = 0; i < change.count; i += 1) {
        const [a, b] = [before[old + i], after[now + i]];
        if (a !== undefined && b !== undefined) pairs.push({ before: a, after: b });
      }
      old += change.count;
      now += change.count;
    }
  }
  closeGap();
  return reunite({ pairs, replaced, gone, added }, keyOf);
}

/** What is gone here and new elsewhere under the same key has only changed its place in the order. */
function reunite<Item extends SnapshotItem>(
  { pairs, replaced, gone, added }: Matches<Item>,
  keyOf: (item: Item) => string,
): Matches<Item> {
  const waiting = new Map<string, Placed<Item>[]>();
  for (const placed of added) {
    const key = keyOf(placed.item);
    waiting.set(key, [...(waiting.get(key) ?? []), placed]);
  }
  const found: Pair<Item>[] = [];
  const lost = gone.filter((before) => {
    const after = waiting.get(keyOf(before.item))?.shift();
    if (after !== undefined) found.push({ before, after });
    return after === undefined;
  });
  return { pairs: [...pairs, ...found], replaced, gone: lost, added: [...waiting.values()].flat() };
}
