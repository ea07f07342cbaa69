import type { Color } from '../style.ts';
import { readNumber } from './calc.ts';
import { NAMED_COLORS } from './named-colors.ts';
import type { ValueReader } from './value-reader.ts';

/** A colour as computed; `currentcolor` stays a word until it is used, so that it inherits as a word (CSS Color 4 §9.2). */
export type StyleColor = Color | 'currentcolor';

/** No paint at all. */
export const TRANSPARENT: Color = { red: 0, green: 0, blue: 0, alpha: 0 };

const TURN_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['deg', 1 / 360],
  ['grad', 1 / 400],
  ['rad', 1 / (2 * Math.PI)],
  ['turn', 1],
]);

/** Every unit that a hue may have. */
export const ANGLE_UNITS: readonly string[] = [...TURN_PER_UNIT.keys()];

/** Takes a colour: name, `transparent`, `currentcolor`, three to eight hexadecimal digits, rgb(), rgba(), hsl(), hsla(). */
export function readColor(reader: ValueReader): StyleColor | null {
  const component = reader.peek();
  if (component === undefined) return null;
  const color =
    component.kind === 'word'
      ? fromName(component.word.toLowerCase())
      : component.kind === 'hash'
        ? fromDigits(component.digits)
        : null;
  if (color !== null) {
    reader.take();
    return color;
  }
  const mark = reader.mark();
  const call = reader.call('rgb', 'rgba', 'hsl', 'hsla');
  if (call === null) return null;
  const result = call.name.startsWith('rgb') ? readRgb(call.inside) : readHsl(call.inside);
  if (result === null || !call.inside.isDone) {
    reader.back(mark);
    return null;
  }
  return result;
}

function fromName(name: string): StyleColor | null {
  if (name === 'currentcolor') return 'currentcolor';
  if (name === 'transparent') return TRANSPARENT;
  const digits = NAMED_COLORS.get(name);
  return digits === undefined ? null : fromDigits(digits);
}

function fromDigits(digits: string): Color | null {
  if (!/^([\da-f]{3}|[\da-f]{4}|[\da-f]{6}|[\da-f]{8})$/i.test(digits)) return null;
  const isShort = digits.length <= 4;
  const channel = (index: number): number => {
    const text = isShort ? digits.charAt(index).repeat(2) : digits.slice(index * 2, index * 2 + 2);
    return text === '' ? 1 : Number.parseInt(text, 16) / 255;
  };
  return { red: channel(0), green: channel(1), blue: channel(2), alpha: channel(3) };
}

function readRgb(reader: ValueReader): Color | null {
  const red = readChannel(reader);
  const commas = reader.sign(',');
  const green = readChannel(reader);
  if (commas && !reader.sign(',')) return null;
  const blue = readChannel(reader);
  const alpha = readAlpha(reader, commas);
  if (red === null || green === null || blue === null || alpha === null) return null;
  return { red, green, blue, alpha };
}

function readHsl(reader: ValueReader): Color | null {
  const hue = readHue(reader);
  const commas = reader.sign(',');
  const saturation = readShare(reader);
  if (commas && !reader.sign(',')) return null;
  const lightness = readShare(reader);
  const alpha = readAlpha(reader, commas);
  if (hue === null || saturation === null || lightness === null || alpha === null) return null;
  return { ...fromHsl(hue, saturation, lightness), alpha };
}

function readChannel(reader: ValueReader): number | null {
  const share = readShare(reader);
  if (share !== null) return share;
  const value = readNumber(reader);
  return value === null ? null : clamp(value / 255);
}

function readShare(reader: ValueReader): number | null {
  const component = reader.peek();
  if (component?.kind !== 'percentage') return null;
  reader.take();
  return clamp(component.value / 100);
}

function readHue(reader: ValueReader): number | null {
  const component = reader.peek();
  if (component?.kind !== 'dimension') {
    const degrees = readNumber(reader);
    return degrees === null ? null : degrees / 360;
  }
  const turns = TURN_PER_UNIT.get(component.unit);
  if (turns === undefined) return null;
  reader.take();
  return component.value * turns;
}

function readAlpha(reader: ValueReader, commas: boolean): number | null {
  if (!reader.sign(commas ? ',' : '/')) return 1;
  const share = readShare(reader);
  if (share !== null) return share;
  const value = readNumber(reader);
  return value === null ? null : clamp(value);
}

/** CSS Color 4 §7.1: hue in turns, saturation and lightness from 0 to 1. */
function fromHsl(hue: number, saturation: number, lightness: number): Omit<Color, 'alpha'> {
  const channel = (shift: number): number => {
    const k = (((shift + hue * 12) % 12) + 12) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return { red: clamp(channel(0)), green: clamp(channel(8)), blue: clamp(channel(4)) };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
