import type { Actions } from './actions.ts';
import { region } from './dom.ts';
import { chosenBox, type State, VIEWS } from './state.ts';

/** Single keys, outside of fields and without modifiers; the browser's own are left alone. */
export function listenToKeys(state: () => State, actions: Actions): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
    if (state().view === 'compare' && moveSlider(event, state(), actions)) return;
    if (event.key === '?') actions.toggleHelp();
    else if (state().keysOff || !act(event.key, state(), actions)) return;
    event.preventDefault();
  });
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isText = target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
  return isText || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

function moveSlider(event: KeyboardEvent, state: State, actions: Actions): boolean {
  const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  // Radio buttons have arrows of their own.
  if (state.compareAs !== 'slider' || !isArrow || event.target instanceof HTMLInputElement) return false;
  event.preventDefault();
  const step = (event.shiftKey ? 10 : 1) * (event.key === 'ArrowLeft' ? -1 : 1);
  actions.moveSlider(state.slider + step);
  return true;
}

/** Whether the key means something here. */
function act(key: string, state: State, actions: Actions): boolean {
  const view = VIEWS[Number(key) - 1];
  if (/^[1-5]$/.test(key) && view !== undefined) {
    actions.setView(view);
    return true;
  }
  switch (key) {
    case '[':
      actions.setPage(state.page - 1);
      return true;
    case ']':
      actions.setPage(state.page + 1);
      return true;
    case 'n':
      actions.step(1);
      return true;
    case 'p':
      actions.step(-1);
      return true;
    case '+':
      actions.stepZoom(1);
      return true;
    case '-':
      actions.stepZoom(-1);
      return true;
    case '0':
      actions.setZoom({ mode: 'scale', scale: 1 });
      return true;
    case 'f':
      actions.setZoom({ mode: 'fit-page' });
      return true;
    case 'w':
      actions.setZoom({ mode: 'fit-width' });
      return true;
    case 't':
      actions.toggleRail();
      return true;
    case 'd':
      actions.download();
      return true;
    case 's':
      actions.compareAs(state.compareAs === 'side' ? 'slider' : 'side');
      return true;
    case '/':
      if (state.view !== 'facts') actions.setView('facts');
      document.querySelector<HTMLElement>('.find')?.focus();
      return true;
    case 'Escape':
      actions.unpin();
      return true;
    case 'Enter':
      return openChosen(state, actions);
    default:
      return false;
  }
}

/** Buttons and links have an Enter of their own. */
function openChosen(state: State, actions: Actions): boolean {
  const isFree = document.activeElement === document.body || document.activeElement === region('main');
  const box = state.pinned === null ? null : chosenBox(state);
  if (!isFree || box === null) return false;
  actions.openPlace(box);
  return true;
}
