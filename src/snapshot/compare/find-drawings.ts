import type { SnapshotItem } from '../snapshot.ts';
import type { Difference } from './difference.ts';
import type { Matches } from './match-items.ts';
import { boxOf, type Pair, type Placed, spotOf } from './placed-item.ts';

const WORDS: Readonly<Record<SnapshotItem['kind'], string>> = {
  text: 'text',
  rectangle: 'background',
  line: 'line',
  path: 'drawing',
  image: 'image',
  link: 'link',
};

/** Lines, backgrounds, images and drawings that are new, gone or look different. */
export function findDrawings({ pairs, replaced, gone, added }: Matches<SnapshotItem>): readonly Difference[] {
  return [
    ...groupByKind([...replaced, ...pairs.filter(hasChanged)], ({ after }) => after).map((group) =>
      toDifference(group, 'changed', `${describe(group[0]?.before)} → ${describe(group[0]?.after)}`),
    ),
    ...groupByKind(gone, (placed) => placed).map((group) =>
      toDifference(
        group.map((before) => ({ before, after: null })),
        'gone',
        describe(group[0]),
      ),
    ),
    ...groupByKind(added, (placed) => placed).map((group) =>
      toDifference(
        group.map((after) => ({ before: null, after })),
        'new',
        describe(group[0]),
      ),
    ),
  ];
}

interface Sides {
  readonly before: Placed | null;
  readonly after: Placed | null;
}

function toDifference(group: readonly Sides[], what: string, change: string): Difference {
  const before = group.flatMap((sides) => (sides.before === null ? [] : [sides.before]));
  const after = group.flatMap((sides) => (sides.after === null ? [] : [sides.after]));
  const [first] = [...after, ...before];
  const word = first === undefined ? 'drawing' : WORDS[first.item.kind];
  const title = group.length === 1 ? `A ${word} is ${what}` : `${group.length} ${word}s are ${what}`;
  return {
    kind: 'drawing',
    title: what === 'changed' ? title.replace(/ (is|are) changed$/, ' changed') : title,
    detail: `${change}, page ${first?.page ?? 1}`,
    before: spotOf(before),
    after: spotOf(after),
    shift: null,
  };
}

/** What matters is the same by its key; what is left is the inside of a path, or words in its place. */
function hasChanged({ before, after }: Pair): boolean {
  const [old, now] = [before.item, after.item];
  if (old.kind === 'path' && now.kind === 'path') {
    return old.alternative !== now.alternative || toShape(old.segments) !== toShape(now.segments);
  }
  return old.kind === 'image' && now.kind === 'image' && old.alternative !== now.alternative;
}

/** A path wherever it stands: every number counted from the first point. */
function toShape(segments: string): string {
  const [x = 0, y = 0] = /^M(\S+) ([^MLCZ]+)/.exec(segments)?.slice(1).map(Number) ?? [];
  let isX = false;
  return segments.replace(/-?[\d.]+/g, (number) => {
    isX = !isX;
    // Half a point is the least that is told; rounding of the page's hundredths is less.
    return String(Math.round(Number(number) - (isX ? x : y)));
  });
}

function groupByKind<Item>(items: readonly Item[], placedOf: (item: Item) => Placed): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { page, item: own } = placedOf(item);
    const key = `${page} ${own.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function describe(placed: Placed | undefined): string {
  if (placed === undefined) return '';
  const { item } = placed;
  const { width, height } = boxOf(item);
  const size = `${width.toFixed(1)} × ${height.toFixed(1)} pt`;
  switch (item.kind) {
    case 'rectangle':
      return `${size} ${item.color}`;
    case 'line':
      return `${Math.max(width, height).toFixed(1)} pt long, ${item.width} pt ${item.dash} ${item.color}`;
    case 'path':
    case 'image':
      return item.alternative === null ? size : `${size} “${item.alternative}”`;
    default:
      return size;
  }
}
