import { ATTRIBUTE_NAMES } from '../html/find-rule.ts';
import type { ComputedStyle, ContentPiece, CounterChange, StringMoment, StringSetting } from '../style.ts';
import { PAGE_COUNTERS } from '../styled.ts';
import { constant } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { ValueSyntax } from '../values/value-syntax.ts';
import { own } from './longhand.ts';

const MOMENTS = ['first', 'start', 'last', 'first-except', 'entry'] as const satisfies readonly StringMoment[];

const content: ValueSyntax<ComputedStyle['content']> = {
  syntax: 'normal | none | [<string> | counter(<name>) | attr(<name>) | string(<name>, <moment>?) | element(<name>)]+',
  words: ['normal', 'none'],
  read: (reader) => {
    const word = reader.word('normal', 'none');
    if (word !== null) return constant(word);
    const pieces: ContentPiece[] = [];
    for (let piece = readPiece(reader); piece !== null; piece = readPiece(reader)) pieces.push(piece);
    return pieces.length === 0 ? null : constant(pieces);
  },
};

const stringSet: ValueSyntax<readonly StringSetting[]> = {
  syntax: 'none | [<name> [<string> | counter(<name>) | attr(<name>) | content()]+]#',
  words: ['none'],
  read: (reader) => {
    if (reader.word('none') !== null) return constant([]);
    const settings: StringSetting[] = [];
    do {
      const name = reader.anyWord();
      const pieces = name === null ? [] : readStringPieces(reader);
      if (name === null || pieces.length === 0) return null;
      settings.push({ name, pieces });
    } while (reader.sign(','));
    return constant(settings);
  },
};

/** Text made by the style sheet, and the counters that it shows. */
export const CONTENT_LONGHANDS = {
  content: own<ComputedStyle['content']>(
    'normal',
    content,
    '"Side " counter(page)',
    'text of ::before, ::after and page margin boxes',
  ),
  'counter-reset': own<readonly CounterChange[]>([], counterChanges(0), 'step', 'starts counters'),
  'counter-increment': own<readonly CounterChange[]>([], counterChanges(1), 'step', 'moves counters on'),
  'string-set': own<readonly StringSetting[]>(
    [],
    stringSet,
    'carried attr(data-carried)',
    'names a text that `string()` shows on pages',
  ),
} as const;

function readPiece(reader: ValueReader): ContentPiece | null {
  const text = reader.string();
  if (text !== null) return { kind: 'string', text };
  const mark = reader.mark();
  const call = reader.call('counter', 'attr', 'string', 'element');
  if (call === null) return null;
  const name = call.inside.anyWord();
  if (call.name === 'string' && name !== null) {
    const moment = call.inside.isDone ? 'first' : call.inside.sign(',') ? call.inside.word(...MOMENTS) : null;
    if (moment !== null && call.inside.isDone) return { kind: 'named-string', name, moment };
  }
  if (name === null || !call.inside.isDone) {
    reader.back(mark);
    return null;
  }
  if (call.name === 'counter' || call.name === 'element') return { kind: call.name, name };
  if (call.name === 'attr' && ATTRIBUTE_NAMES.includes(name.toLowerCase()))
    return { kind: 'attribute', name: name.toLowerCase() };
  reader.back(mark);
  return null;
}

function readStringPieces(reader: ValueReader): StringSetting['pieces'] {
  const pieces: StringSetting['pieces'][number][] = [];
  for (;;) {
    const mark = reader.mark();
    if (reader.call('content')?.inside.isDone) {
      pieces.push({ kind: 'own-text' });
      continue;
    }
    reader.back(mark);
    const piece = readPiece(reader);
    const isKnown = piece?.kind === 'string' || piece?.kind === 'counter' || piece?.kind === 'attribute';
    const isOfPages = piece?.kind === 'counter' && PAGE_COUNTERS.some((page) => page === piece.name);
    if (!isKnown || isOfPages) {
      reader.back(mark);
      return pieces;
    }
    pieces.push(piece);
  }
}

function counterChanges(usual: number): ValueSyntax<readonly CounterChange[]> {
  return {
    syntax: 'none | [<name> <integer>?]+',
    words: ['none'],
    read: (reader) => {
      if (reader.word('none') !== null) return constant([]);
      const changes: CounterChange[] = [];
      for (let name = readCounterName(reader); name !== null; name = readCounterName(reader)) {
        changes.push({ name, value: reader.integer() ?? usual });
      }
      return changes.length === 0 ? null : constant(changes);
    },
  };
}

/** Pages are counted by layout alone. */
function readCounterName(reader: ValueReader): string | null {
  const mark = reader.mark();
  const name = reader.anyWord();
  if (name === null || !PAGE_COUNTERS.some((page) => page === name)) return name;
  reader.back(mark);
  return null;
}
