import type { TextItem } from '../snapshot.ts';
import type { Difference } from './difference.ts';
import type { Matches } from './match-items.ts';
import { nameFact, shorten } from './name-items.ts';
import { type Pair, type PlacedText, spotOf } from './placed-item.ts';

/** Words and figures that say something else, that are new, or that are gone. */
export function findChangedTexts(
  { pairs, replaced, gone, added }: Matches<TextItem>,
  pagesDiffer: boolean,
): readonly Difference[] {
  const [goneFacts, goneWords] = divide(gone);
  const [newFacts, newWords] = divide(added);
  return [
    ...findFacts([...pairs, ...replaced], goneFacts, newFacts),
    ...replaced.filter((pair) => isLabelChange(pair, pagesDiffer)).map(toLabelChange),
    ...groupByText(goneWords).map((group): Difference => toOneSided('gone', group)),
    ...groupByText(newWords).map((group): Difference => toOneSided('new', group)),
  ];
}

/** Facts are compared whole: one may be set in several runs, and break its lines elsewhere than before. */
function findFacts(
  pairs: readonly Pair<TextItem>[],
  gone: readonly PlacedText[],
  added: readonly PlacedText[],
): readonly Difference[] {
  const before = groupByFact([...pairs.map((pair) => pair.before), ...gone]);
  const after = groupByFact([...pairs.map((pair) => pair.after), ...added]);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((fact): readonly Difference[] => {
    const [old, now] = [before.get(fact) ?? [], after.get(fact) ?? []];
    const [oldValues, newValues] = [toValues(old), toValues(now)];
    if (oldValues === newValues) return [];
    const spots = { before: spotOf(old), after: spotOf(now), shift: null };
    const page = `page ${(now[0] ?? old[0])?.page ?? 1}`;
    const name = nameFact(fact);
    if (old.length === 0) return [{ kind: 'fact', title: `${name} is new`, detail: `${newValues}, ${page}`, ...spots }];
    if (now.length === 0)
      return [{ kind: 'fact', title: `${name} is gone`, detail: `${oldValues}, ${page}`, ...spots }];
    return [{ kind: 'fact', title: `${name} changed`, detail: `${oldValues} → ${newValues}, ${page}`, ...spots }];
  });
}

function groupByFact(texts: readonly PlacedText[]): ReadonlyMap<string, readonly PlacedText[]> {
  const groups = new Map<string, PlacedText[]>();
  for (const text of texts) {
    const { fact } = text.item;
    // What a page carries forward follows from where it ends; moved lines tell it.
    if (fact === null || fact.startsWith('carriedForward.')) continue;
    const group = groups.get(fact);
    if (group === undefined) groups.set(fact, [text]);
    else group.push(text);
  }
  return groups;
}

/** A fact's words without what depends on where lines end; each print of it once. */
function toValues(texts: readonly PlacedText[]): string {
  return texts
    .map(({ item }) => item.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}

function isLabelChange({ before, after }: Pair<TextItem>, pagesDiffer: boolean): boolean {
  if (before.item.fact !== null || before.item.text.trim() === after.item.text.trim()) return false;
  // "Page 1 of 2" says "of 3" because there are three now, which is told by itself.
  return !(pagesDiffer && before.item.role === 'Artifact' && bareOf(before) === bareOf(after));
}

function bareOf({ item }: PlacedText): string {
  return item.text.replace(/\d+/g, '#').trim();
}

function toLabelChange(pair: Pair<TextItem>): Difference {
  const { before, after } = pair;
  return {
    kind: 'text',
    title: 'Label changed',
    detail: `“${before.item.text.trim()}” → “${after.item.text.trim()}”, page ${after.page}`,
    before: spotOf([before]),
    after: spotOf([after]),
    shift: null,
  };
}

function toOneSided(kind: 'new' | 'gone', group: readonly PlacedText[]): Difference {
  const [first] = group;
  const words = shorten(first?.item.text.trim() ?? '');
  const times = group.length === 1 ? '' : `${group.length} times, `;
  const spot = spotOf(group);
  return {
    kind,
    title: `“${words}” is ${kind}`,
    detail: `${times}page ${first?.page ?? 1}`,
    before: kind === 'gone' ? spot : null,
    after: kind === 'new' ? spot : null,
    shift: null,
  };
}

/** The same words told once, however often they stand there; white space is nothing to tell. */
function groupByText(texts: readonly PlacedText[]): readonly (readonly PlacedText[])[] {
  const groups = new Map<string, PlacedText[]>();
  for (const text of texts) {
    const words = text.item.text.trim();
    if (words === '') continue;
    const key = `${text.page} ${words}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [text]);
    else group.push(text);
  }
  return [...groups.values()];
}

function divide(texts: readonly PlacedText[]): readonly [readonly PlacedText[], readonly PlacedText[]] {
  return [texts.filter(({ item }) => item.fact !== null), texts.filter(({ item }) => item.fact === null)];
}
