import { NOTHING, type Overlay } from './marks.ts';
import { overlayBoxes } from './overlay-boxes.ts';
import { overlayDifferences } from './overlay-differences.ts';
import { overlayFacts } from './overlay-facts.ts';
import { overlayTags } from './overlay-tags.ts';
import type { State } from './state.ts';

/** What lies over one page in the current view. Everything in it stands in the panel as text. */
export function createOverlay(state: State, page: number, pixels: number, side: 'now' | 'approved'): Overlay {
  if (state.view === 'compare') return overlayDifferences(state, page, pixels, side);
  const details = state.details.get(page);
  if (details === undefined) return NOTHING;
  if (state.view === 'facts') return overlayFacts(state, details, page, pixels);
  if (state.view === 'boxes') return overlayBoxes(state, details, page, pixels);
  return state.view === 'structure' ? overlayTags(state, details, pixels) : NOTHING;
}
