import type { ComputedStyle, Length } from '../../document/index.ts';

const ZERO: Length = { points: 0, percent: 0 };
const NO_BORDER = { width: 0, style: 'none', color: { red: 0, green: 0, blue: 0, alpha: 1 } } as const;

/** The properties that are not inherited, at their initial values. */
const INITIAL = {
  display: 'block',
  position: { kind: 'static' },
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  boxSizing: 'content-box',
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'none',
  maxHeight: 'none',
  marginTop: ZERO,
  marginRight: ZERO,
  marginBottom: ZERO,
  marginLeft: ZERO,
  paddingTop: ZERO,
  paddingRight: ZERO,
  paddingBottom: ZERO,
  paddingLeft: ZERO,
  borderTop: NO_BORDER,
  borderRight: NO_BORDER,
  borderBottom: NO_BORDER,
  borderLeft: NO_BORDER,
  borderRadius: [ZERO, ZERO, ZERO, ZERO],
  overflow: 'visible',
  backgroundColor: null,
  textDecoration: 'none',
  verticalAlign: 'baseline',
  flexDirection: 'row',
  flexWrap: 'nowrap',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  justifyContent: 'normal',
  alignItems: 'normal',
  alignSelf: 'auto',
  alignContent: 'normal',
  rowGap: ZERO,
  columnGap: ZERO,
  order: 0,
  gridTemplateColumns: [],
  gridTemplateRows: [],
  gridColumn: { start: 'auto', end: 'auto' },
  gridRow: { start: 'auto', end: 'auto' },
  tableLayout: 'auto',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  stand: 'flow',
  content: 'normal',
  counterReset: [],
  counterIncrement: [],
  zIndex: 'auto',
} as const satisfies Partial<ComputedStyle>;

/** The style of an anonymous box: what it inherits from its parent, and initial values for the rest (CSS 2.2 §9.2.1.1). */
export function anonymousStyle(parent: ComputedStyle): ComputedStyle {
  const known = MADE.get(parent);
  if (known) return known;
  const style = { ...parent, ...INITIAL };
  MADE.set(parent, style);
  return style;
}

/** Documents of one template share their styles, and so these. */
const MADE = new WeakMap<ComputedStyle, ComputedStyle>();
