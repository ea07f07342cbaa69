import type { Box } from '../../base/index.ts';
import type { Drawable, OutlineBox, Page, PagedDocument, StructureElement, TextDrawable } from '../../layout/index.ts';
import type { BoxDetails, MarkedFact, PageDetails, StructureDetails, TagDetails, TagNode } from '../messages.ts';

/** What stands on a page: marked facts, boxes, and tags with the numbers that `numberLeaves` gave them. */
export function toPageDetails(page: Page, numbers: LeafNumbers): PageDetails {
  return { facts: listFacts(page), boxes: listBoxes(page.outline), tags: listTags(page, numbers) };
}

/** The reading order: for each leaf of the structure its number, from 1, and its element. */
export type LeafNumbers = ReadonlyMap<number, { readonly number: number; readonly element: StructureElement }>;

/** Numbers the elements that hold content of their own by where the first of it is read. */
export function numberLeaves(root: StructureElement): LeafNumbers {
  const numbers = new Map<number, { number: number; element: StructureElement }>();
  let count = 0;
  const visit = (element: StructureElement): void => {
    let number: number | null = null;
    for (const child of element.children) {
      if (child.kind === 'structure') {
        visit(child);
        continue;
      }
      if (number === null) {
        count += 1;
        number = count;
      }
      numbers.set(child.id, { number, element });
    }
  };
  visit(root);
  return numbers;
}

/** Runs of one fact on one line are one mark. */
function listFacts({ drawables }: Page): readonly MarkedFact[] {
  const facts = new Map<string, Map<number, Box>>();
  for (const drawable of drawables) {
    const { fact } = drawable.mark;
    if (drawable.kind !== 'text' || fact === null || drawable.run.text.trim() === '') continue;
    const lines = facts.get(fact) ?? new Map<number, Box>();
    const line = Math.round(drawable.y * 10);
    const box = boxOfText(drawable);
    const known = lines.get(line);
    lines.set(line, known === undefined ? box : join(known, box));
    facts.set(fact, lines);
  }
  return [...facts].map(([name, lines]) => ({ name, boxes: [...lines.values()] }));
}

/** From the ascent to the descent of its face. */
function boxOfText({ x, y, run }: TextDrawable): Box {
  const { face, size } = run.font;
  const scale = size / face.unitsPerEm;
  const top = y - Math.min(face.ascent * scale, size);
  const height = Math.min(face.ascent * scale, size) + Math.min(Math.abs(face.descent) * scale, size * 0.3);
  return roundBox({ x, y: top, width: run.width, height });
}

function listBoxes(outline: readonly OutlineBox[]): readonly BoxDetails[] {
  const parents = new Set<OutlineBox>();
  // Boxes come in the order of the document, so what holds a box has come before it. What is placed outside of everything
  // that is open closes nothing.
  const open: OutlineBox[] = [];
  for (const one of outline) {
    const depth = open.findLastIndex((outer) => holds(outer, one));
    if (depth < 0 && open.length > 0) continue;
    open.splice(depth + 1);
    const parent = open.at(-1);
    if (parent !== undefined) parents.add(parent);
    open.push(one);
  }
  return outline
    .filter(({ tag }) => tag !== 'page')
    .map((one) => ({
      tag: one.tag,
      box: one.box,
      baselines: one.baselines,
      file: one.place.file,
      line: one.place.line,
      column: one.place.column,
      isLeaf: !parents.has(one),
    }));
}

function holds(outer: OutlineBox, inner: OutlineBox): boolean {
  const [a, b] = [outer.box, inner.box];
  const slack = 0.02;
  return (
    b.x >= a.x - slack &&
    b.y >= a.y - slack &&
    b.x + b.width <= a.x + a.width + slack &&
    b.y + b.height <= a.y + a.height + slack
  );
}

function listTags({ drawables }: Page, numbers: LeafNumbers): readonly TagDetails[] {
  const tags = new Map<number, TagDetails>();
  for (const drawable of drawables) {
    const box = boxOf(drawable);
    const found = drawable.mark.kind === 'content' ? numbers.get(drawable.mark.leaf) : undefined;
    if (found === undefined || box === null) continue;
    const known = tags.get(found.number);
    const whole = known === undefined ? box : join(known.box, box);
    tags.set(found.number, { number: found.number, role: found.element.role, box: whole });
  }
  return [...tags.values()].toSorted((a, b) => a.number - b.number);
}

function boxOf(drawable: Drawable): Box | null {
  switch (drawable.kind) {
    case 'text':
      return drawable.run.text.trim() === '' ? null : boxOfText(drawable);
    case 'path': {
      if (drawable.clip !== null) return roundBox(drawable.clip);
      const points = drawable.segments.flatMap((segment) => (segment.kind === 'close' ? [] : [segment]));
      if (points.length === 0) return null;
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
      const [left, top] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
      const [right, bottom] = [xs.reduce((a, b) => Math.max(a, b)), ys.reduce((a, b) => Math.max(a, b))];
      return roundBox({ x: left, y: top, width: right - left, height: bottom - top });
    }
    case 'line':
      return null;
    default:
      return drawable.box;
  }
}

function join(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)];
  return roundBox({ x, y, width: right - x, height: bottom - y });
}

function roundBox({ x, y, width, height }: Box): Box {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** The tag tree with the text of each element, and apart from it what screen readers pass over. */
export function toStructureDetails({ structure, pages }: PagedDocument, numbers: LeafNumbers): StructureDetails {
  const texts = new Map<number, { text: string; page: number; y: number }>();
  const artifacts: { text: string; page: number }[] = [];
  for (const [index, { drawables }] of pages.entries()) {
    for (const drawable of drawables) {
      const { mark } = drawable;
      const text = drawable.kind === 'text' ? drawable.run.text : '';
      if (mark.kind === 'artifact') {
        if (text.trim() !== '') artifacts.push({ text, page: index + 1 });
        continue;
      }
      const known = texts.get(mark.leaf);
      const before = known === undefined ? '' : known.text + gapBefore(drawable, known);
      const y = drawable.kind === 'text' ? drawable.y : (known?.y ?? 0);
      texts.set(mark.leaf, { text: before + text, page: known?.page ?? index + 1, y });
    }
  }
  const toNode = (element: StructureElement): TagNode => {
    const own = element.children.flatMap((child) => (child.kind === 'leaf' ? [child.id] : []));
    const [first] = own;
    return {
      role: element.role,
      number: first === undefined ? null : (numbers.get(first)?.number ?? null),
      page: first === undefined ? null : (texts.get(first)?.page ?? null),
      text: own
        .map((id) => texts.get(id)?.text ?? '')
        .join('')
        .trim(),
      alternative: element.alternative,
      children: element.children.flatMap((child) => (child.kind === 'structure' ? [toNode(child)] : [])),
    };
  };
  return { root: toNode(structure), artifacts: joinRuns(artifacts) };
}

/** Lines that the template breaks are words apart, though no space stands between them. */
function gapBefore(drawable: Drawable, known: { readonly text: string; readonly y: number }): string {
  if (drawable.kind !== 'text' || known.text === '' || known.text.endsWith(' ')) return '';
  return Math.abs(drawable.y - known.y) > drawable.run.font.size / 2 ? ' ' : '';
}

/** Runs that follow each other on a page are one thing to read. */
function joinRuns(runs: readonly { text: string; page: number }[]): readonly { text: string; page: number }[] {
  const joined: { text: string; page: number }[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.page === run.page) last.text += last.text.endsWith(' ') ? run.text : ` ${run.text}`;
    else joined.push({ ...run });
  }
  return joined.map(({ text, page }) => ({ text: text.trim(), page }));
}
