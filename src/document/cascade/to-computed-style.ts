import type { Values } from '../properties/longhands.ts';
import type { BorderSide, Color, ComputedStyle, Display, Distribution } from '../style.ts';
import type { StyleColor } from '../values/color.ts';
import { numericVariant, usedLineHeight } from './used-font.ts';

/** What an element's style takes from the box around it, beside inherited values. */
export interface ParentBox {
  readonly display: Display;
  readonly textDecoration: ComputedStyle['textDecoration'];
}

/** What the root stands in. */
export const NO_PARENT_BOX: ParentBox = { display: 'block', textDecoration: 'none' };

const BLOCK_LEVEL: Readonly<Partial<Record<Display, Display>>> = {
  inline: 'block',
  'inline-block': 'block',
  'table-caption': 'block',
  'table-column-group': 'block',
  'table-column': 'block',
  'table-header-group': 'block',
  'table-row-group': 'block',
  'table-footer-group': 'block',
  'table-row': 'block',
  'table-cell': 'block',
};

/** Turns longhands into the shape that layout reads: what depends on other properties is settled here. */
export function toComputedStyle(values: Values, parent: ParentBox): ComputedStyle {
  const { color } = values;
  const display = computedDisplay(values, parent);
  const features = values['font-feature-settings'];
  return {
    display,
    position: values.position,
    top: values.top,
    right: values.right,
    bottom: values.bottom,
    left: values.left,

    boxSizing: values['box-sizing'],
    width: values.width,
    height: values.height,
    minWidth: values['min-width'],
    minHeight: values['min-height'],
    maxWidth: values['max-width'],
    maxHeight: values['max-height'],
    marginTop: values['margin-top'],
    marginRight: values['margin-right'],
    marginBottom: values['margin-bottom'],
    marginLeft: values['margin-left'],
    paddingTop: values['padding-top'],
    paddingRight: values['padding-right'],
    paddingBottom: values['padding-bottom'],
    paddingLeft: values['padding-left'],
    borderTop: borderSide(values['border-top-width'], values['border-top-style'], values['border-top-color'], color),
    borderRight: borderSide(
      values['border-right-width'],
      values['border-right-style'],
      values['border-right-color'],
      color,
    ),
    borderBottom: borderSide(
      values['border-bottom-width'],
      values['border-bottom-style'],
      values['border-bottom-color'],
      color,
    ),
    borderLeft: borderSide(
      values['border-left-width'],
      values['border-left-style'],
      values['border-left-color'],
      color,
    ),
    borderRadius: [
      values['border-top-left-radius'],
      values['border-top-right-radius'],
      values['border-bottom-right-radius'],
      values['border-bottom-left-radius'],
    ],
    overflow: values.overflow,

    backgroundColor: visibleColor(values['background-color'], color),
    color,
    visibility: values.visibility,

    fontFamily: values['font-family'],
    fontSize: values['font-size'],
    fontWeight: values['font-weight'],
    fontStyle: values['font-style'],
    fontVariantNumeric: numericVariant(values['font-variant-numeric'], features),
    fontKerning: features.kern ?? values['font-kerning'],
    fontLigatures: features.liga ?? values['font-variant-ligatures'],
    lineHeight: usedLineHeight(values['line-height'], values['font-size']),
    letterSpacing: values['letter-spacing'],
    wordSpacing: values['word-spacing'],
    textAlign: values['text-align'].align,
    alignCharacter: values['text-align'].character,
    textIndent: values['text-indent'],
    textTransform: values['text-transform'],
    textDecoration: textDecoration(values, display, parent),
    verticalAlign: values['vertical-align'],
    whiteSpace: values['white-space'],
    overflowWrap: values['overflow-wrap'],
    hyphens: values.hyphens,

    flexDirection: values['flex-direction'],
    flexWrap: values['flex-wrap'],
    flexGrow: values['flex-grow'],
    flexShrink: values['flex-shrink'],
    flexBasis: values['flex-basis'],
    justifyContent: justifyContent(values),
    alignItems: values['align-items'],
    alignSelf: values['align-self'],
    alignContent: values['align-content'],
    rowGap: values['row-gap'],
    columnGap: values['column-gap'],
    order: values.order,
    gridTemplateColumns: values['grid-template-columns'],
    gridTemplateRows: values['grid-template-rows'],
    gridColumn: { start: values['grid-column-start'], end: values['grid-column-end'] },
    gridRow: { start: values['grid-row-start'], end: values['grid-row-end'] },

    borderCollapse: values['border-collapse'],
    borderSpacing: values['border-spacing'],
    tableLayout: values['table-layout'],
    captionSide: values['caption-side'],
    rowPages: values['-fp-show'],

    breakBefore: values['break-before'],
    breakAfter: values['break-after'],
    breakInside: values['break-inside'],
    stand: values['-fp-stand'],
    orphans: values.orphans,
    widows: values.widows,

    listStyleType: values['list-style-type'],
    content: values.content,
    counterReset: values['counter-reset'],
    counterIncrement: values['counter-increment'],
    stringSet: values['string-set'],
    zIndex: values['z-index'],
  };
}

/** Flex and grid items, and boxes out of the flow, are blocks whatever they were (CSS Display 3 §2.7). */
function computedDisplay(values: Values, parent: ParentBox): Display {
  const { display, position } = values;
  const isOut = position.kind !== 'static' && position.kind !== 'relative';
  const isItem = parent.display === 'flex' || parent.display === 'grid';
  return isOut || isItem ? (BLOCK_LEVEL[display] ?? display) : display;
}

/** A border without style has no width (CSS Backgrounds 3 §3.3). */
function borderSide(width: number, style: BorderSide['style'], color: StyleColor, textColor: Color): BorderSide {
  return { width: style === 'none' ? 0 : width, style, color: color === 'currentcolor' ? textColor : color };
}

function visibleColor(color: StyleColor, textColor: Color): Color | null {
  const used = color === 'currentcolor' ? textColor : color;
  return used.alpha === 0 ? null : used;
}

/**
 * A decoration is drawn along all text in its box, so boxes inside carry it too, unless they stand apart from the
 * lines that it is drawn on (CSS Text Decoration 3 §2).
 */
function textDecoration(values: Values, display: Display, parent: ParentBox): ComputedStyle['textDecoration'] {
  const own = values['text-decoration-line'];
  if (own !== 'none') return own;
  const isOut = values.position.kind !== 'static' && values.position.kind !== 'relative';
  return isOut || display === 'inline-block' ? 'none' : parent.textDecoration;
}

/** `flex-start` is where the main axis begins; layout knows only where the line begins. */
function justifyContent(values: Values): Distribution {
  const distribution = values['justify-content'];
  const isReverse = values.display === 'flex' && values['flex-direction'].endsWith('-reverse');
  if (distribution === 'flex-start') return isReverse ? 'end' : 'start';
  if (distribution === 'flex-end') return isReverse ? 'start' : 'end';
  return distribution;
}
