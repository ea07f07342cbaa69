import type { ProvenFact, WrongFact } from '../messages.ts';
import type { Actions } from './actions.ts';
import { h, hidden, icon } from './dom.ts';
import { drawExcerpt } from './excerpt.ts';
import { groupFacts } from './groups.ts';
import { proofOf, type State } from './state.ts';

/** Every fact with the validator's verdict: wrong ones first, as cards; then groups with their counts. */
export function drawFactsPanel(state: State, actions: Actions): readonly HTMLElement[] {
  const proof = proofOf(state);
  const proven = proof?.proven ?? [];
  const wrong = proof?.wrong ?? [];
  const needle = state.filter.trim().toLowerCase();
  const matches = ({ name, value }: ProvenFact): boolean => `${name} ${value}`.toLowerCase().includes(needle);
  const wrongNames = new Set(wrong.map(({ name }) => name).filter((name) => name !== null));
  const total = proven.filter(({ name }) => !wrongNames.has(name)).length + wrong.length;
  const right = proven.filter((fact) => !wrongNames.has(fact.name));
  const groups = groupFacts(right.filter(matches), [...wrongNames]);
  const count = proof === null ? 'not proven yet' : `${total - wrong.length} of ${total} proven`;
  return [
    h('div', { class: 'top' }, h('h2', {}, 'Facts'), h('span', { class: 'q' }, count)),
    h('input', {
      class: 'find',
      type: 'search',
      key: 'filter',
      placeholder: 'Filter facts',
      'aria-label': 'Filter facts',
      value: state.filter,
      oninput: (event) => actions.setFilter((event.target as HTMLInputElement).value),
    }),
    h(
      'div',
      { class: 'scroll' },
      wrong.map((fact, index) => drawWrong(fact, index, state, actions)),
      groups.map(({ name, facts, wrong: bad }) => {
        const isFolded = name === 'Lines' && needle === '' && !state.openGroups.has(name);
        const counted = bad === 0 ? `${facts.length} of ${facts.length}` : `${facts.length} of ${facts.length + bad}`;
        const heading =
          name === 'Lines'
            ? h(
                'button',
                {
                  type: 'button',
                  key: 'group-lines',
                  'aria-expanded': String(!isFolded),
                  onclick: () => actions.toggleGroup(name),
                },
                name,
              )
            : name;
        return h(
          'div',
          { class: 'facts' },
          h('h3', {}, heading, h('span', { class: 'q' }, counted)),
          isFolded ? null : h('ul', {}, facts.map(drawProven)),
        );
      }),
    ),
  ];
}

function drawProven({ name, value }: ProvenFact): HTMLElement {
  return h(
    'li',
    {},
    h('span', { class: 'ok' }, icon('tick')),
    h('span', { class: 'n mono' }, name),
    hidden(', proven, '),
    h('span', { class: 'v', title: value }, value),
  );
}

function drawWrong(fact: WrongFact, index: number, { selected }: State, actions: Actions): HTMLElement {
  const { name, expected, found, reason, excerpt, page, message, ruleId } = fact;
  const title = name ?? ruleId;
  return h(
    'div',
    { class: 'fact', 'aria-current': index === selected ? 'true' : null },
    h(
      'h3',
      {},
      h('span', { class: 'bad' }, icon('cross')),
      h(
        'button',
        { class: 'mono', type: 'button', key: `wrong-${index}`, onclick: () => actions.select(index) },
        title,
        hidden(`, wrong, expected ${expected ?? 'nothing'}, found ${found ?? 'nothing'}`),
      ),
      h('span', { class: 'q' }, page === null ? 'not on a page' : `page ${page}`),
    ),
    expected === null && found === null
      ? null
      : h(
          'table',
          {},
          h('tr', {}, h('th', {}, 'Expected'), h('td', {}, expected ?? '–')),
          h('tr', {}, h('th', {}, 'Found'), h('td', {}, found ?? '–')),
        ),
    reason === null
      ? h('p', {}, message)
      : h('p', {}, 'The page prints the value of ', h('span', { class: 'mono' }, reason), ' here.'),
    excerpt === null ? null : drawExcerpt(excerpt, 'wrong'),
    excerpt === null
      ? null
      : h(
          'div',
          { class: 'links' },
          h(
            'button',
            { class: 'go', type: 'button', key: `open-wrong-${index}`, onclick: () => actions.openPlace(excerpt) },
            `Open ${excerpt.file.split('/').slice(1).join('/')}:${excerpt.line}`,
          ),
        ),
  );
}
