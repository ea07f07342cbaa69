import type { Box } from '../../base/index.ts';
import type { PageDetails } from '../messages.ts';
import { h } from './dom.ts';
import { at, lined, type Overlay, rectangle } from './marks.ts';
import type { State } from './state.ts';

/** Tags with their numbers, and the way from one to the next. */
export function overlayTags({ tag }: State, { tags }: PageDetails, pixels: number): Overlay {
  const way = tags.map(({ box }, index) => `${index === 0 ? 'M' : 'L'}${box.x} ${box.y}`).join('');
  return {
    marks: [
      ...lined(way, '#1a5bb8', { opacity: 0.5 }),
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
      const room = { ...box, x: box.x - NUMBER_WIDTH / pixels, width: NUMBER_WIDTH / pixels };
      const isTaken = tags.some((other) => other.number !== number && overlap(room, other.box));
      return at(note, box.x * pixels, box.y * pixels, isTaken ? 'above' : 'beside');
    }),
  };
}

/** Room for a number, in CSS pixels: left of its text, or above where other text stands there. */
const NUMBER_WIDTH = 16;

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
