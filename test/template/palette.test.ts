import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPalette } from '#dist/template/brand/palette.js';
import { contrastOf } from '#dist/template/index.js';

const channel = fc.integer({ min: 0, max: 255 });
const color = fc
  .tuple(channel, channel, channel)
  .map((channels) => `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`);
/** What a brand may have: everything else is refused before. */
const accents = color.filter((accent) => contrastOf(accent, '#ffffff') >= 4.5);

describe('colours made from an accent', () => {
  test('can all be read where templates set them', () => {
    fc.assert(
      fc.property(accents, (accent) => {
        const palette = toPalette(accent, null);
        expect(contrastOf(palette.accentOnTint, palette.tint)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf('#6a5d6b', palette.tint)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(palette.onAccentQuiet, accent)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('an accent that reads on its tint stays the brand’s own', () => {
    expect(toPalette('#1d5a41', null)).toEqual({
      accent: '#1d5a41',
      tint: '#f0f4f3',
      accentOnTint: '#1d5a41',
      ruleOnTint: '#d0ddd8',
      onAccentQuiet: '#d6e1dd',
    });
  });

  test('one that only just reads on white is darkened for the tint', () => {
    const palette = toPalette('#767676', null);
    expect(contrastOf('#767676', palette.tint)).toBeLessThan(4.5);
    expect(palette.accentOnTint).not.toBe('#767676');
  });

  test('a tint of the brand’s own is kept', () => {
    expect(toPalette('#7a2452', '#fbeee2')).toMatchObject({ tint: '#fbeee2', accentOnTint: '#7a2452' });
  });
});
