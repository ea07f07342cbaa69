import type { Box } from '../../base/index.ts';
import type { BoxDetails, PageDetails } from '../messages.ts';
import { h, s } from './dom.ts';
import { differenceOf, paperOf, proofOf, type State } from './state.ts';

/** Marks in page space (points) and, over them, notes in CSS pixels. */
export interface Overlay {
  readonly marks: readonly SVGElement[];
  readonly notes: readonly HTMLElement[];
}

const NOTHING: Overlay = { marks: [], notes: [] };

/** What lies over one page in the current view. Everything in it stands in the panel as text. */
export function createOverlay(state: State, page: number, pixels: number, side: 'now' | 'approved'): Overlay {
  if (state.view === 'compare') return overlayDifferences(state, page, pixels, side);
  const details = state.details.get(page);
  if (details === undefined) return NOTHING;
  if (state.view === 'facts') return overlayFacts(state, details, page, pixels);
  if (state.view === 'boxes') return overlayBoxes(state, details, page, pixels);
  return state.view === 'structure' ? overlayTags(state, details, pixels) : NOTHING;
}

function overlayFacts(state: State, details: PageDetails, page: number, pixels: number): Overlay {
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
      s('path', {
        d: right.map(underline).join(''),
        fill: 'none',
        stroke: '#136b3a',
        'stroke-width': 1.5,
        class: 'ok',
      }),
      ...wrong.flatMap(({ boxes, index }) => [
        ...boxes.map((box) =>
          rectangle(grow(box, 2.4), {
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

/** Room for one label line between a figure and the note about it. */
const LABEL_LINE = 16;

function stem(box: Box): SVGElement {
  return s('path', {
    d: `M${box.x - 2.4} ${box.y - 2.4}V${box.y - LABEL_LINE - 2}`,
    stroke: '#b0241c',
    'stroke-width': 1.5,
  });
}

function overlayBoxes(state: State, details: PageDetails, page: number, pixels: number): Overlay {
  const { show, hovered, pinned } = state;
  const leaves = details.boxes.filter(({ isLeaf }) => isLeaf);
  const focus = pinned?.page === page ? pinned : hovered?.page === page ? hovered : null;
  const box = focus === null ? undefined : details.boxes[focus.index];
  const paper = paperOf(state, page);
  const baselines = details.boxes.flatMap((one) =>
    one.baselines.map((y) => `M${one.box.x} ${y}H${one.box.x + one.box.width}`),
  );
  const marks = [
    ...(show.boxes
      ? [
          s(
            'g',
            { fill: 'none', stroke: '#1a5bb8', 'stroke-opacity': 0.34, 'stroke-width': 1 },
            leaves.map((one) => rectangle(one.box)),
          ),
        ]
      : []),
    ...(show.baselines
      ? [
          s('path', {
            d: baselines.join(''),
            fill: 'none',
            stroke: '#b8256f',
            'stroke-width': 1,
            'stroke-dasharray': '1 2',
          }),
        ]
      : []),
  ];
  if (box === undefined) return { marks, notes: [] };
  const { x, y, width, height } = box.box;
  const guides = `M0 ${y}H${paper.width}M0 ${y + height}H${paper.width}M${x} 0V${paper.height}M${x + width} 0V${paper.height}`;
  const [top = 0, right = 0, bottom = 0, left = 0] = state.pinned === null ? [] : (state.element?.padding ?? []);
  const content = { x: x + left, y: y + top, width: width - left - right, height: height - top - bottom };
  return {
    marks: [
      ...marks,
      ...(show.guides
        ? [
            s('path', {
              d: guides,
              fill: 'none',
              stroke: '#1a5bb8',
              'stroke-opacity': 0.7,
              'stroke-width': 1,
              'stroke-dasharray': '3 3',
            }),
          ]
        : []),
      rectangle(box.box, { fill: '#e0a93b', 'fill-opacity': 0.4 }),
      rectangle(content, { fill: '#1a5bb8', 'fill-opacity': 0.22 }),
      rectangle(box.box, { fill: 'none', stroke: '#1a5bb8', 'stroke-width': 2 }),
    ],
    notes: [at(noteOf(state, box), x * pixels, (y + height) * pixels + 8, 'below')],
  };
}

function noteOf({ element, pinned }: State, { tag, box, file, line }: BoxDetails): HTMLElement {
  const details = pinned === null ? null : element;
  return h(
    'div',
    { class: 'tip' },
    h(
      'div',
      {},
      h('span', { class: 'mono' }, details?.name ?? tag),
      ' ',
      h('em', {}, `${points(box.width)} × ${points(box.height)} pt`),
    ),
    details === null ? null : h('div', {}, `${details.font}, ${details.size}/${details.leading ?? 'normal'} pt`),
    h(
      'div',
      { class: 'q' },
      `${file.split('/').slice(1).join('/')}:${line}, click to ${pinned === null ? 'choose' : 'open'}`,
    ),
  );
}

function overlayTags({ tag }: State, { tags }: PageDetails, pixels: number): Overlay {
  const way = tags.map(({ box }, index) => `${index === 0 ? 'M' : 'L'}${box.x} ${box.y}`).join('');
  return {
    marks: [
      s('path', { d: way, fill: 'none', stroke: '#1a5bb8', 'stroke-opacity': 0.5, 'stroke-width': 1 }),
      ...tags.map((one) =>
        rectangle(one.box, {
          fill: '#1a5bb8',
          'fill-opacity': one.number === tag ? 0.2 : 0.05,
          stroke: '#1a5bb8',
          'stroke-opacity': one.number === tag ? 1 : 0.34,
          'stroke-width': one.number === tag ? 2 : 1,
        }),
      ),
    ],
    notes: tags.map(({ box, number }) => {
      const note = h('span', { class: number === tag ? 'num on' : 'num' }, String(number));
      return at(note, box.x * pixels, box.y * pixels, 'above');
    }),
  };
}

function overlayDifferences(state: State, page: number, pixels: number, side: 'now' | 'approved'): Overlay {
  const differences = differenceOf(state)?.differences ?? [];
  const marks: SVGElement[] = [];
  const notes: HTMLElement[] = [];
  const isSlider = state.compareAs === 'slider';
  const taken: number[] = [];
  for (const [index, { before, after, shift, kind }] of differences.entries()) {
    const isCurrent = index === state.selected;
    for (const [spot, isOld] of [
      [before, true],
      [after, false],
    ] as const) {
      if (spot?.page !== page || (!isSlider && isOld !== (side === 'approved'))) continue;
      const dash = isOld ? '4 3' : null;
      const width = isCurrent ? 2 : 1.25;
      marks.push(
        rectangle(grow(spot.box, 3), {
          fill: '#855600',
          'fill-opacity': kind === 'text' ? 0.14 : 0,
          stroke: '#855600',
          'stroke-width': width,
          'stroke-dasharray': dash,
        }),
      );
      if (isSlider && isOld && after !== null) continue;
      let top = Math.max(0, spot.box.y * pixels - 4);
      while (taken.some((other) => Math.abs(other - top) < 22)) top += 22;
      taken.push(top);
      notes.push(at(h('span', { class: 'dot' }, String(index + 1)), 8, top, 'inside'));
      if (isCurrent && !isOld && shift !== null) {
        const note = h('div', { class: 'tip small' }, h('em', {}, describeShift(shift)));
        notes.push(at(note, (spot.box.x + spot.box.width - 36) * pixels, (spot.box.y - 6) * pixels, 'above'));
      }
    }
  }
  return { marks, notes };
}

function describeShift({ x, y }: { readonly x: number; readonly y: number }): string {
  const value = y === 0 ? x : y;
  return `${value > 0 ? '+' : '−'}${Math.abs(value)} pt`;
}

/** Puts a note at a place of the page, in CSS pixels. */
function at(note: HTMLElement, left: number, top: number, where: 'above' | 'below' | 'inside'): HTMLElement {
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
  if (where === 'above') note.classList.add('above');
  return note;
}

function rectangle(box: Box, props: Readonly<Record<string, string | number | null>> = {}): SVGElement {
  return s('rect', { x: box.x, y: box.y, width: Math.max(0, box.width), height: Math.max(0, box.height), ...props });
}

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function underline({ x, y, width, height }: Box): string {
  return `M${x - 0.6} ${y + height + 0.6}h${width + 1.2}`;
}

/** A length in points as people read it. */
export function points(value: number): string {
  return String(Math.round(value * 10) / 10);
}
