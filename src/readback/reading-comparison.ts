import type { PageContent } from './page-content.ts';
import type { ProfileReading } from './profile/open-by-profile.ts';
import type { ReadMetadata, TextRun } from './read-document.ts';
import type { Painted } from './sight/painted.ts';
import { boundsOfGlyph } from './sight/painted-text.ts';
import type { Bounds } from './sight/shape.ts';

/** How far two readers may be apart, in points: pdf.js reckons paths in single precision. */
const TOLERANCE = 0.01;

/** So many are told; the first is enough. */
const MOST_TOLD = 8;

/**
 * Holds what the small reader has of a file against what pdf.js has: metadata, and of each page every run of text and
 * everything that is painted. Of the structure tree there is one reading only.
 */
export class ReadingComparison {
  readonly #own: ProfileReading;
  readonly #told: string[] = [];
  #pages = 0;
  #isOutside = false;
  /** Each reader has names of its own for fonts, which must go together one by one. */
  readonly #fonts = new Map<string, string>();
  readonly #others = new Map<string, string>();

  constructor(own: ProfileReading, metadata: ReadMetadata) {
    this.#own = own;
    this.#compare('metadata', toPlain(own.metadata), toPlain(metadata));
  }

  add(other: PageContent): void {
    this.#pages += 1;
    const own = other.number > this.#own.pageCount || this.#isOutside ? null : this.#own.readPage(other.number);
    if (own === null) {
      this.#isOutside ||= other.number <= this.#own.pageCount;
      return;
    }
    const where = `page ${other.number}`;
    this.#compare(where, toPageFacts(own), toPageFacts(other));
    this.#compare(`runs of ${where}`, own.runs.length, other.runs.length);
    for (const [index, run] of own.runs.entries()) {
      this.#compareRuns(`${where}, run ${index}`, run, other.runs[index]);
    }
    this.#compare(`things painted on ${where}`, own.painted.length, other.painted.length);
    for (const [index, painted] of own.painted.entries()) {
      this.#comparePainted(`${where}, painted ${index}`, painted, other.painted[index]);
    }
  }

  /** What differs, for people; null where the file is not of the small reader's profile after all. */
  finish(): readonly string[] | null {
    this.#compare('pages', this.#own.pageCount, this.#pages);
    return this.#isOutside ? null : this.#told;
  }

  #compareRuns(where: string, own: TextRun, other: TextRun | undefined): void {
    if (other === undefined) return;
    const { font, box, baseline, fontSize, ...rest } = own;
    const { font: otherFont, box: otherBox, baseline: otherBaseline, fontSize: otherSize, ...otherRest } = other;
    this.#compare(where, rest, otherRest);
    this.#pair(where, font, otherFont);
    this.#compareNumbers(
      `place of ${where}`,
      [box.x, box.y, box.width, box.height, baseline, fontSize],
      [otherBox.x, otherBox.y, otherBox.width, otherBox.height, otherBaseline, otherSize],
    );
  }

  #comparePainted(where: string, own: Painted, other: Painted | undefined): void {
    if (other === undefined) return;
    if (own.kind === 'text' && other.kind === 'text') {
      const of = ({ text, fact, glyphs, inks, mirrored, upright }: typeof own) => ({
        ...{ text, fact, inks, mirrored, upright },
        codes: glyphs.map(({ code, text: meaning, width }) => [code, meaning, width]),
      });
      this.#compare(where, of(own), of(other));
      this.#pair(where, own.font, other.font);
      const bounds = (shown: typeof own) => [
        shown.size,
        ...shown.glyphs.flatMap((_, index) => toNumbers(boundsOfGlyph(shown, index))),
      ];
      this.#compareNumbers(`place of ${where}`, bounds(own), bounds(other));
    } else if (own.kind === 'area' && other.kind === 'area') {
      const of = ({ what, color, opacity, shape, masked, layered, annotation }: typeof own) => ({
        ...{ what, color, opacity, masked, layered, annotation },
        polygons: shape.polygons.map((polygon) => polygon.length),
      });
      this.#compare(where, of(own), of(other));
      const corners = ({ shape }: typeof own) => [...toNumbers(shape.bounds), ...shape.polygons.flat()];
      this.#compareNumbers(`place of ${where}`, corners(own), corners(other));
    } else {
      this.#tell(where, own.kind, other.kind);
    }
  }

  #pair(where: string, font: string, other: string): void {
    const [known, knownOther] = [this.#fonts.get(font) ?? other, this.#others.get(other) ?? font];
    this.#fonts.set(font, known);
    this.#others.set(other, knownOther);
    if (known !== other || knownOther !== font) this.#tell(where, font, other);
  }

  #compare(where: string, own: unknown, other: unknown): void {
    const [one, two] = [JSON.stringify(own), JSON.stringify(other)];
    if (one !== two) this.#tell(where, one, two);
  }

  #compareNumbers(where: string, own: readonly number[], other: readonly number[]): void {
    const isSame =
      own.length === other.length && own.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= TOLERANCE);
    if (!isSame) this.#tell(where, own.slice(0, 8).join(' '), other.slice(0, 8).join(' '));
  }

  #tell(where: string, own: string, other: string): void {
    if (this.#told.length < MOST_TOLD) this.#told.push(`${where}: ${shorten(own)} and ${shorten(other)}`);
  }
}

function toPlain({ info, xmp, attachments, ...rest }: ReadMetadata): unknown {
  return {
    ...rest,
    info: Object.entries(info).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    xmp: Object.entries(xmp).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    attachments: attachments.map(({ name }) => name),
  };
}

function toPageFacts({ object, width, height, rotation, annotations, links, view }: PageContent): unknown {
  return { object, width, height, rotation, annotations, links, view };
}

function toNumbers({ left, right, bottom, top }: Bounds): number[] {
  return [left, right, bottom, top];
}

const LONGEST = 300;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
