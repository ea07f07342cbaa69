import type { SnapshotItem, TextItem } from '../snapshot.ts';
import type { Difference } from './difference.ts';
import { nameLines, nameRegions, nameTexts } from './name-items.ts';
import { boxOf, type Pair, type PlacedText, spotOf } from './placed-item.ts';

/** Moves below this are not told: nobody sees them, and rounding makes them. Points. */
const LEAST_MOVE = 0.5;

interface Group {
  readonly shift: { readonly x: number; readonly y: number };
  readonly texts: Pair<TextItem>[];
  readonly drawings: Pair[];
}

/** What moved on its page, everything that moved alike told as one. */
export function findMoves(texts: readonly Pair<TextItem>[], drawings: readonly Pair[]): readonly Difference[] {
  const groups = new Map<string, Group>();
  for (const pair of texts) groupOf(groups, pair, shiftOf(pair))?.texts.push(pair);
  for (const pair of drawings) groupOf(groups, pair, shiftOf(pair))?.drawings.push(pair);
  return [...groups.values()].toSorted((a, b) => sizeOf(b) - sizeOf(a)).map(toMove);
}

function groupOf(groups: Map<string, Group>, pair: Pair, shift: Group['shift']): Group | null {
  if (pair.before.page !== pair.after.page) return null;
  if (Math.abs(shift.x) < LEAST_MOVE && Math.abs(shift.y) < LEAST_MOVE) return null;
  const key = `${pair.after.page} ${shift.x} ${shift.y}`;
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { shift, texts: [], drawings: [] };
  groups.set(key, group);
  return group;
}

/** To a tenth of a point, so that what moved together stays together. Right-aligned text is held by its end. */
function shiftOf({ before, after }: Pair): Group['shift'] {
  const [old, now] = [boxOf(before.item), boxOf(after.item)];
  const [left, right] = [now.x - old.x, now.x + now.width - old.x - old.width];
  const x = Math.abs(right) < Math.abs(left) ? right : left;
  const isSideways = Math.abs(x) >= LEAST_MOVE;
  const tops = before.item.kind === 'text' && after.item.kind === 'text' ? after.item.y - before.item.y : now.y - old.y;
  return { x: isSideways ? tenths(x) : 0, y: Math.abs(tops) >= LEAST_MOVE ? tenths(tops) : 0 };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function sizeOf({ texts, drawings }: Group): number {
  const hasTotal = texts.some(({ after }) => after.item.fact === 'payable');
  return (hasTotal ? 1_000_000 : 0) + texts.length * 10 + drawings.length;
}

function toMove({ shift, texts, drawings }: Group): Difference {
  const after = texts.map((pair) => pair.after);
  const pairs: readonly Pair<SnapshotItem>[] = [...texts, ...drawings];
  const page = `page ${pairs[0]?.after.page ?? 1}`;
  const others = texts.length > 1 ? `${texts.length} texts` : '';
  const where = [nameRegions(after), others, page].filter((part) => part !== '').join(', ');
  return {
    kind: 'moved',
    title: `${texts.length > 0 ? nameTexts(after) : nameDrawings(drawings)} moved ${describeShift(shift)}`,
    detail: where.charAt(0).toUpperCase() + where.slice(1),
    before: spotOf(pairs.map((pair) => pair.before)),
    after: spotOf(pairs.map((pair) => pair.after)),
    shift,
  };
}

function nameDrawings(drawings: readonly Pair[]): string {
  const kinds = new Set(drawings.map(({ after }) => after.item.kind));
  const word = kinds.size === 1 ? (drawings[0]?.after.item.kind ?? 'drawing') : 'drawing';
  return drawings.length === 1 ? `A ${word}` : `${drawings.length} ${word}s`;
}

/** `4 pt down and 2 pt to the left`. */
function describeShift({ x, y }: Group['shift']): string {
  const parts = [
    ...(y === 0 ? [] : [`${Math.abs(y)} pt ${y > 0 ? 'down' : 'up'}`]),
    ...(x === 0 ? [] : [`${Math.abs(x)} pt to the ${x > 0 ? 'right' : 'left'}`]),
  ];
  return parts.join(' and ');
}

/** What stands on another page than before: lines by their numbers, the rest by its name. */
export function findTurnedPages(texts: readonly Pair<TextItem>[]): readonly Difference[] {
  const groups = new Map<string, Pair<TextItem>[]>();
  for (const pair of texts) {
    // Running heads and feet are on every page, and one more page gives one more of each.
    if (pair.before.page === pair.after.page || pair.after.item.role === 'Artifact') continue;
    const isLine = pair.after.item.fact?.startsWith('line.') === true;
    const key = `${pair.before.page} ${pair.after.page} ${isLine}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return [...groups.values()].map((group) => {
    const after: readonly PlacedText[] = group.map((pair) => pair.after);
    const [first] = group;
    const name = nameLines(after) ?? nameTexts(after);
    return {
      kind: 'turned-page',
      title: `${name} moved to page ${first?.after.page ?? 1}`,
      detail: `From page ${first?.before.page ?? 1}`,
      before: spotOf(group.map((pair) => pair.before)),
      after: spotOf(after),
      shift: null,
    };
  });
}
