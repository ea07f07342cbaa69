import type { GridPlacement, TrackSize } from '../style.ts';
import { readLength } from '../values/length.ts';
import { constant, type Resolver } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { ValueSyntax } from '../values/value-syntax.ts';
import { own } from './longhand.ts';

/** More columns than a page has points of width would mean nothing. */
const MAX_TRACKS = 500;

const tracks: ValueSyntax<readonly TrackSize[]> = {
  syntax: 'none | [<length-percentage> | <number>fr | auto | min-content | max-content | repeat(<integer>, …)]+',
  words: ['none', 'auto', 'min-content', 'max-content'],
  read: (reader) => {
    if (reader.word('none') !== null) return constant([]);
    const resolvers = readTracks(reader);
    return resolvers === null ? null : (context) => resolvers.map((resolve) => resolve(context));
  },
};

const start: ValueSyntax<GridPlacement['start']> = {
  syntax: 'auto | <integer>',
  words: ['auto'],
  read: (reader) => {
    if (reader.word('auto') !== null) return constant('auto');
    const line = readLine(reader);
    return line === null ? null : constant(line);
  },
};

const end: ValueSyntax<GridPlacement['end']> = {
  syntax: 'auto | <integer> | span <integer>',
  words: ['auto', 'span'],
  read: (reader) => {
    const mark = reader.mark();
    if (reader.word('span') === null) return start.read(reader);
    const span = reader.integer(1, MAX_TRACKS);
    if (span !== null) return constant({ span });
    reader.back(mark);
    return null;
  },
};

/** Grids with tracks that are written out. */
export const GRID_LONGHANDS = {
  'grid-template-columns': own<readonly TrackSize[]>([], tracks, '1fr 2fr 30mm', 'widths of columns'),
  'grid-template-rows': own<readonly TrackSize[]>([], tracks, 'auto 12mm', 'heights of rows'),
  'grid-column-start': own<GridPlacement['start']>('auto', start, '2', 'first column line'),
  'grid-column-end': own<GridPlacement['end']>('auto', end, 'span 2', 'last column line, or how many columns'),
  'grid-row-start': own<GridPlacement['start']>('auto', start, '1', 'first row line'),
  'grid-row-end': own<GridPlacement['end']>('auto', end, '-1', 'last row line, or how many rows'),
} as const;

/** A grid line: any whole number but zero (CSS Grid 1 §8.3). */
function readLine(reader: ValueReader): number | null {
  const mark = reader.mark();
  const line = reader.integer(-MAX_TRACKS, MAX_TRACKS);
  if (line !== 0) return line;
  reader.back(mark);
  return null;
}

function readTracks(reader: ValueReader): readonly Resolver<TrackSize>[] | null {
  const resolvers: Resolver<TrackSize>[] = [];
  while (!reader.isDone) {
    const next = readRepeat(reader) ?? readTrack(reader);
    if (next === null) break;
    resolvers.push(...next);
    if (resolvers.length > MAX_TRACKS) return null;
  }
  return resolvers.length === 0 ? null : resolvers;
}

function readRepeat(reader: ValueReader): readonly Resolver<TrackSize>[] | null {
  const mark = reader.mark();
  const repeat = reader.call('repeat');
  if (repeat === null) return null;
  const times = repeat.inside.integer(1, MAX_TRACKS);
  const inner = repeat.inside.sign(',') ? readTracks(repeat.inside) : null;
  if (times !== null && inner !== null && repeat.inside.isDone && times * inner.length <= MAX_TRACKS) {
    return Array.from({ length: times }, () => inner).flat();
  }
  reader.back(mark);
  return null;
}

function readTrack(reader: ValueReader): readonly Resolver<TrackSize>[] | null {
  const word = reader.word('auto', 'min-content', 'max-content');
  if (word !== null) return [constant({ kind: word })];
  const component = reader.peek();
  if (component?.kind === 'dimension' && component.unit === 'fr' && component.value >= 0) {
    reader.take();
    return [constant({ kind: 'fraction', value: component.value })];
  }
  const length = readLength(reader, { percent: true, negative: false });
  return length === null ? null : [(context) => ({ kind: 'length', length: length(context) })];
}
