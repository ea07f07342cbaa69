import type { Box } from '../../base/index.ts';
import type { PageDetails } from '../messages.ts';
import { h, s } from './dom.ts';
import { at, grow, lined, NOTHING, type Overlay, rectangle } from './marks.ts';
import { proofOf, type State } from './state.ts';

/** Proven facts underlined; wrong ones framed, the one that is looked at with what is expected and found. */
export function overlayFacts(state: State, details: PageDetails, page: number, pixels: number): Overlay {
  const proof = proofOf(state);
  if (proof === null) return NOTHING;
  const proven = new Set(proof.proven.map(({ name }) => name));
  const boxesOf = (name: string | null): readonly Box[] =>
    details.facts.find((fact) => fact.name === name)?.boxes ?? [];
  const wrong = proof.wrong
    .map((fact, index) => ({ fact, index, boxes: fact.box === null ? boxesOf(fact.name) : [fact.box] }))
    .filter(({ fact, boxes }) => (fact.page ?? page) === page && boxes.length > 0);
  const wrongNames = new Set(proof.wrong.map(({ name }) => name));
  const right = details.facts
    .filter(({ name }) => proven.has(name) && !wrongNames.has(name))
    .flatMap(({ boxes }) => boxes);
  const notes = wrong
    .filter(({ index }) => index === state.selected)
    .map(({ fact, boxes }) => {
      const box = boxes[0] ?? { x: 0, y: 0, width: 0, height: 0 };
      const rows = [
        ['Expected', fact.expected ?? 'nothing'],
        ['Found', fact.found ?? 'nothing'],
      ] as const;
      const table = h(
        'table',
        {},
        rows.map(([name, value]) => h('tr', {}, h('th', {}, name), h('td', {}, value))),
      );
      // One line of a label stands above a figure; the note stays clear of it.
      const note = h('div', { class: 'tip' }, h('em', {}, fact.name ?? fact.ruleId), table);
      return at(note, (box.x - 2) * pixels, (box.y - LABEL_LINE) * pixels, 'above');
    });
  return {
    marks: [
      s(
        'g',
        { fill: '#136b3a', 'fill-opacity': 0.09 },
        right.map((box) => rectangle(grow(box, 0.6))),
      ),
      s('g', { class: 'ok' }, lined(right.map(underline).join(''), '#136b3a', { width: 1.5, halo: 2 })),
      ...wrong.flatMap(({ boxes, index }) => [
        ...boxes.map((box) =>
          rectangle(grow(box, FRAME), {
            class: 'wrong',
            fill: '#b0241c',
            'fill-opacity': 0.07,
            stroke: '#b0241c',
            'stroke-width': 2,
          }),
        ),
        ...(index === state.selected ? boxes.slice(0, 1).map(stem) : []),
      ]),
    ],
    notes,
  };
}

/** How far a frame stands off a figure: no further, for its label stands close above. */
const FRAME = 1.2;
/** Room for one label line between a figure and the note about it. */
const LABEL_LINE = 16;

function stem(box: Box): SVGElement {
  return s('path', {
    d: `M${box.x - FRAME} ${box.y - FRAME}V${box.y - LABEL_LINE - 2}`,
    stroke: '#b0241c',
    'stroke-width': 1.5,
  });
}

function underline({ x, y, width, height }: Box): string {
  return `M${x - 0.6} ${y + height + 0.6}h${width + 1.2}`;
}
