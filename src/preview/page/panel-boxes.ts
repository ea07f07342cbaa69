import type { BoxDetails, ElementDetails, Excerpt } from '../messages.ts';
import type { Actions } from './actions.ts';
import { h, s } from './dom.ts';
import { drawExcerpt } from './excerpt.ts';
import { points } from './marks.ts';
import { chosenBox, chosenElement, type State } from './state.ts';
import { drawTree, type TreeItem } from './tree.ts';

const MM_PER_POINT = 25.4 / 72;

/** The chosen box in words: its path, measures, text, template, style and why it stands there; then all boxes. */
export function drawBoxesPanel(state: State, actions: Actions): readonly HTMLElement[] {
  const boxes = state.details.get(state.page)?.boxes ?? [];
  const leaves = boxes.flatMap((box, index) => (box.isLeaf ? [{ box, index }] : []));
  const box = chosenBox(state);
  return [
    h('div', { class: 'top' }, h('h2', {}, 'Boxes'), h('span', { class: 'q' }, `${leaves.length} on this page`)),
    h(
      'div',
      { class: 'opts' },
      (['boxes', 'baselines', 'guides'] as const).map((name) =>
        h(
          'label',
          {},
          h('input', {
            type: 'checkbox',
            key: `show-${name}`,
            checked: state.show[name],
            onchange: () => actions.toggleOverlay(name),
          }),
          name.charAt(0).toUpperCase() + name.slice(1),
        ),
      ),
    ),
    h(
      'div',
      { class: 'scroll' },
      box === null
        ? h(
            'div',
            { class: 'sec' },
            h(
              'p',
              { class: 'q' },
              'Point at a box to measure it; click to keep it and to open its line in the editor.',
            ),
          )
        : drawBox(state, box, actions),
      h(
        'div',
        { class: 'sec' },
        h('h3', {}, 'All boxes'),
        drawTree(
          'Boxes on this page',
          leaves.map(
            ({ box: leaf, index }): TreeItem => ({
              key: `box-${state.page}-${index}`,
              label: leaf.tag,
              note: `${points(leaf.box.width)} × ${points(leaf.box.height)}, at ${points(leaf.box.x)}, ${points(leaf.box.y)}`,
              isChosen: state.pinned?.page === state.page && state.pinned.index === index,
              children: [],
              onChoose: () => actions.pin(state.page, index),
              onOpen: () => actions.openPlace(leaf),
            }),
          ),
        ),
      ),
    ),
  ];
}

function drawBox(state: State, { tag, box, baselines }: BoxDetails, actions: Actions): readonly HTMLElement[] {
  const element = chosenElement(state);
  const millimetres = `(${points(box.width * MM_PER_POINT)} × ${points(box.height * MM_PER_POINT)} mm)`;
  const rows: readonly (readonly [string, readonly (HTMLElement | string)[]])[] = [
    ['Left, top', [`${points(box.x)}, ${points(box.y)}`]],
    ['Size', [`${points(box.width)} × ${points(box.height)} `, h('span', { class: 'q' }, millimetres)]],
    ...(baselines.length === 0 ? [] : [['Baseline', [baselines.map(points).join(', ')]] as const]),
  ];
  const sections = [
    h(
      'div',
      { class: 'sec' },
      h(
        'h3',
        {},
        h('span', { class: 'mono strong' }, element?.name ?? tag),
        h('span', { class: 'q mono' }, element?.fact ?? ''),
      ),
      h('p', { class: 'mono q' }, element?.path.join(' › ') ?? tag),
    ),
    h(
      'div',
      { class: 'sec' },
      h('h3', {}, 'Box', h('span', { class: 'q' }, 'pt, from the paper’s corner')),
      element === null ? null : drawModel(element.padding, box),
      drawRows(rows),
    ),
  ];
  if (element === null) return sections;
  const swatch = s(
    'svg',
    { class: 'sw', viewBox: '0 0 11 11', 'aria-hidden': 'true' },
    s('rect', { width: 11, height: 11, fill: element.color }),
  );
  return [
    ...sections,
    h(
      'div',
      { class: 'sec' },
      h('h3', {}, 'Text'),
      drawRows([
        ['Font', [element.font]],
        ['Size, leading', [`${element.size} / ${element.leading ?? 'normal'} pt`]],
        ['Figures', [element.figures]],
        [
          'Colour',
          [
            swatch as unknown as HTMLElement,
            h('span', { class: 'mono' }, element.color),
            h('span', { class: 'q' }, ` ${element.contrast} : 1`),
          ],
        ],
      ]),
    ),
    drawSource('Template', element.template, actions),
    drawRules(element, actions),
    h(
      'div',
      { class: 'sec' },
      h('h3', {}, 'Why it stands here'),
      element.reasons.map((reason) => h('p', { class: 'q' }, reason)),
    ),
  ].filter((section) => section !== null);
}

function drawModel(padding: readonly [number, number, number, number], box: BoxDetails['box']): HTMLElement {
  const [top, right, bottom, left] = padding;
  const [width, height] = [box.width - left - right, box.height - top - bottom];
  return h(
    'div',
    { class: 'model' },
    h(
      'div',
      { class: 'pad' },
      h('span', { class: 'c' }, points(top)),
      h('span', { class: 'l' }, points(left)),
      h('span', { class: 'con' }, `${points(width)} × ${points(height)}`),
      h('span', { class: 'r' }, points(right)),
      h('span', { class: 'c b' }, points(bottom)),
    ),
  );
}

function drawRows(rows: readonly (readonly [string, readonly (HTMLElement | string)[]])[]): HTMLElement {
  return h(
    'table',
    { class: 'rows' },
    rows.map(([name, value]) => h('tr', {}, h('th', {}, name), h('td', {}, value))),
  );
}

function drawSource(title: string, excerpt: Excerpt | null, actions: Actions): HTMLElement | null {
  if (excerpt === null) return null;
  return h(
    'div',
    { class: 'sec' },
    h('h3', {}, title, drawOpen(`open-${title}`, excerpt, actions)),
    drawExcerpt(excerpt, 'plain'),
  );
}

/** The rules that the style was taken from, the strongest first. */
function drawRules({ name, styledAs, rules }: ElementDetails, actions: Actions): HTMLElement | null {
  if (rules.length === 0) return null;
  const own = styledAs === name ? 'Style' : `Style, from ${styledAs}`;
  return h(
    'div',
    { class: 'sec' },
    rules.flatMap((rule, index) => [
      h('h3', {}, index === 0 ? own : 'and', drawOpen(`open-rule-${index}`, rule, actions)),
      drawExcerpt(rule, 'plain'),
    ]),
  );
}

function drawOpen(key: string, excerpt: Excerpt, actions: Actions): HTMLElement {
  const name = `Open ${excerpt.file.split('/').slice(1).join('/')}:${excerpt.line}`;
  return h('button', { class: 'go', type: 'button', key, onclick: () => actions.openPlace(excerpt) }, name);
}
