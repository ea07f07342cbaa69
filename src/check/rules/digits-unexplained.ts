import type { Box } from '../../base/index.ts';
import type { Invoice } from '../../invoice/index.ts';
import type { TextRun } from '../../readback/index.ts';
import { type CheckContext, type Evidence, toLinePosition } from '../evidence.ts';
import { findFigures } from '../figures.ts';
import { collectKnownWords, collectLineWords, type KnownWords } from '../known-words.ts';
import { dropPageCount, isPageCount } from '../page-count.ts';
import { boxAround, toLines } from '../printed-fact.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { findAncestor, findElements, type StructureMap } from '../structure-map.ts';
import { toUnmarkedStretches } from '../unmarked-stretches.ts';
import { toVisualLines, type VisualLine } from '../visual-lines.ts';

export const digitsUnexplained: Rule = {
  id: 'digits-unexplained',
  channel: 'text',
  severity: 'error',
  why: 'A house number, a postal code or a reference that is off by one figure sends a letter or a question astray, marked or not.',
  passes: ['text Fjord Kaffe AS, Storgata 1, 0155 Oslo', 'text Side 1 av 1', 'text Fjord Kaffe, side 1 av 1'],
  fails: ['text Fjord Kaffe AS, Storgata 7, 0155 Oslo'],
  find: findUnexplained,
};

/** Words with figures that are no figure of the invoice. Without its brand an invoice does not know the seller's words. */
function findUnexplained({ read, prints, invoice, context, structure }: Evidence): Discovery[] {
  if (prints.length === 0 || invoice.seller === null) return [];
  const toKnown = rememberWords(invoice, context);
  return read.pages.flatMap((page) =>
    toVisualLines(page).flatMap((line) => {
      const position = findPosition(line);
      return toUnmarkedStretches(line).flatMap((stretch) => {
        const runs = stretch.filter((run) => numberOfList(run, structure) !== 'right');
        const text = toLines(runs).join(' ');
        if (!/\d/.test(text) || isPosition(text, line)) return [];
        // No page is counted beside the facts of a line.
        if (position === null && isPageCount(text, page.number, read.pages.length)) return [];
        const isMiscounted = runs.some((run) => numberOfList(run, structure) === 'wrong');
        const words = dropFigures(dropPageCount(text, page.number, read.pages.length)).split(' ');
        return words.flatMap((word, at) => {
          if (!/\d/.test(word) || (!isMiscounted && isExplained(words, at, toKnown(position)))) return [];
          return [tell(word, text, position, { page: page.number, box: boxAround(runs.map((run) => run.box)) })];
        });
      });
    }),
  );
}

/** Words are collected where they are first asked for: most documents have few words to explain. */
function rememberWords(invoice: Invoice, context: CheckContext): (position: number | null) => KnownWords {
  const collected = new Map<number | null, KnownWords>();
  return (position) => {
    const line = invoice.lines.find((each) => each.position === position);
    const words =
      collected.get(position) ??
      (line === undefined ? collectKnownWords(invoice, context) : collectLineWords(line, context));
    collected.set(position, words);
    return words;
  };
}

/** The one line of the invoice whose facts stand in a line of sight. */
function findPosition(line: VisualLine): number | null {
  const ofRuns = line.map((run) => (run.fact === null ? null : toLinePosition(run.fact)));
  const positions = new Set(ofRuns.filter((position) => position !== null));
  const [position = null, ...others] = positions;
  return others.length === 0 ? position : null;
}

/** Figures of the invoice are another rule's to explain. */
function dropFigures(text: string): string {
  return findFigures(text).reduce((rest, figure) => rest.replace(figure.text, '\u2022'), text.replace(/\s+/gu, ' '));
}

/** Whether a number is that of a list's item; one in the place of such a number may be wrong. */
function numberOfList(run: TextRun, structure: StructureMap): 'right' | 'wrong' | null {
  const number = /^(\d{1,2})[.)]?$/.exec(run.text.trim())?.[1];
  if (number === undefined) return null;
  const place = structure.get(run.contentId ?? '');
  const [item, list] = [findAncestor(place, ['LI']), findAncestor(place, ['L'])];
  if (item === undefined || list === undefined) return null;
  if (findElements(list, ['LI']).indexOf(item) === Number(number) - 1) return 'right';
  return findAncestor(place, ['Lbl']) === undefined ? null : 'wrong';
}

/** A number in front of a line. */
function isPosition(text: string, line: VisualLine): boolean {
  const position = /^(\d+)\.?$/.exec(text.trim())?.[1];
  return position !== undefined && line.some((run) => run.fact?.startsWith(`line.${position}.`));
}

/** With its neighbours, where it has any: a lone figure stands in too many texts. */
function isExplained(words: readonly string[], at: number, known: KnownWords): boolean {
  for (let from = Math.max(0, at - 5); from <= at; from += 1) {
    for (let to = at + 1; to <= Math.min(words.length, from + 6); to += 1) {
      const window = words.slice(from, to);
      if (known.isWhole(window)) return true;
      if ((window.length > 1 || words.length === 1) && known.hasPart(window)) return true;
    }
  }
  return false;
}

function tell(
  word: string,
  text: string,
  position: number | null,
  at: { readonly page: number; readonly box: Box },
): Discovery {
  const saying = { where: `"${text}"`, expected: 'words of the session or the seller' };
  return discover({ ...(position === null ? {} : { field: `line.${position}` }), found: word, at, saying });
}
