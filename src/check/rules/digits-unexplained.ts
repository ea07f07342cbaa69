import type { TextRun } from '../../readback/index.ts';
import type { Evidence } from '../evidence.ts';
import { findFigures } from '../figures.ts';
import { collectKnownWords, type KnownWords } from '../known-words.ts';
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
  let known: KnownWords | null = null;
  return read.pages.flatMap((page) =>
    toVisualLines(page).flatMap((line) =>
      toUnmarkedStretches(line).flatMap((stretch) => {
        const runs = stretch.filter((run) => !isListNumber(run, structure));
        const text = toLines(runs).join(' ');
        if (!/\d/.test(text) || isPageCount(text, page.number, read.pages.length) || isPosition(text, line)) return [];
        known ??= collectKnownWords(invoice, context);
        const words = dropFigures(dropPageCount(text, page.number, read.pages.length)).split(' ');
        return words.flatMap((word, at) =>
          /\d/.test(word) && !isExplained(words, at, known as KnownWords) ? [tell(word, text, page.number, runs)] : [],
        );
      }),
    ),
  );
}

/** Figures of the invoice are another rule's to explain. */
function dropFigures(text: string): string {
  return findFigures(text).reduce((rest, figure) => rest.replace(figure.text, '\u2022'), text.replace(/\s+/gu, ' '));
}

/** The number of a list's item, where it is the right one. */
function isListNumber(run: TextRun, structure: StructureMap): boolean {
  const number = /^(\d{1,2})[.)]?$/.exec(run.text.trim())?.[1];
  if (number === undefined) return false;
  const place = structure.get(run.contentId ?? '');
  const [item, list] = [findAncestor(place, ['LI']), findAncestor(place, ['L'])];
  return item !== undefined && list !== undefined && findElements(list, ['LI']).indexOf(item) === Number(number) - 1;
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

function tell(word: string, text: string, page: number, runs: readonly TextRun[]): Discovery {
  const at = { page, box: boxAround(runs.map((run) => run.box)) };
  const saying = { where: `"${text}"`, expected: 'words of the session or the seller' };
  return discover({ found: word, at, saying });
}
