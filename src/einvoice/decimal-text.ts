import type { BasisPoints, Decimal, MinorUnits } from '../base/index.ts';

/** An amount as XML wants it: a dot, two decimals, no grouping. */
export function toAmountText(minor: MinorUnits): string {
  return toDecimalText({ units: minor, scale: 2 });
}

/** A rate in percent without needless zeros: 25, 25.5. */
export function toPercentText(rateBps: BasisPoints): string {
  return trimZeros(toDecimalText({ units: rateBps, scale: 2 }));
}

/** A quantity or a price without needless zeros. */
export function toNumberText(value: Decimal): string {
  return trimZeros(toDecimalText(value));
}

function toDecimalText({ units, scale }: Decimal): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0 ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
