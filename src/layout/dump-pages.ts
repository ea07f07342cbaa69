import type { Color } from '../document/index.ts';
import type { Drawable, Mark, PagedDocument, StructureElement } from './page.ts';

/** A document's pages as text for people and goldens: one drawable a line, and the structure tree at the end. */
export function dumpPages(document: PagedDocument): string {
  const pages = document.pages.flatMap((page, index) => [
    `page ${index + 1} ${number(page.width)} × ${number(page.height)}`,
    ...page.drawables.map((drawable) => `  ${dumpDrawable(drawable)}`),
  ]);
  return [`${document.language} "${document.title}"`, ...pages, ...dumpStructure(document.structure, 0), ''].join('\n');
}

function dumpDrawable(drawable: Drawable): string {
  switch (drawable.kind) {
    case 'text': {
      const { run, x, y, color, mark } = drawable;
      const font = `${run.font.face.id} ${number(run.font.size)}`;
      return `text ${at(x, y)} w ${number(run.width)} ${dumpMark(mark)} ${dumpColor(color)} [${font}] ${JSON.stringify(run.text)}`;
    }
    case 'rectangle':
      return `rectangle ${box(drawable.box)} ${dumpMark(drawable.mark)} ${dumpColor(drawable.fill)}${dumpRadii(drawable.radii)}`;
    case 'line': {
      const { x1, y1, x2, y2, width, dash, color, mark } = drawable;
      return `line ${at(x1, y1)} to ${at(x2, y2)} width ${number(width)} ${dash} ${dumpMark(mark)} ${dumpColor(color)}`;
    }
    case 'path':
      return `path ${drawable.segments.length} segments ${dumpMark(drawable.mark)}${drawable.clip === null ? '' : ` in ${box(drawable.clip)}`}`;
    case 'image':
      return `image ${box(drawable.box)} ${dumpMark(drawable.mark)} ${drawable.image}`;
    case 'link':
      return `link ${box(drawable.box)} ${dumpMark(drawable.mark)} ${drawable.url} ${JSON.stringify(drawable.contents)}`;
    default:
      return drawable satisfies never;
  }
}

function dumpMark(mark: Mark): string {
  const fact = mark.fact === null ? '' : ` ${mark.fact}`;
  if (mark.kind === 'content') return `#${mark.leaf}${fact}`;
  return `(${mark.type}${mark.subtype === null ? '' : ` ${mark.subtype}`})${fact}`;
}

function dumpStructure(element: StructureElement, depth: number): string[] {
  const details = [
    element.fact === null ? '' : ` ${element.fact}`,
    element.language === null ? '' : ` lang ${element.language}`,
    element.scope === null ? '' : ` scope ${element.scope}`,
    element.columnSpan === 1 ? '' : ` columns ${element.columnSpan}`,
    element.rowSpan === 1 ? '' : ` rows ${element.rowSpan}`,
    element.alternative === null ? '' : ` "${element.alternative}"`,
  ].join('');
  const leaves = element.children.flatMap((child) => (child.kind === 'leaf' ? [` #${child.id}`] : [])).join('');
  const inner = element.children.flatMap((child) => (child.kind === 'leaf' ? [] : dumpStructure(child, depth + 1)));
  return [`${'  '.repeat(depth)}${element.role}${details}${leaves}`, ...inner];
}

function dumpRadii(radii: readonly number[]): string {
  return radii.some((radius) => radius > 0) ? ` radius ${radii.map(number).join(' ')}` : '';
}

function dumpColor(color: Color): string {
  const channels = [color.red, color.green, color.blue].map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${channels.join('')}${color.alpha === 1 ? '' : `/${number(color.alpha)}`}`;
}

function box(value: { x: number; y: number; width: number; height: number }): string {
  return `${at(value.x, value.y)} ${number(value.width)} × ${number(value.height)}`;
}

function at(x: number, y: number): string {
  return `${number(x)},${number(y)}`;
}

/** Two decimals at most: finer differences are not worth a changed golden. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
