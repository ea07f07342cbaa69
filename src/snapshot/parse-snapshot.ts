import { snapshotFaults } from './faults.ts';
import { SNAPSHOT_HEADER } from './print-snapshot.ts';
import type { PathItem, Snapshot, SnapshotItem, SnapshotPage, TextStyle } from './snapshot.ts';

/**
 * Reads what `printSnapshot` wrote; `file` names it in messages.
 *
 * @throws SNAPSHOT_UNREADABLE with the line
 */
export function parseSnapshot(text: string, file: string): Snapshot {
  const lines = text.split('\n');
  const refuse = (line: number, expected: string): never => {
    throw snapshotFaults.SNAPSHOT_UNREADABLE({
      message: `Unexpected content in ${file}, expected ${expected}`,
      place: { file, line, column: 1 },
    });
  };
  const head = (index: number, pattern: RegExp, expected: string): RegExpExecArray =>
    pattern.exec(lines[index] ?? '') ?? refuse(index + 1, expected);
  head(0, new RegExp(`^${SNAPSHOT_HEADER}$`), `"${SNAPSHOT_HEADER}"`);
  const [, fixture = '', locale = '', kind] = head(
    1,
    /^(\S+) (\S+) (invoice|credit-note)$/,
    'fixture, locale and kind',
  );
  const [, language = '', title = ''] = head(2, /^(\S+) (".*")$/, 'language and title');
  const [, factCount] = head(3, /^facts (\d+)$/, 'the number of facts');
  const styles = new Map<string, TextStyle>();
  const pages: { width: number; height: number; items: SnapshotItem[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < 4 || (line === '' && index === lines.length - 1)) continue;
    try {
      readLine(line, styles, pages);
    } catch {
      refuse(index + 1, 'one item, style or page');
    }
  }
  return {
    fixture,
    locale,
    kind: kind === 'credit-note' ? kind : 'invoice',
    language,
    title: String(JSON.parse(title)),
    factCount: Number(factCount),
    pages: pages satisfies SnapshotPage[],
  };
}

type OpenPage = { width: number; height: number; items: SnapshotItem[] };

/** Throws anything for a line that is none of ours. */
function readLine(line: string, styles: Map<string, TextStyle>, pages: OpenPage[]): void {
  const [word = '', rest = ''] = split(line);
  if (word === 'style') {
    const [name, style] = split(rest);
    styles.set(name, JSON.parse(style) as TextStyle);
  } else if (word === 'page') {
    const [width, height] = readNumbers(rest.split(' '), 2);
    pages.push({ width, height, items: [] });
  } else {
    const page = pages.at(-1);
    if (page === undefined) throw new TypeError('an item before the first page');
    page.items.push(readItem(word, rest, styles));
  }
}

function readItem(word: string, rest: string, styles: ReadonlyMap<string, TextStyle>): SnapshotItem {
  const words = rest.split(' ');
  switch (word) {
    case 'rectangle': {
      const [a = 0, b = 0, c = 0, d = 0] = words.length > 5 ? readNumbers(words.slice(5), 4) : [];
      return { kind: 'rectangle', ...readBox(words), color: readWord(words[4]), radii: [a, b, c, d] };
    }
    case 'line': {
      const [x1, y1, x2, y2, width] = readNumbers(words, 5);
      const dash = readWord(words[5]) as 'solid' | 'dashed' | 'dotted';
      return { kind: 'line', x1, y1, x2, y2, width, dash, color: readWord(words[6]) };
    }
    case 'path': {
      const end = rest.lastIndexOf('} ') + 1;
      const details = JSON.parse(rest.slice(0, end)) as Omit<PathItem, 'kind' | 'segments'>;
      return { kind: 'path', ...details, segments: rest.slice(end + 1) };
    }
    case 'image': {
      const alternative = words.length > 5 ? String(JSON.parse(words.slice(5).join(' '))) : null;
      return { kind: 'image', ...readBox(words), image: readWord(words[4]), alternative };
    }
    case 'link':
      return { kind: 'link', ...readBox(words), url: readWord(words[4]) };
    default:
      return readText(word, rest, styles);
  }
}

const TEXT = /^(S\d+) (\S+) (\S+) (\S+) ("(?:[^"\\]|\\.)*")(?: (\S+))?$/;

function readText(role: string, rest: string, styles: ReadonlyMap<string, TextStyle>): SnapshotItem {
  const [, name = '', x, y, width, text = '', fact] = TEXT.exec(rest) ?? [];
  const style = styles.get(name);
  if (style === undefined) throw new TypeError('no such style');
  const [left, baseline, extent] = readNumbers([x, y, width], 3);
  const place = { x: left, y: baseline, width: extent };
  return { kind: 'text', role, style, ...place, text: String(JSON.parse(text)), fact: fact ?? null };
}

function readBox(words: readonly string[]) {
  const [x, y, width, height] = readNumbers(words, 4);
  return { x, y, width, height };
}

type Numbers<Count extends number> = Count extends 2
  ? readonly [number, number]
  : Count extends 3
    ? readonly [number, number, number]
    : Count extends 4
      ? readonly [number, number, number, number]
      : readonly [number, number, number, number, number];

function readNumbers<Count extends 2 | 3 | 4 | 5>(
  words: readonly (string | undefined)[],
  count: Count,
): Numbers<Count> {
  const numbers = words.slice(0, count).map((word) => (word === undefined || word === '' ? Number.NaN : Number(word)));
  if (numbers.length !== count || numbers.some((number) => !Number.isFinite(number))) throw new TypeError('no numbers');
  return numbers as unknown as Numbers<Count>;
}

function readWord(word: string | undefined): string {
  if (word === undefined || word === '') throw new TypeError('a word is missing');
  return word;
}

function split(text: string): readonly [string, string] {
  const at = text.indexOf(' ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
