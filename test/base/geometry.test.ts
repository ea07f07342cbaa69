import { describe, expect, it } from 'vitest';
import { POINTS_PER_CSS_PIXEL, POINTS_PER_INCH, POINTS_PER_MM, roundPoints } from '#dist/base/index.js';

describe('units', () => {
  it('agree with each other', () => {
    expect(POINTS_PER_INCH).toBe(72);
    expect(96 * POINTS_PER_CSS_PIXEL).toBe(POINTS_PER_INCH);
    expect(roundPoints(25.4 * POINTS_PER_MM)).toBe(POINTS_PER_INCH);
    expect(roundPoints(210 * POINTS_PER_MM)).toBe(595.276);
  });
});

describe('roundPoints', () => {
  it('keeps thousandths and drops the noise of floats', () => {
    expect(roundPoints(0.1 + 0.2)).toBe(0.3);
    expect(roundPoints(12.34567)).toBe(12.346);
    expect(roundPoints(-12.34567)).toBe(-12.346);
  });

  it('knows one zero', () => {
    expect(Object.is(roundPoints(-0.0001), 0)).toBe(true);
  });
});
