import { Tokenizer } from 'htmlparser2';
import type { ElementNode } from '../element.ts';
import type { RawAttribute } from './read-attributes.ts';
import { SourcePlaces } from './source-places.ts';
import { TokenListener, type TokenTarget } from './token-listener.ts';
import { type StartTag, TreeBuilder } from './tree-builder.ts';

/**
 * Reads an SVG file as drawing programs export it, and gives its `<svg>` as it would stand in a template. What a file
 * says beside its shapes and draws nothing is left out: namespaces, names, titles, metadata. Styles written on a shape
 * become its attributes. Whatever else the subset does not know is refused with its place.
 *
 * @throws Fault HTML_… (template)
 */
export function parseSvgFile(text: string, file: string): ElementNode {
  const tree = new TreeBuilder(new SourcePlaces(text, { file }), 'svg');
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true },
    new TokenListener(withoutProlog(text), new DrawingTags(tree)),
  );
  tokenizer.write(withoutProlog(text));
  tokenizer.end();
  return tree.finish();
}

/** Blanks in place of byte order mark, XML declaration and document type, so that everything stays where it is. */
function withoutProlog(text: string): string {
  const prolog =
    /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!DOCTYPE[^>[]*>)?/.exec(text)?.[0] ?? '';
  return prolog.replaceAll(/[^\n]/g, ' ') + text.slice(prolog.length);
}

/** Elements that say something about a drawing and draw nothing. */
const NOT_DRAWN: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);
/** Attributes that change nothing about what is drawn; classes do not without a style sheet, which is refused. */
const MEANS_NOTHING: ReadonlySet<string> = new Set([
  ...['id', 'class', 'version', 'baseProfile', 'enable-background'],
  ...['shape-rendering', 'color-rendering', 'image-rendering', 'text-rendering'],
]);

/** Hands on to the tree what draws. */
class DrawingTags implements TokenTarget {
  /** XML keeps the case of names, as drawings do. */
  readonly isInDrawing = true;
  readonly isEmpty = false;
  readonly #tree: TreeBuilder;
  /** How deep inside something that is not drawn. */
  #leftOut = 0;

  constructor(tree: TreeBuilder) {
    this.#tree = tree;
  }

  placeAt(offset: number): ReturnType<TreeBuilder['placeAt']> {
    return this.#tree.placeAt(offset);
  }

  start(tag: StartTag): void {
    if (this.#leftOut > 0 || isNotDrawn(tag)) {
      if (!tag.closesItself) this.#leftOut++;
      return;
    }
    const attributes = tag.attributes.flatMap((attribute) => toDrawn(attribute, tag.name));
    // What it shows is said where it is used.
    if (tag.name === 'svg') attributes.push({ name: 'aria-hidden', value: 'true', offset: tag.offset });
    this.#tree.start({ ...tag, attributes });
  }

  end(name: string, offset: number): void {
    if (this.#leftOut > 0) this.#leftOut--;
    else this.#tree.end(name, offset);
  }

  text(text: string, offset: number): void {
    if (this.#leftOut === 0) this.#tree.text(text, offset);
  }
}

/** Foreign elements carry a prefix; definitions that define nothing are what many programs begin with. */
function isNotDrawn({ name, closesItself }: StartTag): boolean {
  return NOT_DRAWN.has(name) || name.includes(':') || (name === 'defs' && closesItself);
}

function toDrawn({ name, value, offset }: RawAttribute, tag: string): RawAttribute[] {
  const isForeign = name === 'xmlns' || name.includes(':') || name.startsWith('data-');
  if (isForeign || MEANS_NOTHING.has(name)) return [];
  if (tag === 'svg' && (name === 'x' || name === 'y') && Number.parseFloat(value) === 0) return [];
  if (name !== 'style') return [{ name, value, offset }];
  return value.split(';').flatMap((declaration) => {
    const [property = '', ...rest] = declaration.split(':');
    return declaration.trim() === '' ? [] : [{ name: property.trim(), value: rest.join(':').trim(), offset }];
  });
}
