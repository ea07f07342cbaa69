import { foldText } from './printed/index.ts';

/** What stands before the number of the page that a sum was carried from, or is carried to, in all six languages. */
const FROM = /overført (?:fra|frå) side|överfört från sida|siirto sivulta|(?:brought|carried) forward from page/iu;
const TO = /over(?:føres|føres|ført) til side|överförs till sida|siirretään sivulle|carried forward to page/iu;

/** Whether the figures of a text are the number of its page, alone or with the number of all pages, or of its neighbour. */
export function isPageCount(text: string, page: number, pages: number): boolean {
  const folded = foldText(text);
  const numbers = (folded.match(/\d+/g) ?? []).map(Number);
  if (FROM.test(folded)) return numbers.length === 1 && numbers[0] === page - 1;
  if (TO.test(folded)) return numbers.length === 1 && numbers[0] === page + 1;
  const [first, second = pages, ...more] = numbers;
  return more.length === 0 && first === page && second === pages && COUNT.test(folded);
}

/** A word, a number, a word or a stroke, a number: `Side 1 av 3`, `Sivu 1 / 3`, `1/3`. */
const COUNT = /^(?:(?:side|sida|sivu|page) )?\d+(?: ?(?:av|\/|of|af) ?\d+)?$/iu;

/** A text without the number of its page where it names it among other words: `Faktura 16788, side 1 av 3`. */
export function dropPageCount(text: string, page: number, pages: number): string {
  return foldText(text).replace(NAMED_COUNT, (count: string, first: string, second: string | undefined) =>
    Number(first) === page && Number(second ?? pages) === pages ? ' ' : count,
  );
}

const NAMED_COUNT = /\b(?:side|sida|sivu|page) (\d+)(?: ?(?:av|\/|of|af) ?(\d+))?(?!\d)/giu;
