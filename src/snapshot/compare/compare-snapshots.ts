import type { Snapshot, SnapshotItem, TextItem } from '../snapshot.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { findDrawings } from './find-drawings.ts';
import { findMoves, findTurnedPages } from './find-moves.ts';
import { findStyles } from './find-styles.ts';
import { findChangedTexts } from './find-texts.ts';
import { matchItems } from './match-items.ts';
import { isDrawing, isText, listItems, type Pair, type PlacedText } from './placed-item.ts';

/**
 * What has become different from one snapshot to the next, in plain sentences, the weightiest first and the number of
 * pages last. Moves of less than half a point are not told. Empty for snapshots that look the same.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): readonly Difference[] {
  const [old, now] = [listItems(before), listItems(after)];
  const texts = matchItems(old.filter(isText), now.filter(isText), toTextKey, canStandFor);
  const drawings = matchItems(old.filter(isDrawing), now.filter(isDrawing), toDrawingKey, isSameKind);
  const together = [...texts.pairs, ...texts.replaced];
  const found = [
    ...findChangedTexts(texts, before.pages.length !== after.pages.length),
    ...findTurnedPages(together),
    ...findMoves(together, drawings.pairs),
    ...findStyles(together),
    ...findDrawings(drawings),
    ...findPapers(before, after),
  ];
  if (before.factCount !== after.factCount && !found.some(({ kind }) => kind === 'fact')) {
    found.push(toFactCount(before, after));
  }
  const sorted = found.toSorted((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind]);
  return [...sorted, ...findPages(before, after, together)];
}

/** The words are the same, but fewer or more of them are marked and proven. */
function toFactCount(before: Snapshot, after: Snapshot): Difference {
  const detail = `${before.factCount} → ${after.factCount}`;
  return { kind: 'fact', title: 'Number of proven facts changed', detail, before: null, after: null, shift: null };
}

const WEIGHT: Readonly<Record<DifferenceKind, number>> = {
  fact: 9,
  moved: 8,
  text: 7,
  gone: 6,
  new: 6,
  'turned-page': 5,
  style: 4,
  drawing: 3,
  paper: 2,
  pages: 1,
};

/** A fact is the same fact whatever it says; other text is what it says. */
function toTextKey({ fact, text }: TextItem): string {
  return fact === null ? `"${text.trim()}` : fact;
}

/** One label can take the place of another, but no fact that of a label. */
function canStandFor(before: TextItem, after: TextItem): boolean {
  return before.fact === after.fact && (before.role === 'Artifact') === (after.role === 'Artifact');
}

function toDrawingKey(item: SnapshotItem): string {
  switch (item.kind) {
    case 'rectangle':
      return `rectangle ${item.width.toFixed(0)} ${item.height.toFixed(0)} ${item.color} ${item.radii.join(' ')}`;
    case 'line': {
      const [width, height] = [item.x2 - item.x1, item.y2 - item.y1];
      return `line ${width.toFixed(0)} ${height.toFixed(0)} ${item.width} ${item.dash} ${item.color}`;
    }
    case 'path':
      return `path ${item.segments.replace(/[\d.-]+/g, '').length} ${item.fill} ${JSON.stringify(item.stroke)}`;
    case 'image':
      return `image ${item.image} ${item.width.toFixed(0)} ${item.height.toFixed(0)}`;
    default:
      return item.kind;
  }
}

function isSameKind(before: SnapshotItem, after: SnapshotItem): boolean {
  return before.kind === after.kind;
}

function findPapers(before: Snapshot, after: Snapshot): readonly Difference[] {
  return before.pages.flatMap((page, index): readonly Difference[] => {
    const now = after.pages[index];
    if (now === undefined || (now.width === page.width && now.height === page.height)) return [];
    const title = `Paper of page ${index + 1} is another`;
    const detail = `${page.width} × ${page.height} → ${now.width} × ${now.height} pt`;
    return [{ kind: 'paper', title, detail, before: null, after: null, shift: null }];
  });
}

function findPages(before: Snapshot, after: Snapshot, pairs: readonly Pair<TextItem>[]): readonly Difference[] {
  const [old, now] = [before.pages.length, after.pages.length];
  if (old === now) return [];
  const isTotal = ({ item }: PlacedText): boolean => item.fact === 'grossTotal' || item.fact === 'payable';
  const total = pairs.find((pair) => isTotal(pair.before) && pair.before.page !== pair.after.page);
  const detail = total === undefined ? '' : `Totals stand on page ${total.after.page}`;
  return [{ kind: 'pages', title: `Pages ${old} → ${now}`, detail, before: null, after: null, shift: null }];
}
