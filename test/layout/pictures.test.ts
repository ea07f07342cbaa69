import { describe, expect, it } from 'vitest';
import type { PathDrawable } from '#dist/layout/page.js';
import { drawablesOf, faultOf, layOut, outlineStructure } from './support.ts';

const SVG =
  '<svg viewBox="0 0 40 20" aria-label="Mark"><path d="M0 0H40V20z" fill="#f00"/><path d="M0 20L40 0" stroke="currentColor" stroke-width="2"/></svg>';

/** Ends of a path's segments, to the nearest point: browsers lay out in 64ths of a pixel. */
const cornersOf = (path: PathDrawable | undefined) =>
  (path?.segments ?? []).flatMap((segment) =>
    segment.kind === 'close' ? [] : [`${Math.round(segment.x)},${Math.round(segment.y)}`],
  );

describe('drawings', () => {
  it('are paths on the page, as large as the style sheet says', () => {
    const paged = layOut('svg { display: block; width: 80pt } div { color: #00f }', `<div>${SVG}</div>`);
    const [fill, stroke] = drawablesOf(paged, 'path');
    expect(fill).toMatchObject({ fill: { red: 1, green: 0, blue: 0 }, stroke: null });
    expect(cornersOf(fill)).toEqual(['50,50', '130,50', '130,90']);
    expect(stroke).toMatchObject({ stroke: { width: 4, color: { red: 0, green: 0, blue: 1 } } });
  });

  it('keep their ratio in a room of another, and stand where they say', () => {
    const place = (ratio: string) => {
      const css = 'svg { display: block; width: 40pt; height: 40pt }';
      const [path] = drawablesOf(layOut(css, SVG.replace('<svg', `<svg preserveAspectRatio="${ratio}"`)), 'path');
      return cornersOf(path).map((corner) => Number(corner.split(',')[1]));
    };
    expect(place('xMidYMid')).toEqual([60, 60, 80]);
    expect(place('xMidYMin')).toEqual([50, 50, 70]);
    expect(place('none')).toEqual([50, 50, 90]);
  });

  it('are figures with words, or decoration', () => {
    expect(outlineStructure(layOut('svg { width: 9pt }', `<p>a ${SVG}</p>`).structure)).toContain('Figure:Mark(·)');
    const hidden = layOut('svg { width: 9pt }', `<p>a ${SVG.replace('aria-label="Mark"', 'aria-hidden="true"')}</p>`);
    expect(outlineStructure(hidden.structure)).not.toContain('Figure');
    expect(drawablesOf(hidden, 'path').map(({ mark }) => mark.kind)).toEqual(['artifact', 'artifact']);
  });

  it('show what lies in their room, beyond the view box too, and nothing outside', () => {
    const shape = (d: string) => `<svg viewBox="0 0 40 20" aria-hidden="true"><path d="${d}"/></svg>`;
    const clipOf = (d: string, css = 'svg { display: block; width: 60pt }') =>
      drawablesOf(layOut(css, shape(d)), 'path')[0]?.clip;
    expect(clipOf('M0 0H40V20H0z')).toBeNull();
    expect(clipOf('M-10 0H40V20H0z')).toMatchObject({ x: 50, y: 50, width: 60, height: 30 });
    expect(clipOf('M0 0C0 0 60 10 40 20z')).toMatchObject({ width: 60 });
    // The room is higher than the drawing, so that there is something to see above and below it.
    const tall = 'svg { display: block; width: 60pt; height: 60pt }';
    expect(clipOf('M0 -9H40V20H0z', tall)).toBeNull();
    expect(clipOf('M0 -11H40V20H0z', tall)).toMatchObject({ y: 50, height: 60 });
  });

  it('cut their strokes at the edge of their room', () => {
    const line = (y: number) =>
      `<svg viewBox="0 0 40 20" aria-hidden="true"><path d="M2 ${y}H38" stroke="#000" stroke-width="2" stroke-linejoin="bevel"/></svg>`;
    const clipOf = (y: number) => drawablesOf(layOut('svg { display: block; width: 60pt }', line(y)), 'path')[0]?.clip;
    expect([clipOf(1), clipOf(19)]).toEqual([null, null]);
    expect(clipOf(0.5)).toMatchObject({ y: 50 });
    expect(clipOf(19.5)).toMatchObject({ height: 30 });
  });

  it('need a size', () => {
    expect(faultOf(() => layOut('', `<p>${SVG}</p>`))?.message).toBe(
      'Unexpected <svg> without a size, expected width or height',
    );
  });
});
