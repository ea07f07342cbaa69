import type { BorderSide, Color } from '../style.ts';
import { type StyleColor, TRANSPARENT } from '../values/color.ts';
import { color, either, meanings, points, textColor, words } from '../values/value-syntax.ts';
import { inherited, type Longhand, own } from './longhand.ts';

const BLACK: Color = { red: 0, green: 0, blue: 0, alpha: 1 };

// The widths behind the words are those of every browser; CSS Backgrounds 3 leaves them open.
const lineWidth = either(meanings({ thin: 0.75, medium: 2.25, thick: 3.75 }), points({ negative: false }));

function borderWidth(side: string): Longhand<number> {
  return own(2.25, lineWidth, '.5pt', `width of the border, ${side}; nothing without a style`);
}

function borderStyle(side: string): Longhand<BorderSide['style']> {
  return own<BorderSide['style']>(
    'none',
    words('none', 'solid', 'dashed', 'dotted'),
    'solid',
    `style of the border, ${side}`,
  );
}

function borderColor(side: string): Longhand<StyleColor> {
  return own<StyleColor>('currentcolor', color, '#cdd2d3', `colour of the border, ${side}`);
}

/** Colours and borders. */
export const PAINT_LONGHANDS = {
  color: inherited(BLACK, textColor, '#1b1d1f', 'colour of text; opaque'),
  'background-color': own<StyleColor>(TRANSPARENT, color, 'rgb(242 246 246)', 'colour behind the box'),
  visibility: inherited('visible', words('visible', 'hidden'), 'hidden', 'hidden boxes keep their place'),
  'border-top-width': borderWidth('above'),
  'border-right-width': borderWidth('right'),
  'border-bottom-width': borderWidth('below'),
  'border-left-width': borderWidth('left'),
  'border-top-style': borderStyle('above'),
  'border-right-style': borderStyle('right'),
  'border-bottom-style': borderStyle('below'),
  'border-left-style': borderStyle('left'),
  'border-top-color': borderColor('above'),
  'border-right-color': borderColor('right'),
  'border-bottom-color': borderColor('below'),
  'border-left-color': borderColor('left'),
} as const;
