import type { Actions } from './actions.ts';
import { h } from './dom.ts';
import type { State } from './state.ts';

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['1–5', 'Page, Facts, Boxes, Structure, Compare'],
  ['[ ]', 'previous, next page'],
  ['n p', 'next, previous wrong fact or difference'],
  ['+ -', 'zoom in, out'],
  ['0', '100 %'],
  ['f w', 'fit page, fit width'],
  ['t', 'thumbnails'],
  ['/', 'filter facts'],
  ['Enter', 'open the chosen element’s line'],
  ['d', 'download'],
  ['s', 'side by side or slider; arrows move it, with Shift by 10 %'],
  ['Esc', 'let go of a choice'],
  ['?', 'this list'],
];

/** The keys, and the switch that turns single keys off. */
export function drawHelpPanel(state: State, actions: Actions): readonly HTMLElement[] {
  return [
    h(
      'div',
      { class: 'top' },
      h('h2', {}, 'Keys'),
      h('span', { class: 'push' }),
      h('button', { class: 'btn', type: 'button', key: 'close-help', onclick: () => actions.toggleHelp() }, 'Close'),
    ),
    h(
      'div',
      { class: 'opts' },
      h(
        'label',
        {},
        h('input', { type: 'checkbox', key: 'keys', checked: !state.keysOff, onchange: () => actions.toggleKeys() }),
        'Single keys work',
      ),
    ),
    h(
      'div',
      { class: 'scroll' },
      h(
        'div',
        { class: 'sec' },
        h(
          'table',
          { class: 'rows keys' },
          KEYS.map(([keys, what]) => h('tr', {}, h('th', { class: 'mono' }, keys), h('td', {}, what))),
        ),
      ),
    ),
  ];
}
