import type { Actions } from './actions.ts';
import { h, hidden, region } from './dom.ts';
import { pictureUrl } from './pictures.ts';
import { differenceOf, proofOf, type State } from './state.ts';

const WIDTH = 72;
let drawn = '';

/** The thumbnails. Their pictures load as they come into view. */
export function drawRail(state: State, actions: Actions): void {
  const rail = region('nav.rail');
  const { rendered } = state;
  document.body.classList.toggle('no-rail', !state.rail);
  rail.classList.toggle('stale', state.fault !== null);
  if (rendered === null) return;
  const marks = rendered.pages.map((_, index) => markOf(state, index + 1));
  const key = JSON.stringify([rendered.revision, marks]);
  if (key !== drawn) {
    drawn = key;
    const scrolled = rail.scrollTop;
    rail.replaceChildren(
      h(
        'ol',
        {},
        rendered.pages.map((paper, index) => drawThumbnail(state, actions, paper, index + 1)),
      ),
    );
    rail.scrollTop = scrolled;
  }
  for (const link of rail.querySelectorAll('a')) {
    const isCurrent = link.getAttribute('data-page') === String(state.page);
    if (isCurrent === link.hasAttribute('aria-current')) continue;
    if (isCurrent) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest' });
    } else link.removeAttribute('aria-current');
  }
}

function drawThumbnail(
  state: State,
  actions: Actions,
  paper: { readonly width: number; readonly height: number },
  page: number,
): HTMLElement {
  const image = h('img', { alt: '', loading: 'lazy', src: pictureUrl(state, page, WIDTH / paper.width, false) });
  image.style.aspectRatio = `${paper.width} / ${paper.height}`;
  const mark = markOf(state, page);
  const link = h(
    'a',
    {
      href: `#page-${page}`,
      key: `thumbnail-${page}`,
      'data-page': page,
      onclick: (event) => {
        event.preventDefault();
        actions.setPage(page);
      },
    },
    image,
    hidden('Page '),
    String(page),
    mark === null ? '' : ' ',
    mark !== null && h('span', { class: `mark ${mark.tone}` }, mark.text),
  );
  return h('li', {}, link);
}

function markOf(state: State, page: number): { readonly text: string; readonly tone: string } | null {
  const wrong = proofOf(state)?.wrong.filter((fact) => fact.page === page).length ?? 0;
  if (wrong > 0) return { text: `· ${wrong} wrong`, tone: 'bad' };
  const difference = differenceOf(state);
  const isNew = state.view === 'compare' && difference?.differences != null && page > difference.approvedPages.length;
  return isNew ? { text: 'new', tone: 'warn' } : null;
}
