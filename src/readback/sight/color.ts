/** `#rrggbb`; null for what is of many colours, or of one that is not known. */
export type Color = string | null;

export const PAPER = '#ffffff';

/** A colour laid over another. */
export function blend(ground: Color, color: Color, opacity: number): Color {
  if (opacity >= 1) return color;
  if (ground === null || color === null) return null;
  const [under, over] = [channelsOf(ground), channelsOf(color)];
  const mixed = under.map((channel, index) => Math.round(channel + ((over[index] ?? 0) - channel) * opacity));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2 "contrast ratio", 1 to 21; 1 where a colour is not known, for nothing vouches that one can be told from the other. */
export function contrast(color: Color, ground: Color): number {
  if (color === null || ground === null) return 1;
  const [dark = 0, light = 0] = [luminance(color), luminance(ground)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
