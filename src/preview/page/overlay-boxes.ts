import type { Box } from '../../base/index.ts';
import type { BoxDetails, PageDetails, Paper } from '../messages.ts';
import { h, s } from './dom.ts';
import { at, lined, type Overlay, outline, points, rectangle } from './marks.ts';
import { chosenElement, paperOf, type State } from './state.ts';

/** Leaf boxes and baselines; around the chosen box guides, its padding and its content, and a note about it. */
export function overlayBoxes(state: State, details: PageDetails, page: number, pixels: number): Overlay {
  const { show, hovered, pinned } = state;
  const leaves = details.boxes.filter(({ isLeaf }) => isLeaf);
  const focus = pinned?.page === page ? pinned : hovered?.page === page ? hovered : null;
  const box = focus === null ? undefined : details.boxes[focus.index];
  const paper = paperOf(state, page);
  const baselines = details.boxes.flatMap((one) =>
    one.baselines.map((y) => `M${one.box.x} ${y}H${one.box.x + one.box.width}`),
  );
  const edges = leaves.map((one) => outline(one.box));
  const marks = [
    ...(show.boxes ? lined(edges.join(''), '#1a5bb8', { opacity: 0.34 }) : []),
    ...(show.baselines ? lined(baselines.join(''), '#b8256f', { dash: [1, 2] }) : []),
  ];
  if (box === undefined) return { marks, notes: [] };
  const { x, y, width, height } = box.box;
  const guides = `M0 ${y}H${paper.width}M0 ${y + height}H${paper.width}M${x} 0V${paper.height}M${x + width} 0V${paper.height}`;
  const [top, right, bottom, left] = chosenElement(state)?.padding ?? [0, 0, 0, 0];
  const content = { x: x + left, y: y + top, width: width - left - right, height: height - top - bottom };
  return {
    marks: [
      ...marks,
      ...(show.guides ? lined(guides, '#1a5bb8', { opacity: 0.7, dash: [3, 3] }) : []),
      s('path', {
        d: `${outline(box.box)}${outline(content)}`,
        fill: '#e0a93b',
        'fill-opacity': 0.5,
        'fill-rule': 'evenodd',
      }),
      rectangle(content, { fill: '#1a5bb8', 'fill-opacity': 0.18 }),
      rectangle(box.box, { fill: 'none', stroke: '#1a5bb8', 'stroke-width': 2 }),
    ],
    notes: [placeNote(noteOf(state, box), box.box, paper, pixels)],
  };
}

/** Below its box and from its left edge on; towards the foot above it, towards the right edge back from it. */
function placeNote(note: HTMLElement, { x, y, width, height }: Box, paper: Paper, pixels: number): HTMLElement {
  const isRight = x + width / 2 > paper.width * 0.6;
  const isLow = y + height > paper.height - ROOM_BELOW;
  if (isRight) note.classList.add('back');
  const left = (isRight ? x + width : x) * pixels;
  return at(note, left, isLow ? y * pixels - 8 : (y + height) * pixels + 8, isLow ? 'above' : 'below');
}

/** Points that a note of three lines takes, at the least zoom at which anybody reads one. */
const ROOM_BELOW = 70;

function noteOf(state: State, { tag, box, file, line }: BoxDetails): HTMLElement {
  const element = chosenElement(state);
  const around = element?.path.at(-2);
  return h(
    'div',
    { class: 'tip' },
    h(
      'div',
      {},
      h('span', { class: 'mono' }, element?.name ?? tag),
      around === undefined ? ' ' : [' in ', h('span', { class: 'mono' }, around), ' '],
      h('em', {}, `${points(box.width)} × ${points(box.height)} pt`),
    ),
    // The line is there before its words are, so that the note keeps its size.
    h('div', {}, element === null ? '…' : `${element.font}, ${element.size}/${element.leading ?? 'normal'} pt`),
    h('div', { class: 'q' }, `${file.split('/').slice(1).join('/')}:${line}, click to open`),
  );
}
