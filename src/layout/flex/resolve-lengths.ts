import { clampMain, type FlexItem } from './flex-item.ts';

/** One item while its line's free space is shared out. */
interface Share {
  readonly item: FlexItem;
  size: number;
  frozen: boolean;
}

/**
 * Shares a line's free space over its items: by `flex-grow` where there is room, by `flex-shrink` and base size where
 * there is too little, until no item leaves its limits (CSS Flexbox 1 §9.7). Answers border-box sizes, in order.
 */
export function resolveLengths(items: readonly FlexItem[], available: number): number[] {
  const outer = items.reduce((sum, item) => sum + clampMain(item, item.base) + item.mainMargins, 0);
  const grows = outer < available;
  const shares = items.map((item): Share => {
    const hypothetical = clampMain(item, item.base);
    const factor = grows ? item.box.style.flexGrow : item.box.style.flexShrink;
    const frozen = factor === 0 || (grows ? item.base > hypothetical : item.base < hypothetical);
    return { item, size: frozen ? hypothetical : item.base, frozen };
  });
  const initial = freeSpace(shares, available);
  while (shares.some((share) => !share.frozen)) {
    distribute(shares, available, initial, grows);
    freezeViolations(shares);
  }
  return shares.map((share) => share.size);
}

function freeSpace(shares: readonly Share[], available: number): number {
  return shares.reduce(
    (left, { item, size, frozen }) => left - item.mainMargins - (frozen ? size : item.base),
    available,
  );
}

function distribute(shares: readonly Share[], available: number, initial: number, grows: boolean): void {
  const open = shares.filter((share) => !share.frozen);
  const factors = open.reduce((sum, { item }) => sum + factorOf(item, grows), 0);
  let free = freeSpace(shares, available);
  // Factors that add up to less than one share out only that part of the space.
  if (factors < 1 && Math.abs(initial * factors) < Math.abs(free)) free = initial * factors;
  const weights = open.map(({ item }) => (grows ? factorOf(item, true) : item.box.style.flexShrink * shrinkable(item)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, share] of open.entries()) {
    share.size = share.item.base + (total === 0 ? 0 : (free * (weights[index] ?? 0)) / total);
  }
}

function factorOf(item: FlexItem, grows: boolean): number {
  return grows ? item.box.style.flexGrow : item.box.style.flexShrink;
}

function shrinkable(item: FlexItem): number {
  return Math.max(0, item.base - item.mainInsets);
}

function freezeViolations(shares: readonly Share[]): void {
  const open = shares.filter((share) => !share.frozen);
  const violations = open.map((share) => clampMain(share.item, share.size) - share.size);
  const total = violations.reduce((sum, violation) => sum + violation, 0);
  for (const [index, share] of open.entries()) {
    const violation = violations[index] ?? 0;
    share.size += violation;
    share.frozen = total === 0 || (total > 0 ? violation > 0 : violation < 0);
  }
}
