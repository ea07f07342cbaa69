import type { Length, LengthOrAuto, MaxSize, Position, SizeValue } from '../style.ts';
import { constant } from '../values/resolver.ts';
import { either, integer, length, type ValueSyntax, words } from '../values/value-syntax.ts';
import { type Longhand, own } from './longhand.ts';

const ZERO: Length = { points: 0, percent: 0 };

const inward = length({ percent: true, negative: false });
const anyway = length({ percent: true, negative: true });

const display = words(
  'block',
  'inline',
  'inline-block',
  'list-item',
  'flex',
  'grid',
  'table',
  'table-caption',
  'table-column-group',
  'table-column',
  'table-header-group',
  'table-row-group',
  'table-footer-group',
  'table-row',
  'table-cell',
  'none',
);

const position: ValueSyntax<Position> = {
  syntax: 'static | relative | absolute | fixed | running(<name>)',
  words: ['static', 'relative', 'absolute', 'fixed'],
  read: (reader) => {
    const word = reader.word('static', 'relative', 'absolute', 'fixed');
    if (word !== null) return constant({ kind: word });
    const mark = reader.mark();
    const running = reader.call('running');
    const name = running?.inside.anyWord() ?? null;
    if (name !== null && running?.inside.isDone) return constant({ kind: 'running', name });
    reader.back(mark);
    return null;
  },
};

function inset(side: string): Longhand<LengthOrAuto> {
  return own<LengthOrAuto>(
    'auto',
    either(words('auto'), anyway),
    '3mm',
    `distance of a positioned box from the ${side}`,
  );
}

function margin(side: string): Longhand<LengthOrAuto> {
  return own<LengthOrAuto>(ZERO, either(words('auto'), anyway), '3mm', `space outside the border, ${side}`);
}

function padding(side: string): Longhand<Length> {
  return own(ZERO, inward, '2mm', `space inside the border, ${side}`);
}

function size(doc: string): Longhand<SizeValue> {
  return own<SizeValue>(
    'auto',
    either(words('auto', 'fit-content', 'min-content', 'max-content'), inward),
    '62mm',
    doc,
  );
}

function maxSize(doc: string): Longhand<MaxSize> {
  return own<MaxSize>('none', either(words('none', 'fit-content', 'min-content', 'max-content'), inward), '100%', doc);
}

function radius(corner: string): Longhand<Length> {
  return own(ZERO, inward, '5mm', `radius of the ${corner} corner; circles only`);
}

/** What box an element makes, where it stands and how large it is. */
export const BOX_LONGHANDS = {
  display: own('inline', display, 'flex', 'the kind of box'),
  position: own<Position>(
    { kind: 'static' },
    position,
    'absolute',
    'in the flow, moved, taken out, or run in the margins',
  ),
  top: inset('top'),
  right: inset('right'),
  bottom: inset('bottom'),
  left: inset('left'),
  'z-index': own<number | 'auto'>(
    'auto',
    either(words('auto'), integer(-1000, 1000)),
    '1',
    'order of positioned boxes',
  ),

  'box-sizing': own('content-box', words('content-box', 'border-box'), 'border-box', 'what width and height measure'),
  width: size('width'),
  height: size('height'),
  'min-width': size('least width'),
  'min-height': size('least height'),
  'max-width': maxSize('greatest width'),
  'max-height': maxSize('greatest height'),
  'margin-top': margin('above'),
  'margin-right': margin('right'),
  'margin-bottom': margin('below'),
  'margin-left': margin('left'),
  'padding-top': padding('above'),
  'padding-right': padding('right'),
  'padding-bottom': padding('below'),
  'padding-left': padding('left'),
  'border-top-left-radius': radius('top left'),
  'border-top-right-radius': radius('top right'),
  'border-bottom-right-radius': radius('bottom right'),
  'border-bottom-left-radius': radius('bottom left'),
  overflow: own(
    'visible',
    words('visible', 'hidden'),
    'hidden',
    'hidden keeps margins inside; what would be cut off is an error',
  ),
} as const;
