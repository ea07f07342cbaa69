import { roundPoints } from '../../base/index.ts';
import type { TextRun } from '../read-document.ts';
import type { ShownGlyph } from '../sight/operands.ts';
import { demand } from './outside-profile.ts';
import type { ProfileFont } from './read-fonts.ts';

/** What of the text state decides where glyphs stand. */
export interface TextPosition {
  readonly font: ProfileFont;
  readonly size: number;
  readonly letterSpacing: number;
  readonly rise: number;
  /** Where the pen begins, in the page's own space. */
  readonly x: number;
  readonly y: number;
}

export type RunMark = Pick<TextRun, 'fact' | 'contentId' | 'artifact'>;

/** Gaps between glyphs, in ems: what is narrower is none, what is wider ends the run; between is a space. */
const [NARROW_GAP, SPACE, WIDE_GAP] = [0.03, 0.102, 0.6];

/** So far back, and a text begins anew. */
const BACK = -0.2;

const GAPS = [BACK, SPACE, WIDE_GAP];
const GAPS_WITH_SPACE = [...GAPS, NARROW_GAP];

/** So near to one of these, in ems, the last bit of a sum decides, which readers do not share. */
const TIE = 1e-6;

/** A change of height that ends a run, as a share of the type size. */
const SHIFT = 0.25;

/** Of the run that was begun last; it outlives the run, for the next glyph is held against it. */
interface Measures {
  width: number;
  readonly size: number;
}

interface OpenRun extends Pick<TextPosition, 'font' | 'size' | 'rise' | 'x' | 'y'> {
  readonly mark: RunMark;
  text: string;
}

/**
 * Puts the glyphs of a page together to runs, as the other reader does, so that nobody can tell from a run who read it:
 * glyphs belong together while nothing but small gaps is between them, a middling gap or a space character counts as a
 * space, and marks, fonts, lines and wide gaps begin a new run.
 */
export class RunBuilder {
  readonly runs: TextRun[] = [];
  readonly #page: number;
  readonly #pageHeight: number;
  #open: OpenRun | null = null;
  #last: Measures = { width: 0, size: 0 };
  /** Where the last visible glyph ended; no number ahead of the first. */
  #reachedX = Number.NaN;
  #reachedY = Number.NaN;
  /** The last two characters, older first; a space between two glyphs counts once, and none begins a run. */
  #older = ' ';
  #newer = ' ';

  constructor(page: number, pageHeight: number) {
    this.#page = page;
    this.#pageHeight = pageHeight;
  }

  /** Glyphs shown in one go; numbers move the pen back, in thousandths of an em. */
  show(shown: readonly (ShownGlyph | number)[], position: TextPosition, mark: RunMark): void {
    const { size, letterSpacing } = position;
    let { x } = position;
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * size;
        continue;
      }
      const width = (glyph.width / 1000) * size;
      if (startsWithSpace(glyph.text)) {
        this.#remember(' ');
      } else {
        this.#place(glyph.text, x, width, position, mark);
      }
      x += width + letterSpacing;
    }
  }

  /** Ends the run that is open: something came between that no run goes across. */
  flush(): void {
    const run = this.#open;
    this.#open = null;
    if (run === null || run.text === ' ') return;
    const { font, size } = run;
    this.runs.push({
      page: this.#page,
      index: this.runs.length,
      text: run.text,
      box: {
        x: roundPoints(run.x),
        y: roundPoints(this.#pageHeight - run.y - run.rise - font.ascent * size),
        width: roundPoints(Math.abs(this.#last.width)),
        height: roundPoints((font.ascent - font.descent) * size),
      },
      baseline: roundPoints(this.#pageHeight - run.y - run.rise),
      fontSize: roundPoints(size),
      angle: 0,
      font: font.id,
      fact: run.mark.fact,
      contentId: run.mark.contentId,
      artifact: run.mark.artifact,
    });
  }

  #place(text: string, x: number, width: number, { font, size, rise, y }: TextPosition, mark: RunMark): void {
    const height = y + rise;
    this.#compare(x, height);
    if (this.#open === null) {
      this.#open = { font, size, rise, x, y, mark, text: '' };
      this.#last = { width: 0, size };
    }
    this.#last.width += width;
    if (width !== 0) {
      this.#reachedX = x + width;
      this.#reachedY = height;
    }
    this.#open.text += this.#remember(text) ? ` ${text}` : text;
  }

  /** Decides by the way from the last glyph to the next whether a space is between, or a run ends. */
  #compare(x: number, y: number): void {
    if (Number.isNaN(this.#reachedX) || (this.#reachedX === x && this.#reachedY === y)) return;
    const across = x - this.#reachedX;
    const up = Math.abs(y - this.#reachedY);
    const { size } = this.#last;
    const sign = Math.sign(this.#last.width);
    for (const gap of this.#isSpaceDue() ? GAPS_WITH_SPACE : GAPS) {
      demand(Math.abs(across - gap * size) > TIE * size, 'a gap that may be a space or none');
    }
    if (across < sign * BACK * size || up > size) {
      this.#forget();
      this.flush();
      return;
    }
    if (across <= sign * NARROW_GAP * size) this.#forget();
    if (across <= sign * SPACE * size) {
      if (this.#isSpaceDue()) {
        this.#forget();
        this.flush();
      } else {
        this.#last.width += across;
      }
    } else if (across <= sign * WIDE_GAP * size) {
      if (this.#open !== null) {
        this.#forget();
        this.#open.text += ' ';
        this.#last.width += across;
      } else {
        this.#forget();
      }
    } else {
      this.flush();
      this.#forget();
    }
    if (up > SHIFT * size) this.flush();
  }

  /** Notes a character; whether a space was between it and the one before. */
  #remember(character: string): boolean {
    const isSpaceBetween = this.#older !== ' ' && this.#newer === ' ';
    this.#older = this.#newer;
    this.#newer = character;
    return isSpaceBetween;
  }

  #isSpaceDue(): boolean {
    return this.#older !== ' ' && this.#newer === ' ';
  }

  #forget(): void {
    this.#older = ' ';
    this.#newer = ' ';
  }
}

function startsWithSpace(text: string): boolean {
  const first = text.charCodeAt(0);
  // Of what is printed nearly all is a letter or a digit, which needs no expression.
  return first > 0x20 && first < 0x80 ? false : /^\s/.test(text);
}
