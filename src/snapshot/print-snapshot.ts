import type { Snapshot, SnapshotItem, TextStyle } from './snapshot.ts';

/** The first line of every snapshot; a change of the format changes the number. */
export const SNAPSHOT_HEADER = 'fakturapress snapshot 1';

/**
 * A snapshot as text for people, version control and `parseSnapshot`: one item a line, styles named once and used by
 * letter, words in JSON's quotes.
 */
export function printSnapshot(snapshot: Snapshot): string {
  const lines = [
    SNAPSHOT_HEADER,
    `${snapshot.fixture} ${snapshot.locale} ${snapshot.kind}`,
    `${snapshot.language} ${quote(snapshot.title)}`,
    `facts ${snapshot.factCount}`,
  ];
  const names = new Map<string, string>();
  const nameOf = (style: TextStyle): string => {
    const printed = JSON.stringify(style);
    const known = names.get(printed);
    if (known !== undefined) return known;
    const name = `S${names.size + 1}`;
    names.set(printed, name);
    lines.push(`style ${name} ${printed}`);
    return name;
  };
  for (const { width, height, items } of snapshot.pages) {
    lines.push(`page ${width} ${height}`);
    for (const item of items) lines.push(printItem(item, nameOf));
  }
  return `${lines.join('\n')}\n`;
}

function printItem(item: SnapshotItem, nameOf: (style: TextStyle) => string): string {
  switch (item.kind) {
    case 'text': {
      const { role, x, y, width, text, fact } = item;
      return `${role} ${nameOf(item.style)} ${x} ${y} ${width} ${quote(text)}${fact === null ? '' : ` ${fact}`}`;
    }
    case 'rectangle': {
      const radii = item.radii.some((radius) => radius > 0) ? ` ${item.radii.join(' ')}` : '';
      return `rectangle ${printBox(item)} ${item.color}${radii}`;
    }
    case 'line':
      return `line ${item.x1} ${item.y1} ${item.x2} ${item.y2} ${item.width} ${item.dash} ${item.color}`;
    case 'path': {
      const { fill, fillRule, stroke, clip, alternative, segments } = item;
      return `path ${JSON.stringify({ fill, fillRule, stroke, clip, alternative })} ${segments}`;
    }
    case 'image':
      return `image ${printBox(item)} ${item.image}${item.alternative === null ? '' : ` ${quote(item.alternative)}`}`;
    case 'link':
      return `link ${printBox(item)} ${item.url}`;
    default:
      return item satisfies never;
  }
}

function printBox({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `${x} ${y} ${width} ${height}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
