import type { TagNode } from '../messages.ts';
import type { Actions } from './actions.ts';
import { h } from './dom.ts';
import type { State } from './state.ts';
import { drawTree, type TreeItem } from './tree.ts';

/** The tag tree as a screen reader walks it, and apart from it what it passes over. */
export function drawStructurePanel(state: State, actions: Actions): readonly HTMLElement[] {
  const { structure } = state;
  const count = structure === null ? 0 : countTags(structure.root);
  return [
    h('div', { class: 'top' }, h('h2', {}, 'Structure'), h('span', { class: 'q' }, `${count} tags in reading order`)),
    h(
      'div',
      { class: 'scroll' },
      structure === null
        ? h('div', { class: 'sec' }, h('p', { class: 'q' }, 'Reading the structure.'))
        : h(
            'div',
            { class: 'sec', lang: state.rendered?.language ?? null },
            drawTree('Tags', [toItem(structure.root, state, actions, '0')]),
          ),
      structure === null || structure.artifacts.length === 0
        ? null
        : h(
            'div',
            { class: 'sec' },
            h('h3', {}, 'Passed over', h('span', { class: 'q' }, 'artifacts')),
            h(
              'ul',
              { class: 'plain' },
              structure.artifacts.map(({ text, page }) =>
                h(
                  'li',
                  {},
                  h('span', { lang: state.rendered?.language ?? null }, text),
                  h('span', { class: 'q' }, ` page ${page}`),
                ),
              ),
            ),
          ),
    ),
  ];
}

function toItem(node: TagNode, state: State, actions: Actions, path: string): TreeItem {
  const { role, number, page, text, alternative, children } = node;
  const choose = (): void => {
    if (number !== null) actions.selectTag(number, page);
  };
  return {
    key: `tag-${path}`,
    label: number === null ? role : `${number} ${role}`,
    note: alternative === null ? text : `“${alternative}”`,
    isChosen: number !== null && number === state.tag,
    children: children.map((child, index) => toItem(child, state, actions, `${path}.${index}`)),
    onChoose: choose,
    onOpen: choose,
  };
}

function countTags({ children }: TagNode): number {
  return children.reduce((sum, child) => sum + countTags(child), 1);
}
