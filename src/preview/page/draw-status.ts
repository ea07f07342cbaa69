import type { Actions } from './actions.ts';
import { h, redraw, region } from './dom.ts';
import type { State } from './state.ts';

/** The line at the foot: whether the page is live, what was saved, the page's number and the zoom. */
export function drawStatus(state: State, scale: number, actions: Actions): void {
  const { rendered, page, zoom } = state;
  const count = rendered?.pages.length ?? 0;
  const percent = Math.round(scale * 100);
  redraw(
    region('footer'),
    h('span', { class: `live ${isTrouble(state) ? 'bad' : ''}` }, h('span', { class: 'ink' }, describeLife(state))),
    h('span', { class: 'saved' }, describeSave(state)),
    state.notice !== null && h('span', { class: 'ink notice' }, state.notice.text),
    state.notice?.canUndo === true &&
      h('button', { class: 'go', key: 'undo', type: 'button', onclick: () => actions.undo() }, 'Undo'),
    h('span', { class: 'push' }),
    h(
      'label',
      {},
      'Page ',
      h('input', {
        key: 'page-number',
        value: page,
        inputmode: 'numeric',
        'aria-label': `Page, of ${count}`,
        onchange: (event) => actions.setPage(Number((event.target as HTMLInputElement).value) || 1),
      }),
      ` of ${count}`,
    ),
    h(
      'div',
      { class: 'tool', role: 'group', 'aria-label': 'Zoom' },
      tool('zoom-out', '−', () => actions.stepZoom(-1), { 'aria-label': 'Zoom out' }),
      tool('zoom-100', `${percent} %`, () => actions.setZoom({ mode: 'scale', scale: 1 }), {
        'aria-label': `Zoom, ${percent} percent`,
      }),
      tool('zoom-in', '+', () => actions.stepZoom(1), { 'aria-label': 'Zoom in' }),
      tool('fit-page', 'Fit page', () => actions.setZoom({ mode: 'fit-page' }), {
        'aria-pressed': String(zoom.mode === 'fit-page'),
      }),
      tool('fit-width', 'Fit width', () => actions.setZoom({ mode: 'fit-width' }), {
        'aria-pressed': String(zoom.mode === 'fit-width'),
      }),
    ),
  );
}

function tool(key: string, text: string, onclick: () => void, props: Readonly<Record<string, string>>): HTMLElement {
  return h('button', { key, type: 'button', onclick, ...props }, text);
}

function isTrouble({ fault, isLost }: State): boolean {
  return fault !== null || isLost;
}

function describeLife({ fault, isLost, isRendering }: State): string {
  if (isLost) return 'Lost the server, trying again';
  if (isRendering) return 'Rendering';
  if (fault === null) return 'Live';
  const file = fault.faults.find(({ waitsFor }) => waitsFor !== null)?.waitsFor;
  return file == null ? 'Waiting for a change' : `Waiting for ${file}`;
}

function describeSave({ rendered, fault, renderedAt }: State): string {
  if (rendered === null) return '';
  if (fault !== null) return `Showing the last good page, ${renderedAt}`;
  const took = `rendered in ${Math.max(1, Math.round(rendered.ms))} ms`;
  const { saved } = rendered;
  return saved === null ? took.charAt(0).toUpperCase() + took.slice(1) : `${saved.file} saved ${saved.time}, ${took}`;
}
