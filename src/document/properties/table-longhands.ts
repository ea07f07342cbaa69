import type { ComputedStyle } from '../style.ts';
import { list, points, type ValueSyntax, words } from '../values/value-syntax.ts';
import { inherited, own } from './longhand.ts';

const pair = list(points({ negative: false }), 2);

const spacing: ValueSyntax<ComputedStyle['borderSpacing']> = {
  syntax: '<length>{1,2}',
  words: [],
  read: (reader) => {
    const lengths = pair.read(reader);
    if (lengths === null) return null;
    return (context) => {
      const [horizontal = 0, vertical = horizontal] = lengths(context);
      return { horizontal, vertical };
    };
  },
};

/** Tables and lists. */
export const TABLE_LONGHANDS = {
  'border-collapse': inherited(
    'separate',
    words('separate', 'collapse'),
    'collapse',
    'whether neighbouring cells share borders',
  ),
  'border-spacing': inherited<ComputedStyle['borderSpacing']>(
    { horizontal: 0, vertical: 0 },
    spacing,
    '1mm 0',
    'space between cells',
  ),
  'table-layout': own('auto', words('auto', 'fixed'), 'fixed', 'columns by content, or by the first row'),
  'caption-side': inherited('top', words('top', 'bottom'), 'bottom', 'where the caption stands'),
  '-fp-show': own<ComputedStyle['rowPages']>(
    'always',
    words('always', 'at-start', 'at-end', 'after-break', 'before-break'),
    'before-break',
    'pages that a row of `thead`, `tfoot` or a row group stands on',
  ),
  'list-style-type': inherited('disc', words('none', 'disc', 'decimal'), 'decimal', 'mark of list items'),
} as const;
