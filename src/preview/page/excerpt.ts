import type { Excerpt } from '../messages.ts';
import { h } from './dom.ts';

/** Lines of a file with their numbers; the line that is meant stands out, its word in red where it is at fault. */
export function drawExcerpt(excerpt: Excerpt, as: 'fault' | 'wrong' | 'plain'): HTMLElement {
  const last = excerpt.firstLine + excerpt.lines.length - 1;
  const label = `${excerpt.file.split('/').at(-1)}, lines ${excerpt.firstLine} to ${last}`;
  return h(
    'div',
    { class: 'src', role: 'group', 'aria-label': label },
    excerpt.lines.flatMap((text, index) => drawLine(excerpt, text, excerpt.firstLine + index, as)),
  );
}

function drawLine(excerpt: Excerpt, text: string, number: number, as: string): readonly HTMLElement[] {
  if (number !== excerpt.line) return [h('span', {}, h('i', {}, String(number)), text)];
  if (as === 'plain') return [h('span', { class: 'at' }, h('i', {}, String(number)), text)];
  const { start, length } = excerpt.mark;
  const end = start + length;
  const marked = h('b', {}, text.slice(start, end));
  const line = h('span', { class: 'on' }, h('i', {}, String(number)), text.slice(0, start), marked, text.slice(end));
  if (as === 'wrong') return [line];
  const caret = text.slice(0, start).replace(/[^\t]/g, ' ');
  const under = h('span', { class: 'on', 'aria-hidden': 'true' }, h('i'), caret, h('b', {}, '^'.repeat(length)));
  return [line, under];
}
