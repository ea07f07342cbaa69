import type { Actions } from './actions.ts';
import { redraw, region } from './dom.ts';
import { drawBoxesPanel } from './panel-boxes.ts';
import { drawComparePanel } from './panel-compare.ts';
import { drawFactsPanel } from './panel-facts.ts';
import { drawHelpPanel } from './panel-help.ts';
import { drawStructurePanel } from './panel-structure.ts';
import type { State } from './state.ts';

const NAMES = { page: '', facts: 'Facts', boxes: 'Boxes', structure: 'Structure', compare: 'Compare' } as const;

/** The side panel, which says in words what lies over the page; none in the view of the page alone. */
export function drawPanel(state: State, actions: Actions): void {
  const panel = region('aside');
  const isHidden = state.view === 'page' && !state.isHelpOpen;
  panel.hidden = isHidden;
  if (isHidden) {
    panel.replaceChildren();
    return;
  }
  panel.setAttribute('aria-label', state.isHelpOpen ? 'Keys' : NAMES[state.view]);
  redraw(panel, ...contentOf(state, actions));
}

function contentOf(state: State, actions: Actions): readonly HTMLElement[] {
  if (state.isHelpOpen) return drawHelpPanel(state, actions);
  switch (state.view) {
    case 'page':
      return [];
    case 'facts':
      return drawFactsPanel(state, actions);
    case 'boxes':
      return drawBoxesPanel(state, actions);
    case 'structure':
      return drawStructurePanel(state, actions);
    case 'compare':
      return drawComparePanel(state, actions);
    default:
      return state.view satisfies never;
  }
}
