import type { Evidence } from '../evidence.ts';
import { foldText, WRITING } from '../printed/index.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const title: Rule = {
  id: 'title',
  channel: 'metadata',
  severity: 'error',
  why: 'The title is what a window, an archive and a search show instead of the page, so it names this document and no other.',
  passes: ['title Faktura 16788-000018, Fjord Kaffe AS'],
  fails: ['title Faktura 16788-000081'],
  find: findTitleTrouble,
};

function findTitleTrouble({ read, invoice, language, prints, context }: Evidence): Discovery[] {
  if (prints.length === 0) return [];
  const { info, xmp } = read.metadata;
  const found = info['Title'] ?? '';
  const own = context.documentName === undefined ? [] : [foldText(context.documentName).toLowerCase()];
  const words = [...own, ...WRITING[language][invoice.kind === 'invoice' ? 'invoice' : 'creditNote']];
  const where = 'the title';
  const expected = `${words[0]} ${invoice.number}`;
  const folded = foldText(found).toLowerCase();
  const named = words.some((word) => folded.includes(word)) && hasToken(folded, invoice.number.toLowerCase());
  if (!named) return [discover({ field: 'title', found, expected, saying: { where } })];
  const twin = xmp['dc:title'] ?? '';
  if (foldText(twin) === foldText(found)) return [];
  return [discover({ field: 'title', found: twin, expected: found, saying: { where: 'the XMP title' } })];
}

/** Whether a text has a reference as a whole: `16788-000018` is not in `16788-0000181`. */
function hasToken(text: string, token: string): boolean {
  return text.split(/[\s,;:()]+/u).includes(token);
}
