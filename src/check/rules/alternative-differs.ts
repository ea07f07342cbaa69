import type { StructureNode, TextRun } from '../../readback/index.ts';
import { dropSpaces, foldText } from '../printed/index.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const alternativeDiffers: Rule = {
  id: 'alternative-differs',
  channel: 'structure',
  severity: 'error',
  why: 'Alternative and actual text take the place of what they stand on for those who listen or copy, so over text they must say the same.',
  passes: ['alternative payable = 1 250,00'],
  fails: ['alternative payable = 1,00 NOK'],
  find: ({ read }) => {
    if (read.structure.root === null) return [];
    const runs = new Map<string, TextRun[]>();
    for (const run of read.pages.flatMap((page) => page.runs)) {
      if (run.contentId === null) continue;
      const sharing = runs.get(run.contentId);
      if (sharing === undefined) runs.set(run.contentId, [run]);
      else sharing.push(run);
    }
    return findIn(read.structure.root, runs);
  },
};

function findIn(node: StructureNode, runs: ReadonlyMap<string, readonly TextRun[]>): Discovery[] {
  const below = node.children.flatMap((child) => (child.kind === 'element' ? findIn(child, runs) : []));
  const replacements = [node.alternative, node.actualText].filter((text) => text !== null);
  if (replacements.length === 0) return below;
  const covered = listContent(node).flatMap((id) => runs.get(id) ?? []);
  const [first] = covered;
  // Where nothing but lines and pictures is drawn, the words are all there is.
  if (first === undefined) return below;
  const text = covered.map((run) => run.text).join('');
  const different = replacements.filter((other) => dropSpaces(foldText(other)) !== dropSpaces(foldText(text)));
  const saying = { where: `the text that replaces "${text}"` };
  return [
    ...below,
    ...different.map((found) => discover({ field: first.fact, found, expected: text, at: first, saying })),
  ];
}

function listContent(node: StructureNode): string[] {
  return node.children.flatMap((child) => (child.kind === 'element' ? listContent(child) : [child.id]));
}
