import type { Alignment, Distribution, Length, SizeValue } from '../style.ts';
import { either, integer, length, meanings, number, words } from '../values/value-syntax.ts';
import { own } from './longhand.ts';

const ZERO: Length = { points: 0, percent: 0 };
const inward = length({ percent: true, negative: false });
const gap = either(meanings({ normal: ZERO }), inward);

/**
 * Distribution before the direction of its container is known: `flex-start` follows `flex-direction`, `start` does not.
 */
export type SpecifiedDistribution = Distribution | 'flex-start' | 'flex-end';

const distribution = words(
  'normal',
  'start',
  'end',
  'center',
  'flex-start',
  'flex-end',
  'space-between',
  'space-around',
  'space-evenly',
);

// Lines never wrap backwards here, so across the main axis `flex-start` is always `start`.
const alignment = meanings<string, Alignment>({
  normal: 'normal',
  start: 'start',
  end: 'end',
  center: 'center',
  stretch: 'stretch',
  baseline: 'baseline',
  'flex-start': 'start',
  'flex-end': 'end',
});

const lineDistribution = meanings<string, Distribution | 'stretch'>({
  normal: 'normal',
  start: 'start',
  end: 'end',
  center: 'center',
  stretch: 'stretch',
  'flex-start': 'start',
  'flex-end': 'end',
  'space-between': 'space-between',
  'space-around': 'space-around',
  'space-evenly': 'space-evenly',
});

/** Flex containers and what stands in them; alignment and gaps hold for grids too. */
export const FLEX_LONGHANDS = {
  'flex-direction': own(
    'row',
    words('row', 'row-reverse', 'column', 'column-reverse'),
    'column',
    'direction of a flex container',
  ),
  'flex-wrap': own('nowrap', words('nowrap', 'wrap'), 'wrap', 'whether flex items go on to a new line'),
  'flex-grow': own(0, number(0), '1', 'share of free space'),
  'flex-shrink': own(1, number(0), '0', 'share of missing space'),
  'flex-basis': own<SizeValue>(
    'auto',
    either(words('auto', 'fit-content', 'min-content', 'max-content'), inward),
    '40mm',
    'size before growing and shrinking',
  ),
  order: own(0, integer(-1000, 1000), '1', 'order among siblings'),
  'justify-content': own<SpecifiedDistribution>('normal', distribution, 'space-between', 'distribution along the row'),
  'align-items': own<Alignment>('normal', alignment, 'center', 'alignment of items across the row'),
  'align-self': own<Alignment | 'auto'>('auto', either(words('auto'), alignment), 'end', "one item's own alignment"),
  'align-content': own<Distribution | 'stretch'>('normal', lineDistribution, 'start', 'distribution of lines'),
  'row-gap': own(ZERO, gap, '2mm', 'space between rows'),
  'column-gap': own(ZERO, gap, '4mm', 'space between columns'),
} as const;
