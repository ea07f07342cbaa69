import type { ComputedStyle } from '../style.ts';
import { integer, meanings, words } from '../values/value-syntax.ts';
import { inherited, own } from './longhand.ts';

const pageBreak = meanings<string, ComputedStyle['breakBefore']>({
  auto: 'auto',
  avoid: 'avoid',
  'avoid-page': 'avoid',
  page: 'page',
  always: 'page',
});
const insideBreak = meanings<string, ComputedStyle['breakInside']>({
  auto: 'auto',
  avoid: 'avoid',
  'avoid-page': 'avoid',
});

/** Where pages may end. */
export const BREAK_LONGHANDS = {
  'break-before': own<ComputedStyle['breakBefore']>('auto', pageBreak, 'page', 'whether a page ends before'),
  'break-after': own<ComputedStyle['breakAfter']>('auto', pageBreak, 'avoid', 'whether a page ends after'),
  'break-inside': own<ComputedStyle['breakInside']>('auto', insideBreak, 'avoid', 'whether a page may end inside'),
  '-fp-stand': own<ComputedStyle['stand']>(
    'flow',
    words('flow', 'foot'),
    'foot',
    'where the last block of the body stands: after what is before it, or at the foot of the last page',
  ),
  orphans: inherited(2, integer(1, 100), '3', 'least number of lines at the foot of a page'),
  widows: inherited(2, integer(1, 100), '3', 'least number of lines at the head of a page'),
} as const;
