import type { Actions } from './actions.ts';
import { h, icon, region, s } from './dom.ts';
import { createFaultCard } from './draw-fault.ts';
import { createOverlay } from './overlays.ts';
import { createPane, describeApproved, describePages } from './panes.ts';
import { loadPicture, pictureUrl } from './pictures.ts';
import { differenceOf, paperOf, type State } from './state.ts';
import { isSideBySide, PIXELS_PER_POINT, scaleOf } from './zoom.ts';

/** Pages beyond the ones in view whose pictures are kept ready. */
const READY = 2;
/** After the zoom has rested this long, pictures are drawn anew at its size. */
const REST_MS = 150;

interface Sheet {
  readonly page: number;
  readonly side: 'now' | 'approved';
  readonly element: HTMLElement;
  readonly marks: SVGElement;
  readonly notes: HTMLElement;
  image: HTMLImageElement | null;
  /** Address of the picture that is shown or on its way. */
  url: string;
}

/** The light table: pages at their place and size, what lies over them, and the card of a fault. */
export class Canvas {
  readonly #main = region('main');
  readonly #actions: Actions;
  #sheets: readonly Sheet[] = [];
  #plan = '';
  #fault = '';
  #rest: ReturnType<typeof setTimeout> | undefined;
  #state: State | null = null;
  #pixels = 0;

  constructor(actions: Actions) {
    this.#actions = actions;
    this.#main.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    new ResizeObserver(() => this.#state !== null && this.draw(this.#state)).observe(this.#main);
  }

  /** The zoom that pages have now, as a number. */
  get scale(): number {
    return this.#pixels / PIXELS_PER_POINT;
  }

  /** Loads the pictures of the pages in view for a state that is not on screen yet, so that it can be shown at once. */
  async prepare(next: State): Promise<ReadonlyMap<string, HTMLImageElement>> {
    const pixels = this.#pixelsOf(next);
    const inView = this.#sheets.length === 0 ? [next.page] : this.#inView(0).map(({ page }) => page);
    const urls = [...new Set(inView)]
      .filter((page) => page <= (next.rendered?.pages.length ?? 0))
      .map((page) => pictureUrl(next, page, pixels, false));
    const images = await Promise.all(urls.map(async (url) => [url, await loadPicture(url)] as const));
    return new Map(images.flatMap(([url, image]) => (image === null ? [] : [[url, image] as const])));
  }

  /** Draws the state; `ready` are pictures that `prepare` loaded. */
  draw(state: State, ready: ReadonlyMap<string, HTMLImageElement> = new Map()): void {
    this.#state = state;
    const anchor = this.#anchor();
    const pixels = this.#pixelsOf(state);
    const isZoomed = pixels !== this.#pixels;
    this.#pixels = pixels;
    this.#arrange(state);
    for (const sheet of this.#sheets) this.#size(state, sheet);
    this.#main.classList.toggle('stale', state.fault !== null);
    if (anchor !== null) this.#restore(anchor);
    this.#drawOverlays(state);
    this.#drawFault(state);
    this.#show(state, ready, isZoomed);
  }

  /** Redraws what lies over the pages, and nothing else. */
  drawOverlays(state: State): void {
    this.#state = state;
    this.#drawOverlays(state);
  }

  /** Brings a page's top into view. */
  scrollTo(page: number): void {
    const sheet = this.#sheets.find((one) => one.page === page);
    if (sheet !== undefined) this.#main.scrollTop = holderOf(sheet).offsetTop - 20;
  }

  /** Brings a box of a page into view, a third from the top. */
  scrollToBox(page: number, y: number): void {
    const sheet = this.#sheets.find((one) => one.page === page && one.side === 'now');
    if (sheet === undefined) return;
    const top = holderOf(sheet).offsetTop + y * this.#pixels;
    const isInView = top > this.#main.scrollTop + 40 && top < this.#main.scrollTop + this.#main.clientHeight - 80;
    if (!isInView) this.#main.scrollTop = top - this.#main.clientHeight / 3;
  }

  #pixelsOf(state: State): number {
    const room = { width: this.#main.clientWidth, height: this.#main.clientHeight };
    return scaleOf(state, room) * PIXELS_PER_POINT;
  }

  /** Builds the sheets anew where there are others than before. */
  #arrange(state: State): void {
    const now = state.rendered?.pages.length ?? 0;
    const old = differenceOf(state)?.approvedPages.length ?? 0;
    const layout = state.view !== 'compare' || old === 0 ? 'flow' : isSideBySide(state) ? 'side' : 'slider';
    const plan = JSON.stringify([layout, now, layout === 'flow' ? 0 : old]);
    if (plan === this.#plan) return;
    this.#plan = plan;
    this.#main.className = `as-${layout}`;
    const kept = new Map(this.#sheets.map((sheet) => [`${sheet.page} ${sheet.side}`, sheet]));
    const make = (side: Sheet['side'], count: number): readonly Sheet[] =>
      Array.from(
        { length: count },
        (_, index) => kept.get(`${index + 1} ${side}`) ?? this.#createSheet(index + 1, side),
      );
    const after = make('now', now);
    const before = layout === 'flow' ? [] : make('approved', old);
    this.#sheets = [...after, ...before];
    const fault = this.#main.querySelector('.over');
    if (layout === 'side') {
      this.#main.replaceChildren(
        h(
          'div',
          { class: 'panes' },
          createPane(
            'Approved',
            describeApproved(state),
            before.map(({ element }) => element),
          ),
          createPane(
            'Now',
            describePages(now),
            after.map(({ element }) => element),
          ),
        ),
      );
    } else if (layout === 'slider') {
      // The old page lies over the new one, cut off where the slider stands.
      const pairs = after.map((sheet, index) => [sheet, before[index]] as const);
      this.#main.replaceChildren(
        h('div', { class: 'corners' }, h('div', { class: 'tip' }, 'Approved'), h('div', { class: 'tip' }, 'Now')),
        h(
          'div',
          { class: 'flow' },
          pairs.map(([sheet, under]) => h('div', { class: 'pair' }, sheet.element, under?.element)),
        ),
        this.#createSlider(),
      );
    } else {
      this.#main.replaceChildren(
        h(
          'div',
          { class: 'flow' },
          after.map(({ element }) => element),
        ),
      );
    }
    if (fault !== null) this.#main.prepend(fault);
  }

  #createSheet(page: number, side: Sheet['side']): Sheet {
    const marks = s('svg', { 'aria-hidden': 'true' });
    const notes = h('div', { class: 'notes', 'aria-hidden': 'true' });
    const element = h('div', { class: 'page', id: side === 'now' ? `page-${page}` : null }, marks, notes);
    if (side === 'now') {
      element.addEventListener('pointermove', (event) => this.#onPoint(page, element, event, false));
      element.addEventListener('pointerleave', () => this.#actions.hover(page, null));
      element.addEventListener('click', (event) => this.#onPoint(page, element, event, true));
    }
    return { page, side, element, marks, notes, image: null, url: '' };
  }

  #size(state: State, { page, side, element, marks }: Sheet): void {
    const old = differenceOf(state)?.approvedPages[page - 1];
    const paper = side === 'approved' && old !== undefined ? old : paperOf(state, page);
    // Whole pixels, as the picture has them: nothing between two pixels is blurred.
    element.style.setProperty('width', `${Math.round(paper.width * this.#pixels)}px`);
    element.style.setProperty('height', `${Math.round(paper.height * this.#pixels)}px`);
    marks.setAttribute('viewBox', `0 0 ${paper.width} ${paper.height}`);
    const isCut = side === 'approved' && this.#main.classList.contains('as-slider');
    element.style.clipPath = isCut ? `inset(0 ${100 - state.slider}% 0 0)` : '';
    const handle = this.#main.querySelector<HTMLElement>('.slide');
    if (isCut && handle !== null) {
      // Within the canvas, not within what holds the two pages.
      const left = (element.parentElement?.offsetLeft ?? 0) + (element.offsetWidth * state.slider) / 100;
      handle.style.left = `${left}px`;
      handle.querySelector('button')?.setAttribute('aria-valuenow', String(Math.round(state.slider)));
    }
  }

  #createSlider(): HTMLElement {
    const button = h(
      'button',
      {
        role: 'slider',
        key: 'slider',
        type: 'button',
        'aria-label': 'Approved to the left, now to the right',
        'aria-valuemin': 0,
        'aria-valuemax': 100,
      },
      icon('slide'),
    );
    button.addEventListener('pointerdown', (event) => button.setPointerCapture(event.pointerId));
    button.addEventListener('pointermove', (event) => {
      if (!button.hasPointerCapture(event.pointerId)) return;
      const box = this.#sheets[0]?.element.getBoundingClientRect();
      if (box !== undefined) this.#actions.moveSlider(((event.clientX - box.left) / box.width) * 100);
    });
    return h('div', { class: 'slide' }, button);
  }

  #onPoint(page: number, element: HTMLElement, event: MouseEvent, isClick: boolean): void {
    const details = this.#state?.details.get(page);
    if (this.#state?.view !== 'boxes' || details === undefined) return;
    const box = element.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / this.#pixels, (event.clientY - box.top) / this.#pixels];
    let found: number | null = null;
    let area = Number.POSITIVE_INFINITY;
    for (const [index, { box: own }] of details.boxes.entries()) {
      const isInside = x >= own.x && x <= own.x + own.width && y >= own.y && y <= own.y + own.height;
      if (!isInside || own.width * own.height > area) continue;
      found = index;
      area = own.width * own.height;
    }
    const chosen = found === null ? undefined : details.boxes[found];
    if (!isClick) this.#actions.hover(page, found);
    else if (found === null || chosen === undefined) this.#actions.unpin();
    else {
      this.#actions.pin(page, found);
      this.#actions.openPlace(chosen);
    }
  }

  #drawOverlays(state: State): void {
    const near = new Set(this.#inView(READY));
    for (const sheet of this.#sheets) {
      const { marks, notes } = near.has(sheet)
        ? createOverlay(state, sheet.page, this.#pixels, sheet.side)
        : { marks: [], notes: [] };
      sheet.marks.replaceChildren(...marks);
      sheet.notes.replaceChildren(...notes);
    }
  }

  #drawFault(state: State): void {
    const key = JSON.stringify([state.fault, state.faultIndex]);
    if (key === this.#fault) return;
    this.#fault = key;
    this.#main.querySelector('.over')?.remove();
    const card = createFaultCard(state, this.#actions);
    if (card !== null) this.#main.prepend(h('div', { class: 'over' }, card));
  }

  /** Shows the pictures that are ready at once; the others follow, those in view first. */
  #show(state: State, ready: ReadonlyMap<string, HTMLImageElement>, isZoomed: boolean): void {
    const near = this.#inView(READY);
    for (const sheet of near) {
      const image = ready.get(this.#urlOf(state, sheet));
      if (image !== undefined && sheet.side === 'now') this.#place(state, sheet, image, this.#urlOf(state, sheet));
    }
    clearTimeout(this.#rest);
    const hasPictures = near.every(({ image }) => image !== null);
    if (isZoomed && hasPictures) this.#rest = setTimeout(() => this.#load(), REST_MS);
    else this.#load();
  }

  #load(): void {
    const state = this.#state;
    if (state?.rendered == null) return;
    for (const sheet of this.#inView(READY)) {
      const url = this.#urlOf(state, sheet);
      if (url === sheet.url) continue;
      sheet.url = url;
      void loadPicture(url).then((image) => {
        // What was asked for may not be wanted any more.
        if (image !== null && sheet.url === url && this.#state !== null) this.#place(this.#state, sheet, image, url);
      });
    }
  }

  #place(state: State, sheet: Sheet, image: HTMLImageElement, url: string): void {
    const count = state.rendered?.pages.length ?? 0;
    const number = `${sheet.page} of ${sheet.side === 'now' ? count : (differenceOf(state)?.approvedPages.length ?? count)}`;
    const isComparing = state.view === 'compare';
    const name = sheet.side === 'approved' ? 'Approved, page' : isComparing ? 'Now, page' : 'Page';
    image.alt = `${name} ${number}${state.fault === null ? '' : ', last good version'}`;
    if (sheet.image === null) sheet.element.prepend(image);
    else sheet.image.replaceWith(image);
    sheet.image = image;
    sheet.url = url;
  }

  #urlOf(state: State, { page, side }: Sheet): string {
    return pictureUrl(state, page, this.#pixels, side === 'approved');
  }

  /** The sheets in view, and so many on either side. */
  #inView(beyond: number): readonly Sheet[] {
    const [top, bottom] = [this.#main.scrollTop, this.#main.scrollTop + this.#main.clientHeight];
    const margin = beyond * (this.#sheets[0]?.element.offsetHeight ?? 0);
    return this.#sheets.filter((sheet) => {
      const holder = holderOf(sheet);
      return holder.offsetTop + holder.offsetHeight > top - margin && holder.offsetTop < bottom + margin;
    });
  }

  /** The page at the canvas's top, and how far of it is above. */
  #anchor(): { readonly page: number; readonly share: number; readonly left: number } | null {
    const [first] = this.#inView(0);
    if (first === undefined || first.element.offsetHeight === 0) return null;
    const holder = holderOf(first);
    const share = (this.#main.scrollTop - holder.offsetTop) / holder.offsetHeight;
    return { page: first.page, share, left: this.#main.scrollLeft };
  }

  #restore({ page, share, left }: { readonly page: number; readonly share: number; readonly left: number }): void {
    const sheet = this.#sheets.find((one) => one.page === page) ?? this.#sheets.findLast(({ side }) => side === 'now');
    if (sheet === undefined) return;
    const holder = holderOf(sheet);
    const top = holder.offsetTop + share * holder.offsetHeight;
    if (Math.abs(this.#main.scrollTop - top) > 1) this.#main.scrollTop = top;
    this.#main.scrollLeft = left;
  }

  #onScroll(): void {
    const state = this.#state;
    if (state === null) return;
    this.#load();
    this.#drawOverlays(state);
    const middle = this.#main.scrollTop + this.#main.clientHeight / 3;
    const sheets = this.#sheets.filter(({ side }) => side === 'now');
    const atEnd = this.#main.scrollTop + this.#main.clientHeight >= this.#main.scrollHeight - 2;
    const top = sheets.map((sheet) => holderOf(sheet).offsetTop).findLast((one) => one <= middle);
    // Of pages beside each other the one that was chosen stays the current one.
    const row = sheets.filter((sheet) => holderOf(sheet).offsetTop === top).map(({ page }) => page);
    const [first] = row;
    const fits = this.#main.scrollHeight <= this.#main.clientHeight;
    if (fits || first === undefined || row.includes(state.page) || (atEnd && state.page > first)) return;
    this.#actions.setPage(first, false);
  }
}

/** What holds a page's place in the canvas: under the slider two pages lie in one. */
function holderOf({ element }: Sheet): HTMLElement {
  return element.closest<HTMLElement>('.pair') ?? element;
}
