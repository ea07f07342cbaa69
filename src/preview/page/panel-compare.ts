import type { Actions } from './actions.ts';
import { h, icon } from './dom.ts';
import { differenceOf, proofOf, type State } from './state.ts';

/** What became different, in sentences; the template's other previews; and approval. */
export function drawComparePanel(state: State, actions: Actions): readonly HTMLElement[] {
  const event = differenceOf(state);
  const differences = event?.differences ?? [];
  const count = event === null ? 'not proven yet' : event.differences === null ? '' : countOf(differences.length);
  const sameAs = (['side', 'slider'] as const).map((as) =>
    h(
      'label',
      {},
      h('input', {
        type: 'radio',
        name: 'as',
        key: `as-${as}`,
        checked: state.compareAs === as,
        onchange: () => actions.compareAs(as),
      }),
      as === 'side' ? 'Side by side' : 'Slider',
    ),
  );
  return [
    h(
      'div',
      { class: 'top' },
      h('h2', {}, 'Compare'),
      h('span', { class: 'q' }, count),
      h('span', { class: 'push' }),
      event?.differences != null &&
        h('div', { class: 'views small', role: 'radiogroup', 'aria-label': 'Compare as' }, sameAs),
    ),
    h(
      'div',
      { class: 'scroll' },
      event !== null &&
        event.differences === null &&
        h('div', { class: 'sec' }, h('p', { class: 'q' }, 'Nothing approved yet.')),
      event?.differences?.length === 0 && h('div', { class: 'sec' }, h('p', { class: 'q' }, AS_APPROVED)),
      h(
        'ol',
        { class: 'chg' },
        differences.map(({ title, detail }, index) =>
          h(
            'li',
            { 'aria-current': index === state.selected ? 'true' : null },
            h('span', { class: 'dot' }, String(index + 1)),
            h(
              'h3',
              {},
              h('button', { type: 'button', key: `difference-${index}`, onclick: () => actions.select(index) }, title),
            ),
            h('p', {}, detail),
          ),
        ),
      ),
      drawFacts(state),
      drawOthers(state, actions),
    ),
    drawApproval(state, actions),
  ];
}

function drawFacts(state: State): HTMLElement | null {
  const proof = proofOf(state);
  const event = differenceOf(state);
  if (proof === null || event === null || event.differences === null) return null;
  const changed = event.differences.filter(({ kind }) => kind === 'fact');
  const isProven = proof.wrong.length === 0;
  const verdict = isProven ? `Proven, ${proof.proven.length}` : `${proof.wrong.length} wrong`;
  const words =
    changed.length === 0 ? 'No amount, date or reference changed.' : changed.map(({ title }) => `${title}.`).join(' ');
  return h(
    'div',
    { class: 'sec' },
    h(
      'h3',
      {},
      'Facts',
      h('span', { class: `verdict-word ${isProven ? 'ok' : 'bad'}` }, icon(isProven ? 'tick' : 'cross'), verdict),
    ),
    h('p', { class: 'q' }, words),
  );
}

function drawOthers({ others, isFindingOthers, choice }: State, actions: Actions): HTMLElement | null {
  if (others === null) {
    return isFindingOthers
      ? h(
          'div',
          { class: 'sec' },
          h('h3', {}, `Other previews of ${choice.template}`, h('span', { class: 'q' }, 'comparing')),
        )
      : null;
  }
  return h(
    'div',
    { class: 'sec' },
    h(
      'h3',
      {},
      `Other previews of ${choice.template}`,
      h('span', { class: 'q' }, `${others.differing.length} of ${others.count} differ`),
    ),
    h(
      'table',
      { class: 'rows others' },
      others.differing.map(({ fixture, locale, title, what }) =>
        h(
          'tr',
          {},
          h(
            'td',
            {},
            h(
              'button',
              {
                class: 'go',
                type: 'button',
                key: `other-${fixture}.${locale}`,
                onclick: () => actions.choose({ fixture, locale }),
              },
              title,
            ),
          ),
          h('td', { class: 'q' }, what.charAt(0).toLowerCase() + what.slice(1)),
        ),
      ),
    ),
  );
}

function drawApproval(state: State, actions: Actions): HTMLElement {
  const event = differenceOf(state);
  const reason = whyNot(state);
  const others = state.others?.differing.length ?? 0;
  const isOff = reason !== null;
  const isAllOff = isOff && reason !== AS_APPROVED;
  const props = (isOn: boolean) => ({ type: 'button', 'aria-disabled': isOn ? null : 'true' });
  return h(
    'div',
    { class: 'end' },
    h(
      'div',
      { class: 'buttons' },
      h(
        'button',
        {
          class: `btn ${isOff ? '' : 'solid'} wide`,
          key: 'approve',
          ...props(!isOff),
          onclick: () => !isOff && actions.approve(false),
        },
        'Approve',
      ),
      others > 0 &&
        h(
          'button',
          { class: 'btn', key: 'approve-all', ...props(!isAllOff), onclick: () => !isAllOff && actions.approve(true) },
          `Approve all ${others + (isOff ? 0 : 1)}`,
        ),
    ),
    h('p', { class: 'q' }, reason ?? `Writes ${event?.file ?? ''}. Nothing is committed.`),
  );
}

function whyNot(state: State): string | null {
  const proof = proofOf(state);
  const event = differenceOf(state);
  if (state.fault !== null) return 'The template has an error.';
  if (proof !== null && proof.wrong.length > 0) return 'A fact is wrong.';
  if (proof === null || event === null) return 'Not proven yet.';
  return event.differences?.length === 0 ? AS_APPROVED : null;
}

const AS_APPROVED = 'Looks as approved.';

function countOf(count: number): string {
  return count === 1 ? '1 difference' : `${count} differences`;
}
