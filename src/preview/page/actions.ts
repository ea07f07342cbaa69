import type { Choice } from '../messages.ts';
import type { ViewName, Zoom } from './state.ts';

/** What the regions can ask for; `main.ts` does it. */
export interface Actions {
  choose(choice: Partial<Choice>): void;
  setView(view: ViewName): void;
  setPage(page: number, scroll?: boolean): void;
  setZoom(zoom: Zoom): void;
  stepZoom(direction: 1 | -1): void;
  toggleRail(): void;
  setFilter(filter: string): void;
  toggleGroup(name: string): void;
  /** The next or previous wrong fact or difference. */
  step(direction: 1 | -1): void;
  select(index: number): void;
  hover(page: number, index: number | null): void;
  pin(page: number, index: number): void;
  unpin(): void;
  selectTag(number: number, page: number | null): void;
  toggleOverlay(name: 'boxes' | 'baselines' | 'guides'): void;
  compareAs(as: 'side' | 'slider'): void;
  moveSlider(percent: number): void;
  stepFault(direction: 1 | -1): void;
  openPlace(place: { readonly file: string; readonly line: number; readonly column: number }): void;
  copy(text: string): void;
  approve(all: boolean): void;
  undo(): void;
  download(): void;
  toggleHelp(): void;
  toggleKeys(): void;
}
