/** What an element can be given: attributes as strings, `true` for those without a value, listeners, and text. */
export interface Props {
  readonly [name: string]: string | number | boolean | null | undefined | ((event: Event) => void);
}

type Child = Node | string | null | undefined | false;

/** An HTML element. Text only ever enters as text; `key` lets focus find the element again after a redraw. */
export function h(tag: string, props: Props = {}, ...children: readonly (Child | readonly Child[])[]): HTMLElement {
  const element = document.createElement(tag);
  apply(element, props);
  append(element, children);
  return element;
}

/** The same in SVG. */
export function s(tag: string, props: Props = {}, ...children: readonly (Child | readonly Child[])[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  apply(element, props);
  append(element, children);
  return element;
}

function apply(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (name === 'key') element.setAttribute('data-key', String(value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

function append(element: Element, children: readonly (Child | readonly Child[])[]): void {
  for (const child of children.flat())
    if (child !== null && child !== undefined && child !== false) element.append(child);
}

/** The element of a region; the page's markup has each of them. */
export function region(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page lacks ${selector}`);
  return found;
}

/**
 * Replaces what a region holds. Focus goes to the element of the same key, else to the region's heading, and scrolled
 * parts stay where they were.
 */
export function redraw(target: HTMLElement, ...children: readonly Child[]): void {
  const focused = target.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.getAttribute('data-key') ?? null;
  const caret = focused instanceof HTMLInputElement && focused.type === 'search' ? focused.selectionStart : null;
  const scrolled = target.querySelector('.scroll')?.scrollTop ?? 0;
  target.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));
  const scroller = target.querySelector('.scroll');
  if (scroller !== null) scroller.scrollTop = scrolled;
  if (focused === null) return;
  const again = key === null ? null : target.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const heir = again ?? target.querySelector<HTMLElement>('h2');
  if (heir !== null && again === null) heir.tabIndex = -1;
  heir?.focus({ preventScroll: true });
  if (caret !== null && again instanceof HTMLInputElement) again.setSelectionRange(caret, caret);
}

const ICONS = {
  tick: 'M2.5 7.5 5.5 10.5 11.5 3.8',
  cross: 'M3.2 3.2 10.8 10.8M10.8 3.2 3.2 10.8',
  dots: 'M3 7h.01M7 7h.01M11 7h.01',
  down: 'M7 2v7M3.8 6.2 7 9.4l3.2-3.2M2.5 12h9',
  slide: 'M5 3.5 1.5 7 5 10.5M9 3.5 12.5 7 9 10.5',
} as const;

export type IconName = keyof typeof ICONS;

/** A small drawing beside words that say the same. */
export function icon(name: IconName): SVGElement {
  return s('svg', { class: 'i', viewBox: '0 0 14 14', 'aria-hidden': 'true' }, s('path', { d: ICONS[name] }));
}

/** Words for screen readers alone. */
export function hidden(text: string): HTMLElement {
  return h('span', { class: 'vh' }, text);
}
