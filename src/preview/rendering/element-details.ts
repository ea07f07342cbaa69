import type { Place } from '../../base/index.ts';
import {
  type Cascade,
  type Color,
  type ComputedStyle,
  parseHtml,
  type StyledDocument,
  type StyledElement,
} from '../../document/index.ts';
import type { EngineParts } from '../../engine-parts.ts';
import type { Invoice } from '../../invoice/index.ts';
import { contrastOf } from '../../template/index.ts';
import { readExcerpt, readRule } from '../excerpt.ts';
import { SHOWN_RULES } from '../limits.ts';
import type { ElementDetails } from '../messages.ts';

/** The document once more as layout saw it, with the style of every element. */
export function styleAgain({ preparedFor, cascade }: EngineParts, invoice: Invoice): StyledDocument {
  const prepared = preparedFor(invoice);
  const html = prepared.toHtml(prepared.toView(invoice));
  return cascade.style(parseHtml(html, { file: 'invoice.html', files: prepared.files }));
}

/** How an element of the template is set, and why it stands where it does; null where nothing comes from that place. */
export function describeElement(
  styled: StyledDocument,
  place: Place,
  { cascade }: EngineParts,
  directory: string,
): ElementDetails | null {
  const chain = findChain(styled.body, place);
  const styledElement = chain?.at(-1);
  if (chain === null || styledElement === undefined) return null;
  const { element, style } = styledElement;
  const background = chain.findLast((one) => one.style.backgroundColor !== null)?.style.backgroundColor ?? null;
  const color = toHex(style.color);
  return {
    path: chain.map(toName),
    name: toName(styledElement),
    fact: element.attributes['data-fact'] ?? findFact(styledElement),
    padding: [
      toPoints(style.paddingTop),
      toPoints(style.paddingRight),
      toPoints(style.paddingBottom),
      toPoints(style.paddingLeft),
    ],
    font: `${style.fontFamily[0] ?? ''}, ${style.fontWeight}${style.fontStyle === 'italic' ? ' italic' : ''}`,
    size: round(style.fontSize),
    leading: style.lineHeight === 'normal' ? null : round(style.lineHeight),
    figures: describeFigures(style),
    color,
    contrast: Math.floor(contrastOf(color, background === null ? '#ffffff' : toHex(background)) * 10) / 10,
    template: readExcerpt(directory, place, 1),
    ...describeStyle(chain, cascade, directory),
    reasons: describeReasons(chain),
  };
}

/** The rules in the template that style an element, or else the nearest one around it that any rule styles. */
function describeStyle(
  chain: readonly StyledElement[],
  cascade: Cascade,
  directory: string,
): Pick<ElementDetails, 'styledAs' | 'rules'> {
  for (const one of chain.toReversed()) {
    const rules = cascade
      .rulesOf(one.style)
      .map((place) => readRule(directory, place))
      .filter((rule) => rule !== null);
    if (rules.length > 0) return { styledAs: toName(one), rules: rules.slice(0, SHOWN_RULES) };
  }
  return { styledAs: '', rules: [] };
}

/** The elements from the body down to the first one that was written at a place. */
function findChain(element: StyledElement, place: Place): readonly StyledElement[] | null {
  const own = element.element.place;
  if (own.file === place.file && own.line === place.line && own.column === place.column) return [element];
  for (const child of element.children) {
    const found = child.kind === 'element' ? findChain(child, place) : null;
    if (found !== null) return [element, ...found];
  }
  return null;
}

/** The one fact that stands inside; null for none, or for several. */
function findFact({ children }: StyledElement): string | null {
  const facts = children.flatMap((child) =>
    child.kind === 'element' ? [child.element.attributes['data-fact'] ?? findFact(child)] : [],
  );
  const [fact = null, ...others] = facts.filter((one) => one !== null);
  return others.length === 0 ? fact : null;
}

function toName({ element, pseudo }: StyledElement): string {
  const [first] = (element.attributes['class'] ?? '').split(/\s+/);
  return `${element.tag}${first ? `.${first}` : ''}${pseudo === null ? '' : `::${pseudo}`}`;
}

function describeFigures({ fontVariantNumeric: { figureSpacing, figureStyle } }: ComputedStyle): string {
  const words = [figureStyle, figureSpacing].filter((word) => word !== 'normal');
  return words.length === 0 ? 'as the face has them' : words.join(', ');
}

/** What its own style and those around it say about where it may stand, in plain words. */
function describeReasons(chain: readonly StyledElement[]): readonly string[] {
  const reasons: string[] = [];
  const own = chain.at(-1);
  for (const outer of chain) {
    const { style } = outer;
    const name = outer === own ? 'It' : toName(outer);
    const subject = outer === own ? 'itself' : `with ${toName(outer)}`;
    if (style.position.kind === 'absolute') reasons.push(`${name} is placed absolutely, out of the flow.`);
    if (style.position.kind === 'fixed') reasons.push(`${name} is fixed, and stands on every page.`);
    if (style.position.kind === 'running') reasons.push(`${name} runs in the page margins, as ${style.position.name}.`);
    if (style.breakInside === 'avoid') reasons.push(`Kept whole ${subject}.`);
    if (style.breakBefore === 'page') reasons.push(`${name} begins a page.`);
    if (style.breakBefore === 'avoid') reasons.push(`${name} stays on the page of what stands before it.`);
    if (style.breakAfter === 'avoid') reasons.push(`${name} stays on the page of what comes after it.`);
  }
  const parent = chain.at(-2);
  if (parent?.style.display === 'flex') {
    const way = parent.style.flexDirection.startsWith('column') ? 'column' : 'row';
    reasons.push(`An item in the flex ${way} of ${toName(parent)}.`);
  }
  if (own?.element.tag === 'td' || own?.element.tag === 'th')
    reasons.push('As wide as its column, as high as its row.');
  return reasons.length === 0 ? ['Follows what stands before it in the flow.'] : reasons;
}

function toPoints(length: ComputedStyle['paddingTop']): number {
  return round(length.points);
}

function toHex({ red, green, blue }: Color): string {
  const channels = [red, green, blue].map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${channels.join('')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
