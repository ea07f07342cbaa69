import {
  type ComputedStyle,
  type ContentPiece,
  type MarginBox,
  PAGE_COUNTERS,
  type PageStyle,
  type StyledDocument,
  type StyledElement,
  type StyledText,
} from '../../document/index.ts';
import { layoutFaults } from '../faults.ts';
import { type DocumentBoxes, type FlowBox, type LayoutBox, type MarginContent, toFlowBox } from './box.ts';
import { type BoxOptions, startGeneration } from './generate-boxes.ts';
import { generateInlines } from './generate-inlines.ts';
import { type Generation, type Scope, sourceOf, toArtifact } from './generation.ts';

/**
 * The whole document as boxes, and its structure tree. Content that runs above the pages is read first and content
 * that runs below them last, wherever the template has it, because that is where it stands.
 */
export function generateDocument(document: StyledDocument, options: BoxOptions): DocumentBoxes {
  const { generation, scope } = startGeneration(document, options);
  const running = new RunningElements(generation, scope, collectRunning(document.body));
  const { above, below } = requests(document);
  for (const request of above) running.use(request);
  const body = generation.toBox(document.body, scope);
  for (const request of below) running.use(request);
  const margins = (page: PageStyle) =>
    page.marginBoxes.flatMap((margin) => generateMargin(generation, document, margin, scope, running));
  return {
    body,
    fixed: generation.fixed,
    firstPage: margins(document.firstPage),
    otherPages: margins(document.otherPages),
    strings: generation.strings,
    feet: generation.feet,
    structure: generation.structure.root,
  };
}

/** A margin box that asks for a running element. */
interface RunningRequest {
  readonly margin: MarginBox;
  readonly name: string;
  /** What runs on further pages alone says again what page 1 says, or counts pages: it is never content. */
  readonly isFurniture: boolean;
}

function requests({ firstPage, otherPages }: StyledDocument): Record<'above' | 'below', RunningRequest[]> {
  const onFirst = new Set(firstPage.marginBoxes.map(runningName));
  const all = [...firstPage.marginBoxes, ...otherPages.marginBoxes].flatMap((margin) => {
    const name = runningName(margin);
    return name === null ? [] : [{ margin, name, isFurniture: !onFirst.has(name) }];
  });
  return { above: all.filter(({ margin }) => isAbove(margin)), below: all.filter(({ margin }) => !isAbove(margin)) };
}

/** Running elements become boxes when a margin box first asks for them, so that their reading order is right. */
class RunningElements {
  readonly #generation: Generation;
  readonly #scope: Scope;
  readonly #elements: ReadonlyMap<string, StyledElement>;
  readonly #boxes = new Map<string, LayoutBox>();

  constructor(generation: Generation, scope: Scope, elements: ReadonlyMap<string, StyledElement>) {
    this.#generation = generation;
    this.#scope = scope;
    this.#elements = elements;
  }

  /** Makes the box that a margin box asks for; a name that no element runs under shows nothing (CSS GCPM §1.2). */
  use({ margin, name, isFurniture }: RunningRequest): void {
    const element = this.#elements.get(name);
    if (element === undefined || this.#boxes.has(name)) return;
    const flowing: StyledElement = { ...element, style: { ...element.style, position: { kind: 'static' } } };
    const artifact = isFurniture
      ? toArtifact('Pagination', isAbove(margin) ? 'Header' : 'Footer')
      : this.#scope.artifact;
    this.#boxes.set(name, this.#generation.toBox(flowing, { ...this.#scope, artifact, variesByPage: true }));
  }

  get(name: string): LayoutBox | null {
    return this.#boxes.get(name) ?? null;
  }
}

function collectRunning(element: StyledElement, found = new Map<string, StyledElement>()): Map<string, StyledElement> {
  const { position } = element.style;
  if (position.kind === 'running') {
    if (found.has(position.name)) {
      throw layoutFaults.LAYOUT_UNSUPPORTED({
        message: `Unexpected second element running as "${position.name}", expected one element for each name`,
        place: element.element.place,
      });
    }
    found.set(position.name, element);
    return found;
  }
  for (const child of element.children) if (child.kind === 'element') collectRunning(child, found);
  return found;
}

function isAbove(margin: MarginBox): boolean {
  return margin.name.startsWith('top');
}

function runningName(margin: MarginBox): string | null {
  const piece = piecesOf(margin).find((p) => p.kind === 'element');
  return piece?.kind === 'element' ? piece.name : null;
}

function piecesOf(margin: MarginBox): readonly ContentPiece[] {
  return typeof margin.style.content === 'string' ? [] : margin.style.content;
}

function generateMargin(
  generation: Generation,
  document: StyledDocument,
  margin: MarginBox,
  scope: Scope,
  running: RunningElements,
): MarginContent[] {
  const pieces = piecesOf(margin);
  if (pieces.length === 0) return [];
  const name = runningName(margin);
  const element = toElement(document, margin);
  const content = name === null ? toText(generation, element, margin, scope) : toBlocks(margin, running.get(name));
  const box = toFlowBox(sourceOf(generation, element, scope), content, null);
  return [{ name: margin.name, box, running: name }];
}

/** CSS Page 3 §5.2: margin boxes align to their side, and to the middle of their height. */
function styleOf(margin: MarginBox): ComputedStyle {
  const { name, style } = margin;
  const known = STYLES.get(margin);
  if (known !== undefined) return known;
  const side = name.endsWith('right') ? 'right' : name.endsWith('center') ? 'center' : 'left';
  const made: ComputedStyle = {
    ...style,
    verticalAlign: style.verticalAlign === 'baseline' ? 'middle' : style.verticalAlign,
    textAlign: style.textAlign === 'start' ? side : style.textAlign,
  };
  STYLES.set(margin, made);
  return made;
}

/** Documents of one template share their margin boxes. */
const STYLES = new WeakMap<MarginBox, ComputedStyle>();

function toBlocks(margin: MarginBox, box: LayoutBox | null): FlowBox['content'] {
  if (piecesOf(margin).length > 1) {
    throw layoutFaults.LAYOUT_UNSUPPORTED({
      message: `Unexpected text beside element() in @${margin.name}, expected element() alone`,
    });
  }
  return { kind: 'blocks', children: box ? [box] : [] };
}

function toText(generation: Generation, element: StyledElement, margin: MarginBox, scope: Scope): FlowBox['content'] {
  const artifact = toArtifact('Pagination', isAbove(margin) ? 'Header' : 'Footer');
  return generateInlines(generation, element, element.children, { ...scope, artifact, variesByPage: true });
}

/** A margin box's generated text, in the shape of an element with text in it. */
function toElement(document: StyledDocument, margin: MarginBox): StyledElement {
  const { place } = document.body.element;
  return {
    kind: 'element',
    element: { kind: 'element', tag: `@${margin.name}`, attributes: {}, children: [], place },
    pseudo: null,
    style: styleOf(margin),
    children: piecesOf(margin).flatMap((piece) => toStyledText(piece, margin)),
    strings: [],
  };
}

function toStyledText(piece: ContentPiece, margin: MarginBox): StyledText[] {
  switch (piece.kind) {
    case 'string':
      return [{ kind: 'text', text: piece.text, pageText: null }];
    case 'counter': {
      const name = PAGE_COUNTERS.find((known) => known === piece.name);
      if (name !== undefined) return [{ kind: 'text', text: '', pageText: { kind: 'counter', name } }];
      throw layoutFaults.LAYOUT_UNSUPPORTED({
        message: `Unexpected counter "${piece.name}" in @${margin.name}, expected ${PAGE_COUNTERS.join(' or ')}`,
      });
    }
    case 'named-string':
      return [{ kind: 'text', text: '', pageText: piece }];
    case 'element':
      return [];
    case 'attribute':
      throw layoutFaults.LAYOUT_UNSUPPORTED({
        message: `Unexpected attr(${piece.name}) in @${margin.name}, expected a string, a page counter or element()`,
      });
    default:
      return piece satisfies never;
  }
}
