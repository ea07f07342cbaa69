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
  const [one, other] = [luminance(color), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color);
  return 0.2126 * toLight(red) + 0.7152 * toLight(green) + 0.0722 * toLight(blue);
}

function toLight(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function channelsOf(color: string): readonly number[] {
  const channels = Number.parseInt(color.slice(1), 16);
  return [channels >> 16, (channels >> 8) & 0xff, channels & 0xff];
}
