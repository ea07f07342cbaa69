/** A used or computed length: `points + percent/100 × reference`. `calc()` needs nothing more. */
export interface Length {
  readonly points: number;
  readonly percent: number;
}

export type LengthOrAuto = Length | 'auto';
export type SizeValue = Length | 'auto' | 'fit-content' | 'min-content' | 'max-content';
export type MaxSize = Length | 'none' | 'min-content' | 'max-content' | 'fit-content';

/** sRGB channels and alpha, each 0 to 1. PDF/A-3 allows transparency, but text is always opaque. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export type Display =
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'list-item'
  | 'flex'
  | 'grid'
  | 'table'
  | 'table-caption'
  | 'table-column-group'
  | 'table-column'
  | 'table-header-group'
  | 'table-row-group'
  | 'table-footer-group'
  | 'table-row'
  | 'table-cell'
  | 'none';

/** `running(name)` takes the element out of the flow and into the page margin boxes that ask for it (CSS GCPM). */
export type Position =
  | { readonly kind: 'static' | 'relative' | 'absolute' | 'fixed' }
  | { readonly kind: 'running'; readonly name: string };

export interface BorderSide {
  /** Zero where the style is none. */
  readonly width: number;
  readonly style: 'none' | 'solid' | 'dashed' | 'dotted';
  readonly color: Color;
}

export type TrackSize =
  | { readonly kind: 'length'; readonly length: Length }
  | { readonly kind: 'fraction'; readonly value: number }
  | { readonly kind: 'auto' | 'min-content' | 'max-content' };

export type Alignment = 'normal' | 'start' | 'end' | 'center' | 'stretch' | 'baseline';
export type Distribution = 'normal' | 'start' | 'end' | 'center' | 'space-between' | 'space-around' | 'space-evenly';

/** One piece of generated content in `::before`, `::after` or a page margin box. */
export type ContentPiece =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'counter'; readonly name: string }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'named-string'; readonly name: string; readonly moment: StringMoment }
  | { readonly kind: 'element'; readonly name: string };

/**
 * Which value of a named string a page shows (CSS GCPM 3 §1.1.2). `entry` is ours: what the page before ended with,
 * whatever this page begins with.
 */
export type StringMoment = 'first' | 'start' | 'last' | 'first-except' | 'entry';

/** `string-set`: a name and what it is to hold; `own-text` is the element's text. */
export interface StringSetting {
  readonly name: string;
  readonly pieces: readonly (
    | Extract<ContentPiece, { kind: 'string' | 'counter' | 'attribute' }>
    | { readonly kind: 'own-text' }
  )[];
}

/** On which pages a row of a table stands; see `-fp-show`. */
export type RowPages = 'always' | 'at-start' | 'at-end' | 'after-break' | 'before-break';

export interface CounterChange {
  readonly name: string;
  readonly value: number;
}

/**
 * Every property of the CSS subset after cascade and inheritance. Lengths are in points; percentages wait for layout.
 * Each property means what CSS says; where the subset is narrower, the parser has refused the rest.
 */
export interface ComputedStyle {
  /** Already `block` for items of flex and grid containers and for boxes out of the flow. */
  readonly display: Display;
  readonly position: Position;
  readonly top: LengthOrAuto;
  readonly right: LengthOrAuto;
  readonly bottom: LengthOrAuto;
  readonly left: LengthOrAuto;

  readonly boxSizing: 'content-box' | 'border-box';
  readonly width: SizeValue;
  readonly height: SizeValue;
  readonly minWidth: SizeValue;
  readonly minHeight: SizeValue;
  readonly maxWidth: MaxSize;
  readonly maxHeight: MaxSize;
  readonly marginTop: LengthOrAuto;
  readonly marginRight: LengthOrAuto;
  readonly marginBottom: LengthOrAuto;
  readonly marginLeft: LengthOrAuto;
  readonly paddingTop: Length;
  readonly paddingRight: Length;
  readonly paddingBottom: Length;
  readonly paddingLeft: Length;
  readonly borderTop: BorderSide;
  readonly borderRight: BorderSide;
  readonly borderBottom: BorderSide;
  readonly borderLeft: BorderSide;
  /** Top left, top right, bottom right, bottom left. */
  readonly borderRadius: readonly [Length, Length, Length, Length];
  readonly overflow: 'visible' | 'hidden';

  /** Null is transparent. */
  readonly backgroundColor: Color | null;
  readonly color: Color;
  readonly visibility: 'visible' | 'hidden';

  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  /** With `font-feature-settings` over it, as for kerning and ligatures. */
  readonly fontVariantNumeric: {
    readonly figureSpacing: 'normal' | 'tabular' | 'proportional';
    readonly figureStyle: 'normal' | 'lining' | 'oldstyle';
  };
  readonly fontKerning: boolean;
  readonly fontLigatures: boolean;
  /** In points; `normal` is the face's own. */
  readonly lineHeight: number | 'normal';
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  /** The character that table cells of a column have below each other; null where they are not aligned on any. */
  readonly alignCharacter: string | null;
  readonly textIndent: Length;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  /** Its own, or that of the box around it, which is drawn along this text too. */
  readonly textDecoration: 'none' | 'underline' | 'line-through';
  /** A raise in points upwards, or a keyword. */
  readonly verticalAlign: 'baseline' | 'top' | 'middle' | 'bottom' | 'sub' | 'super' | { readonly raise: Length };
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'anywhere' | 'break-word';
  readonly hyphens: 'none' | 'manual' | 'auto';

  readonly flexDirection: 'row' | 'row-reverse' | 'column' | 'column-reverse';
  readonly flexWrap: 'nowrap' | 'wrap';
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: SizeValue;
  /** By the direction of text; `flex-start` and `flex-end` are already turned round in reversed containers. */
  readonly justifyContent: Distribution;
  readonly alignItems: Alignment;
  readonly alignSelf: Alignment | 'auto';
  readonly alignContent: Distribution | 'stretch';
  readonly rowGap: Length;
  readonly columnGap: Length;
  readonly order: number;
  readonly gridTemplateColumns: readonly TrackSize[];
  readonly gridTemplateRows: readonly TrackSize[];
  readonly gridColumn: GridPlacement;
  readonly gridRow: GridPlacement;

  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: { readonly horizontal: number; readonly vertical: number };
  readonly tableLayout: 'auto' | 'fixed';
  readonly captionSide: 'top' | 'bottom';
  readonly rowPages: RowPages;

  readonly breakBefore: 'auto' | 'avoid' | 'page';
  readonly breakAfter: 'auto' | 'avoid' | 'page';
  readonly breakInside: 'auto' | 'avoid';
  /** At the foot of the last page; see `-fp-stand`. */
  readonly stand: 'flow' | 'foot';
  readonly orphans: number;
  readonly widows: number;

  readonly listStyleType: 'none' | 'disc' | 'decimal';
  readonly content: readonly ContentPiece[] | 'normal' | 'none';
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  readonly stringSet: readonly StringSetting[];
  readonly zIndex: number | 'auto';
}

/** Line numbers from 1; negative counts from the end; a span counts tracks. */
export interface GridPlacement {
  readonly start: number | 'auto';
  readonly end: number | 'auto' | { readonly span: number };
}

/** The sixteen page margin boxes of CSS Paged Media, of which these six are enough for documents. */
export type MarginBoxName = 'top-left' | 'top-center' | 'top-right' | 'bottom-left' | 'bottom-center' | 'bottom-right';

export interface MarginBox {
  readonly name: MarginBoxName;
  readonly style: ComputedStyle;
}

/** One kind of page after cascading `@page` and `@page :first`; points. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginBoxes: readonly MarginBox[];
}
