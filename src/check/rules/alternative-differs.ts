import type { ReadPage, StructureNode } from '../../readback/index.ts';
import { dropSpaces, foldText } from '../printed/index.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const alternativeDiffers: Rule = {
  id: 'alternative-differs',
  channel: 'structure',
  severity: 'error',
  why: 'Alternative text takes the place of what it stands on for those who listen or copy, so over text it must say the same.',
  passes: ['alternative payable = 1 250,00'],
  fails: ['alternative payable = 1,00 NOK'],
  find: ({ read }) => read.pages.flatMap((page) => (page.structure === null ? [] : findIn(page.structure, page))),
};

function findIn(node: StructureNode, page: ReadPage): Discovery[] {
  const below = node.children.flatMap((child) => (child.kind === 'element' ? findIn(child, page) : []));
  if (node.alternative === null) return below;
  const ids = new Set(listContent(node));
  const runs = page.runs.filter((run) => run.contentId !== null && ids.has(run.contentId));
  const [first] = runs;
  const text = runs.map((run) => run.text).join('');
  // Where nothing but lines and pictures is drawn, the words are all there is.
  if (first === undefined || dropSpaces(foldText(text)) === dropSpaces(foldText(node.alternative))) return below;
  const saying = { where: `the alternative text of "${text}"` };
  return [...below, discover({ field: first.fact, found: node.alternative, expected: text, at: first, saying })];
}

function listContent(node: StructureNode): string[] {
  return node.children.flatMap((child) => (child.kind === 'element' ? listContent(child) : [child.id]));
}
