import { contrastOf, LEAST_CONTRAST } from './contrast.ts';

/** The colours that a template gets beside its own, each `#rrggbb`. */
export interface Palette {
  /** The brand's one colour, at least 4.5:1 on white; white on it reads as well as it does on white. */
  readonly accent: string;
  /** A pale ground for what has to be found at once. */
  readonly tint: string;
  /** The accent, darkened in steps until it reaches 4.5:1 on the tint. */
  readonly accentOnTint: string;
  /** A hairline on the tint. */
  readonly ruleOnTint: string;
  /** Quiet text on a field of the accent: white, taken back as far as it stays easy to read. */
  readonly onAccentQuiet: string;
}

const WHITE = '#ffffff';
const BLACK = '#000000';
/** How much of the accent the tint has. */
const TINT_SHARE = 0.065;
/** How much of the accent a hairline on the tint has. */
const RULE_SHARE = 0.15;
/** What quiet text on the accent keeps where the accent allows it. */
const QUIET_CONTRAST = 6;
const STEP = 0.01;

/** Everything that is made from the accent; the brand may give its own tint. */
export function toPalette(accent: string, ownTint: string | null): Palette {
  const tint = ownTint ?? mix(WHITE, accent, TINT_SHARE);
  const accentOnTint = mixUntil(accent, BLACK, (color) => contrastOf(color, tint) >= LEAST_CONTRAST);
  const white = Math.min(QUIET_CONTRAST, contrastOf(WHITE, accent));
  return {
    accent,
    tint,
    accentOnTint,
    ruleOnTint: mix(tint, accentOnTint, RULE_SHARE),
    onAccentQuiet: mixUntil(accent, WHITE, (color) => contrastOf(color, accent) >= white),
  };
}

/** The first step from one colour to another that will do; the other itself where none before it does. */
function mixUntil(from: string, to: string, isEnough: (color: string) => boolean): string {
  for (let share = 0; share < 1; share += STEP) {
    const color = mix(from, to, share);
    if (isEnough(color)) return color;
  }
  return to;
}

/** `share` of `b` in `a`, channel by channel. */
function mix(a: string, b: string, share: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [from, to] = [a, b].map((color) => Number.parseInt(color.slice(start, start + 2), 16));
    return Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * share);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
