import type { Option } from '../messages.ts';
import type { Actions } from './actions.ts';
import { h, hidden, type IconName, icon, redraw, region } from './dom.ts';
import { differenceOf, proofOf, type State, VIEWS, type ViewName } from './state.ts';

/** The pickers, the view switch, the verdict and the download. */
export function drawBar(state: State, actions: Actions): void {
  const { catalog, choice } = state;
  redraw(
    region('header.bar'),
    h('h1', { class: 'vh' }, `Preview of ${choice.template}`),
    picker('Template', 'template', catalog.templates, choice.template, (template) => actions.choose({ template })),
    picker('Brand', 'brand', catalog.brands, choice.brand, (brand) => actions.choose({ brand })),
    picker('Locale', 'locale', catalog.locales, choice.locale, (locale) => actions.choose({ locale })),
    picker('Kind', 'kind', KINDS, choice.kind, (kind) =>
      actions.choose({ kind: kind === 'credit-note' ? kind : 'invoice' }),
    ),
    picker('Fixture', 'fixture', catalog.fixtures, choice.fixture, (fixture) => actions.choose({ fixture })),
    h('span', { class: 'push' }),
    drawViews(state, actions),
    drawVerdict(state, actions),
    drawDownload(state, actions),
  );
}

const KINDS: readonly Option[] = [
  { key: 'invoice', label: 'Invoice' },
  { key: 'credit-note', label: 'Credit note' },
];

function picker(
  label: string,
  key: string,
  options: readonly Option[],
  value: string,
  onPick: (key: string) => void,
): HTMLElement {
  const select = h('select', {
    key,
    onchange: (event) => onPick((event.target as HTMLSelectElement).value),
  });
  for (const option of options) {
    select.append(h('option', { value: option.key, selected: option.key === value }, option.label));
  }
  return h('label', { class: 'pick' }, h('span', {}, label), select);
}

const VIEW_NAMES: Readonly<Record<ViewName, string>> = {
  page: 'Page',
  facts: 'Facts',
  boxes: 'Boxes',
  structure: 'Structure',
  compare: 'Compare',
};

function drawViews(state: State, actions: Actions): HTMLElement {
  const count = differenceOf(state)?.differences?.length ?? 0;
  return h(
    'div',
    { class: 'views', role: 'radiogroup', 'aria-label': 'View' },
    VIEWS.map((view) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'view',
          key: `view-${view}`,
          checked: state.view === view,
          onchange: () => actions.setView(view),
        }),
        VIEW_NAMES[view],
        view === 'compare' && count > 0 && h('b', { class: 'warn' }, String(count), hidden(' differences')),
      ),
    ),
  );
}

/** What is known of the document on screen, in a few words. */
export function describeVerdict(state: State): { text: string; tone: '' | 'ok' | 'bad' | 'warn'; icon: IconName } {
  if (state.fault !== null) {
    const isTemplate = state.fault.faults.some(({ place }) => place !== undefined);
    return { text: isTemplate ? 'Template error' : 'Refused', tone: 'bad', icon: 'cross' };
  }
  if (state.isRendering || state.rendered === null) return { text: 'Rendering', tone: '', icon: 'dots' };
  const proof = proofOf(state);
  if (proof === null) return { text: 'Not proven', tone: '', icon: 'dots' };
  const wrong = proof.wrong.length;
  if (wrong > 0)
    return { text: wrong === 1 ? '1 fact is wrong' : `${wrong} facts are wrong`, tone: 'bad', icon: 'cross' };
  return { text: `Proven, ${proof.proven.length} facts`, tone: 'ok', icon: 'tick' };
}

function drawVerdict(state: State, actions: Actions): HTMLElement {
  const { text, tone, icon: name } = describeVerdict(state);
  return h(
    'button',
    { class: `verdict ${tone}`, key: 'verdict', type: 'button', onclick: () => actions.setView('facts') },
    icon(name),
    text,
  );
}

function drawDownload({ rendered, fault }: State, actions: Actions): HTMLElement {
  const isOff = rendered === null || fault !== null;
  const props = {
    class: 'btn',
    key: 'download',
    'aria-label': rendered === null ? 'Download PDF' : `Download PDF, ${rendered.fileName}`,
  };
  if (isOff) return h('a', { ...props, role: 'link', 'aria-disabled': 'true' }, icon('down'), 'Download');
  return h(
    'a',
    {
      ...props,
      href: `/api/${rendered.revision}/document.pdf`,
      download: rendered.fileName,
      onclick: (event) => {
        event.preventDefault();
        actions.download();
      },
    },
    icon('down'),
    'Download',
  );
}
