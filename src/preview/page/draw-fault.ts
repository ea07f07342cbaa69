import type { Actions } from './actions.ts';
import { h, icon } from './dom.ts';
import { drawExcerpt } from './excerpt.ts';
import type { State } from './state.ts';

/** The card over the last good page; null while nothing is at fault. */
export function createFaultCard(state: State, actions: Actions): HTMLElement | null {
  const { fault, faultIndex } = state;
  const shown = fault?.faults[faultIndex] ?? fault?.faults[0];
  if (fault === null || shown === undefined) return null;
  const { place, excerpt } = shown;
  const where = place === undefined ? (shown.path ?? '') : `${place.file}:${place.line}:${place.column}`;
  const canOpen = excerpt !== null && place !== undefined;
  const open = (): void => {
    if (place !== undefined) actions.openPlace(place);
  };
  return h(
    'section',
    { class: 'fault', role: 'alert', 'aria-labelledby': 'fault-title' },
    h(
      'h2',
      { id: 'fault-title' },
      h('span', { class: 'bad' }, icon('cross')),
      h('span', {}, shown.message.charAt(0).toUpperCase() + shown.message.slice(1)),
      fault.faults.length > 1 && drawSteps(state, actions),
    ),
    h(
      'p',
      { class: 'where' },
      canOpen
        ? h('button', { class: 'go mono', key: 'fault-place', type: 'button', onclick: open }, where)
        : h('span', { class: 'mono' }, where),
      h('span', { class: 'q mono' }, shown.code),
    ),
    excerpt === null ? null : drawExcerpt(excerpt, 'fault'),
    h(
      'div',
      { class: 'do' },
      h('p', {}, shown.hint ?? ''),
      h(
        'button',
        {
          class: 'btn',
          key: 'fault-copy',
          type: 'button',
          onclick: () => actions.copy(`${where} ${shown.message} (${shown.code})`.trim()),
        },
        'Copy message',
      ),
      canOpen &&
        h('button', { class: 'btn solid', key: 'fault-open', type: 'button', onclick: open }, 'Open in editor'),
    ),
  );
}

function drawSteps({ fault, faultIndex }: State, actions: Actions): HTMLElement {
  return h(
    'span',
    { class: 'q steps' },
    h(
      'button',
      { type: 'button', key: 'fault-previous', 'aria-label': 'Previous', onclick: () => actions.stepFault(-1) },
      '‹',
    ),
    `${faultIndex + 1} of ${fault?.faults.length ?? 0}`,
    h('button', { type: 'button', key: 'fault-next', 'aria-label': 'Next', onclick: () => actions.stepFault(1) }, '›'),
  );
}
