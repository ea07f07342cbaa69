import { ATTRIBUTE_NAMES } from '../html/find-rule.ts';
import type { ComputedStyle, ContentPiece, CounterChange } from '../style.ts';
import { constant } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { ValueSyntax } from '../values/value-syntax.ts';
import { own } from './longhand.ts';

const content: ValueSyntax<ComputedStyle['content']> = {
  syntax: 'normal | none | [<string> | counter(<name>) | attr(<name>) | element(<name>)]+',
  words: ['normal', 'none'],
  read: (reader) => {
    const word = reader.word('normal', 'none');
    if (word !== null) return constant(word);
    const pieces: ContentPiece[] = [];
    for (let piece = readPiece(reader); piece !== null; piece = readPiece(reader)) pieces.push(piece);
    return pieces.length === 0 ? null : constant(pieces);
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
} as const;

function readPiece(reader: ValueReader): ContentPiece | null {
  const text = reader.string();
  if (text !== null) return { kind: 'string', text };
  const mark = reader.mark();
  const call = reader.call('counter', 'attr', 'element');
  if (call === null) return null;
  const name = call.inside.anyWord();
  if (name === null || !call.inside.isDone) {
    reader.back(mark);
    return null;
  }
  if (call.name !== 'attr') return { kind: call.name, name };
  if (ATTRIBUTE_NAMES.includes(name.toLowerCase())) return { kind: 'attribute', name: name.toLowerCase() };
  reader.back(mark);
  return null;
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
  if (name !== 'page' && name !== 'pages') return name;
  reader.back(mark);
  return null;
}
