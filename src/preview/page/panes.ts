import { h } from './dom.ts';
import { differenceOf, type State } from './state.ts';

/** One side of the comparison: its name, what it is, and its pages. */
export function createPane(title: string, note: string, pages: readonly HTMLElement[]): HTMLElement {
  return h('div', { class: 'pane' }, h('h3', {}, title, h('span', {}, note)), h('div', { class: 'col' }, pages));
}

/** How many pages there are. */
export function describePages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

/** How many pages are approved, and since when. */
export function describeApproved(state: State): string {
  const difference = differenceOf(state);
  const pages = describePages(difference?.approvedPages.length ?? 0);
  return difference?.approvedOn == null ? pages : `${pages}, ${difference.approvedOn}`;
}
