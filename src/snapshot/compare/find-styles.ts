import type { TextItem, TextStyle } from '../snapshot.ts';
import type { Difference } from './difference.ts';
import { nameTexts } from './name-items.ts';
import { type Pair, spotOf } from './placed-item.ts';

/** Text that is set otherwise, or has another part in the structure; what changed alike is told as one. */
export function findStyles(pairs: readonly Pair<TextItem>[]): readonly Difference[] {
  const groups = new Map<string, Pair<TextItem>[]>();
  for (const pair of pairs) {
    const [change] = describeChange(pair);
    if (change === undefined) continue;
    const key = `${pair.after.page} ${change}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pair]);
    else group.push(pair);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    const [change = '', verb = ''] = first === undefined ? [] : describeChange(first);
    const count = group.length === 1 ? '' : `${group.length} texts, `;
    return {
      kind: 'style',
      title: `${nameTexts(group.map(({ after }) => after))} ${verb}`,
      detail: `${change}, ${count}page ${first?.after.page ?? 1}`,
      before: spotOf(group.map(({ before }) => before)),
      after: spotOf(group.map(({ after }) => after)),
      shift: null,
    };
  });
}

/** What changed and the verb of its title; empty where nothing did. */
function describeChange({ before, after }: Pair<TextItem>): readonly string[] {
  const [old, now] = [before.item, after.item];
  if (old.role !== now.role) return [`${old.role} → ${now.role}`, 'has another role'];
  const [was, is] = [describeStyle(old.style, now.style), describeStyle(now.style, old.style)];
  return was === is ? [] : [`${was} → ${is}`, 'is set otherwise'];
}

/** Only what differs from the other style. */
function describeStyle(style: TextStyle, other: TextStyle): string {
  const parts = [
    style.face === other.face ? '' : style.face,
    style.size === other.size ? '' : `${style.size} pt`,
    style.color === other.color ? '' : style.color,
    style.figureSpacing === other.figureSpacing ? '' : `${style.figureSpacing ?? 'default'} figures`,
    style.figureStyle === other.figureStyle ? '' : `${style.figureStyle ?? 'default'} figures`,
    style.kerning === other.kerning ? '' : `kerning ${style.kerning === false ? 'off' : 'on'}`,
    style.ligatures === other.ligatures ? '' : `ligatures ${style.ligatures === false ? 'off' : 'on'}`,
    style.letterSpacing === other.letterSpacing ? '' : `letter spacing ${style.letterSpacing ?? 0} pt`,
    style.wordSpacing === other.wordSpacing ? '' : `word spacing ${style.wordSpacing ?? 0} pt`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
