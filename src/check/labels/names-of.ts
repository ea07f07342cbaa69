import { RecentMap } from '../../base/index.ts';
import { foldText } from '../printed/index.ts';
import { type LabelRole, PHRASES } from './vocabulary.ts';

/**
 * What a label names, in any language: of the phrases in it those that no longer one contains, so that `Sum eks. mva` is
 * neither `Sum` nor `Mva`. Null where it has no phrase that is known.
 */
export function namesOf(label: string): ReadonlySet<LabelRole> | null {
  const known = recent.get(label);
  if (known !== undefined) return known;
  const named = new Set(findNames(toWords(label)).flatMap(({ roles }) => [...roles]));
  const names = named.size === 0 ? null : named;
  recent.set(label, names);
  return names;
}

/** Documents of one template are labelled alike. */
const recent = new RecentMap<ReadonlySet<LabelRole> | null>(512);

/** A phrase of the vocabulary among other words. */
export interface Name {
  /** Its words, from this one on. */
  readonly from: number;
  readonly length: number;
  readonly phrase: string;
  readonly roles: ReadonlySet<LabelRole>;
}

/** Every name among words in lower case, none within another. */
export function findNames(words: readonly string[]): readonly Name[] {
  const names: Name[] = [];
  let reached = 0;
  for (let from = 0; from < words.length; from += 1) {
    const length = longestPhrase(words, from);
    // What ends within a phrase that began before is a part of that phrase.
    if (length === 0 || from + length <= reached) continue;
    reached = from + length;
    const phrase = words.slice(from, reached).join(' ');
    const roles = KNOWN.get(phrase);
    if (roles !== undefined) names.push({ from, length, phrase, roles });
  }
  return names;
}

/** Whether two labels are the same words. */
export function sameLabel(one: string, other: string): boolean {
  return toWords(one).join(' ') === toWords(other).join(' ');
}

/** Lower-case words without the marks that stand around them: `Org.nr.:` is `org.nr`, `(KID)` is `kid`. */
function toWords(label: string): readonly string[] {
  return foldText(label)
    .toLowerCase()
    .split(/[\s():;,*#"«»]+/u)
    .map((word) => word.replace(/\.+$/u, ''))
    .filter((word) => word !== '');
}

const KNOWN = new Map([...PHRASES].map(([phrase, roles]) => [toWords(phrase).join(' '), roles]));
const LONGEST = Math.max(...[...KNOWN.keys()].map((phrase) => phrase.split(' ').length));

function longestPhrase(words: readonly string[], from: number): number {
  for (let length = Math.min(LONGEST, words.length - from); length > 0; length -= 1) {
    if (KNOWN.has(words.slice(from, from + length).join(' '))) return length;
  }
  return 0;
}
