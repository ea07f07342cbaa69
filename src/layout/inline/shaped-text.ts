import { canBreakAnywhere, type FontSpec, type GlyphRun } from '../../text/index.ts';
import type { LayoutContext } from '../context.ts';

/** A text in one face, shaped once; lines and words are cut out of it. */
export class ShapedText {
  readonly text: string;
  readonly font: FontSpec;
  readonly run: GlyphRun;
  readonly #fontBook: LayoutContext['fontBook'];
  #edges: readonly number[] | null = null;

  constructor(fontBook: LayoutContext['fontBook'], text: string, font: FontSpec) {
    this.text = text;
    this.font = font;
    this.run = fontBook.shape(text, font);
    this.#fontBook = fontBook;
  }

  /** Where the character at each index begins, from the text's left, and where the last one ends. */
  get edges(): readonly number[] {
    this.#edges ??= findEdges(this.text, this.run) ?? measureEdges(this.#fontBook, this.text, this.font);
    return this.#edges;
  }

  /**
   * How much wider the text gets where a line ends before `index`: kerning drew the next character closer, and leaves
   * no room any more where that one has gone.
   */
  kernedAway(index: number): number {
    if (index === 0 || index >= this.text.length) return 0;
    let start = index - 1;
    while (start > 0 && !canBreakAnywhere(this.text, start)) start -= 1;
    const alone = this.#fontBook.measure(this.text.slice(start, index), this.font);
    return Math.max(0, alone - ((this.edges[index] ?? 0) - (this.edges[start] ?? 0)));
  }
}

/**
 * Walks text and glyphs together. Characters that print nothing have no glyph and no width; the characters of a
 * ligature share its width. Null where shaping composed characters, so that the two do not run in step.
 */
function findEdges(text: string, run: GlyphRun): number[] | null {
  const edges: number[] = [0];
  let index = 0;
  let x = 0;
  for (let glyph = 0; glyph < run.glyphs.length; glyph++) {
    const codePoints = run.codePoints[glyph] ?? [];
    const advance = run.advances[glyph] ?? 0;
    for (let i = 0; i < codePoints.length; i++) {
      const wanted = codePoints[i] ?? 0;
      for (let own = text.codePointAt(index); own !== wanted; own = text.codePointAt(index)) {
        if (own === undefined) return null;
        for (let unit = own > 0xffff ? 2 : 1; unit > 0; unit--) edges[++index] = x;
      }
      const end = x + (advance * (i + 1)) / codePoints.length;
      for (let unit = wanted > 0xffff ? 2 : 1; unit > 0; unit--) edges[++index] = end;
    }
    x += advance;
    // Further glyphs of one character widen it.
    edges[index] = x;
  }
  while (index < text.length) edges[++index] = x;
  return edges;
}

function measureEdges(fontBook: LayoutContext['fontBook'], text: string, font: FontSpec): number[] {
  const edges: number[] = [0];
  let x = 0;
  let start = 0;
  for (let index = 1; index <= text.length; index++) {
    edges[index] = x;
    if (index < text.length && !canBreakAnywhere(text, index)) continue;
    x += fontBook.measure(text.slice(start, index), font);
    edges[index] = x;
    start = index;
  }
  return edges;
}
