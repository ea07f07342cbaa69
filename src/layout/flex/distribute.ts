import type { Distribution } from '../../document/index.ts';

/** Room before the first of several things and between each two. */
export interface Spacing {
  readonly before: number;
  readonly between: number;
}

/**
 * Shares free space out around things in a row (CSS Box Alignment 3 §5). What would spread them falls back to the
 * start where there is nothing to share.
 */
export function distribute(how: Distribution | 'stretch', free: number, count: number): Spacing {
  const spread = Math.max(0, free);
  switch (how) {
    case 'end':
      return { before: free, between: 0 };
    case 'center':
      return { before: free / 2, between: 0 };
    case 'space-between':
      return { before: 0, between: count > 1 ? spread / (count - 1) : 0 };
    case 'space-around':
      return { before: count > 0 ? spread / count / 2 : 0, between: count > 0 ? spread / count : 0 };
    case 'space-evenly':
      return { before: spread / (count + 1), between: spread / (count + 1) };
    default:
      return { before: 0, between: 0 };
  }
}
