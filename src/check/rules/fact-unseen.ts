import type { FactInk } from '../../readback/index.ts';
import { discover, type Rule } from '../rule.ts';

export const factUnseen: Rule = {
  id: 'fact-unseen',
  channel: 'visual',
  severity: 'error',
  why: 'Text in the colour of its paper, squeezed to a line or not painted at all is read from the file by machines and by nobody from the paper; only strict validation looks.',
  passes: ['ink payable #ffffff on #0b5d6b'],
  fails: ['ink payable #fefefe on #ffffff'],
  find: ({ read, prints }) =>
    read.pages.flatMap((page) =>
      (page.inks ?? []).flatMap((ink) => {
        const found = findFlaw(ink);
        const print = prints.find(
          ({ name, runs }) => name === ink.fact && runs.some((run) => run.page === page.number),
        );
        if (found === null || print === undefined) return [];
        const expected = 'text that can be seen';
        return [discover({ field: ink.fact, found, expected, at: print, saying: { found, expected } })];
      }),
    ),
};

function findFlaw({ colors, opacity, widthScale, grounds }: FactInk): string | null {
  if (colors.length === 0) return 'text that is not painted';
  if (opacity < LEAST_OPACITY) return 'text that is transparent';
  if (widthScale < LEAST_WIDTH) return `text squeezed to ${Math.round(widthScale * 100)} %`;
  const papers = ['#ffffff', ...grounds];
  const isSeen = colors.some((color) => papers.some((paper) => contrast(color, paper) >= LEAST_CONTRAST));
  return isSeen ? null : `text of the colour ${colors.join(', ')} on ${papers.join(', ')}`;
}

const LEAST_OPACITY = 0.1;

/** Of a glyph's own width. Condensed type is some two thirds. */
const LEAST_WIDTH = 0.25;

/** Far below what is asked of good type, which is 4.5. */
const LEAST_CONTRAST = 1.5;

/** WCAG 2.2 "contrast ratio", 1 to 21; patterns and pictures, whose colour is null, pass for any contrast. */
function contrast(color: string | null, paper: string | null): number {
  if (color === null || paper === null) return Number.POSITIVE_INFINITY;
  const [dark = 0, light = 0] = [luminance(color), luminance(paper)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
