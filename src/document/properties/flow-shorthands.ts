import type { GridPlacement, SizeValue } from '../style.ts';
import { readNumber } from '../values/calc.ts';
import { constant } from '../values/resolver.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { longhandOf } from './longhands.ts';
import { type Expansion, readInAnyOrder, type Shorthand } from './shorthand.ts';

const ZERO_BASIS: SizeValue = { points: 0, percent: 0 };

/** Shorthands of flex and grid containers, and those of which one longhand is in the subset. */
export const FLOW_SHORTHANDS = {
  flex: {
    longhands: ['flex-grow', 'flex-shrink', 'flex-basis'],
    syntax: 'none | auto | <grow> <shrink>? || <basis>',
    words: ['none', 'auto'],
    read: readFlex,
    doc: 'how an item grows and shrinks',
    example: '1 1 0',
  },
  'flex-flow': {
    longhands: ['flex-direction', 'flex-wrap'],
    syntax: '<flex-direction> || <flex-wrap>',
    words: [...longhandOf('flex-direction').value.words, ...longhandOf('flex-wrap').value.words],
    read: readFlexFlow,
    doc: 'direction and wrapping of a flex container',
    example: 'row wrap',
  },
  'grid-column': gridPlacement('column'),
  'grid-row': gridPlacement('row'),
  background: {
    longhands: ['background-color'],
    syntax: 'none | <color>',
    words: ['none', 'transparent', 'currentcolor'],
    read: (reader) => {
      if (reader.word('none') !== null) return {};
      const color = longhandOf('background-color').value.read(reader);
      return color === null ? null : { 'background-color': color };
    },
    doc: 'colour behind the box; no pictures',
    example: '#f0f5f2',
  },
  'list-style': {
    longhands: ['list-style-type'],
    syntax: 'none | disc | decimal',
    words: ['none', 'disc', 'decimal'],
    read: (reader) => {
      const type = longhandOf('list-style-type').value.read(reader);
      return type === null ? null : { 'list-style-type': type };
    },
    doc: 'mark of list items, outside the text',
    example: 'none',
  },
  'text-decoration': {
    longhands: ['text-decoration-line'],
    syntax: 'none | underline | line-through',
    words: ['none', 'underline', 'line-through'],
    read: (reader) => {
      const line = longhandOf('text-decoration-line').value.read(reader);
      return line === null ? null : { 'text-decoration-line': line };
    },
    doc: 'a line under or through text',
    example: 'none',
  },
} as const satisfies Readonly<Record<string, Shorthand>>;

/** CSS Flexbox 1 §7.1.1: missing factors are one, a missing basis is zero. */
function readFlex(reader: ValueReader): Expansion | null {
  if (reader.word('none') !== null) return flex(0, 0, 'auto');
  let grow: number | null = null;
  let shrink: number | null = null;
  let basis: Expansion['flex-basis'];
  const found = readInAnyOrder([
    () => {
      grow = readNumber(reader, 0);
      if (grow !== null) shrink = readNumber(reader, 0);
      return grow !== null;
    },
    () => {
      basis = longhandOf('flex-basis').value.read(reader) ?? undefined;
      return basis !== undefined;
    },
  ]);
  if (!found) return null;
  return { ...flex(grow ?? 1, shrink ?? 1, ZERO_BASIS), ...(basis === undefined ? {} : { 'flex-basis': basis }) };
}

function flex(grow: number, shrink: number, basis: SizeValue): Expansion {
  return { 'flex-grow': constant(grow), 'flex-shrink': constant(shrink), 'flex-basis': constant(basis) };
}

function readFlexFlow(reader: ValueReader): Expansion | null {
  let direction: Expansion['flex-direction'];
  let wrap: Expansion['flex-wrap'];
  const found = readInAnyOrder([
    () => {
      direction = longhandOf('flex-direction').value.read(reader) ?? undefined;
      return direction !== undefined;
    },
    () => {
      wrap = longhandOf('flex-wrap').value.read(reader) ?? undefined;
      return wrap !== undefined;
    },
  ]);
  return found ? { 'flex-direction': direction, 'flex-wrap': wrap } : null;
}

function gridPlacement(axis: 'column' | 'row'): Shorthand {
  return {
    longhands: [`grid-${axis}-start`, `grid-${axis}-end`],
    syntax: '<start> [/ <end>]? | span <integer>',
    words: ['auto', 'span'],
    read: (reader) => readPlacement(reader, axis),
    doc: `which ${axis} lines an item stands between`,
    example: '1 / span 2',
  };
}

/** A lone span counts from where the item would stand by itself, which is what a span at the end means too. */
function readPlacement(reader: ValueReader, axis: 'column' | 'row'): Expansion | null {
  const start = longhandOf(`grid-${axis}-start`).value.read(reader);
  if (start !== null && !reader.sign('/')) return { [`grid-${axis}-start`]: start };
  const end = longhandOf(`grid-${axis}-end`).value.read(reader);
  if (end === null) return null;
  return { [`grid-${axis}-start`]: start ?? constant<GridPlacement['start']>('auto'), [`grid-${axis}-end`]: end };
}
