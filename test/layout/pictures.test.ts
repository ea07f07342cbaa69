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

  it('need a size', () => {
    expect(faultOf(() => layOut('', `<p>${SVG}</p>`))?.message).toBe(
      'Unexpected <svg> without a size, expected width or height',
    );
  });
});
