import type { ComputedStyle, Length } from '../style.ts';
import { constant } from '../values/resolver.ts';
import { either, length, meanings, points, type ValueSyntax, words } from '../values/value-syntax.ts';
import { inherited, own } from './longhand.ts';

const ZERO: Length = { points: 0, percent: 0 };
const spacing = either(meanings({ normal: 0 }), points({ negative: true }));
const raised = length({ percent: true, negative: true });

const verticalAlign: ValueSyntax<ComputedStyle['verticalAlign']> = {
  syntax: 'baseline | top | middle | bottom | sub | super | <length-percentage>',
  words: ['baseline', 'top', 'middle', 'bottom', 'sub', 'super'],
  read: (reader) => {
    const word = reader.word('baseline', 'top', 'middle', 'bottom', 'sub', 'super');
    if (word !== null) return constant(word);
    const raise = raised.read(reader);
    return raise === null ? null : (context) => ({ raise: raise(context) });
  },
};

const ALIGNMENTS = ['start', 'end', 'left', 'right', 'center'] as const;

/** Text that is aligned on a character stands to the right unless it says otherwise (CSS Text 4 §7.1). */
const textAlign: ValueSyntax<{ align: ComputedStyle['textAlign']; character: string | null }> = {
  syntax: 'justify | [start | end | left | right | center] || <string>',
  words: [...ALIGNMENTS, 'justify'],
  read: (reader) => {
    if (reader.word('justify') !== null) return constant({ align: 'justify', character: null });
    const start = reader.mark();
    const first = reader.string();
    const align = reader.word(...ALIGNMENTS);
    const character = first ?? (align === null ? null : reader.string());
    const isValid = character === null ? align !== null : [...character].length === 1;
    if (isValid) return constant({ align: align ?? 'right', character });
    reader.back(start);
    return null;
  },
};

/** Text in lines. */
export const TEXT_LONGHANDS = {
  'letter-spacing': inherited(0, spacing, '.06em', 'space added between letters'),
  'word-spacing': inherited(0, spacing, '-.03em', 'space added between words'),
  'text-align': inherited(
    { align: 'start', character: null },
    textAlign,
    '"," end',
    'where lines stand; with a character, cells of a column have it below each other',
  ),
  'text-indent': inherited(ZERO, length({ percent: true, negative: true }), '5mm', 'indent of the first line'),
  'text-transform': inherited(
    'none',
    words('none', 'uppercase', 'lowercase', 'capitalize'),
    'uppercase',
    'case of letters',
  ),
  'text-decoration-line': own(
    'none',
    words('none', 'underline', 'line-through'),
    'underline',
    'a line under or through text',
  ),
  'vertical-align': own('baseline', verticalAlign, 'middle', 'where text stands on its line, or content in its cell'),
  'white-space': inherited(
    'normal',
    words('normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line'),
    'nowrap',
    'which white space and breaks count',
  ),
  'overflow-wrap': inherited(
    'normal',
    words('normal', 'anywhere', 'break-word'),
    'anywhere',
    'whether words that do not fit may break',
  ),
  hyphens: inherited('manual', words('none', 'manual', 'auto'), 'auto', 'hyphenation, by the language of the element'),
} as const;
