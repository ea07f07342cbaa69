import type { Place } from '../../base/index.ts';
import { Positions } from '../positions.ts';
import type { HtmlSource } from './html-source.ts';
import { type RawAttribute, readPlaceMark } from './read-attributes.ts';
import { PLACE_ATTRIBUTE } from './subset-html.ts';

/**
 * Tells where things stand. Tags that the template step has marked stand in the template; what stands unmarked inside
 * them was written by a helper on their behalf and stands where they do; everything else stands in the HTML itself.
 */
export class SourcePlaces {
  readonly #source: HtmlSource;
  readonly #positions: Positions;
  readonly #marks: Map<string, Place>;

  constructor(text: string, source: HtmlSource) {
    this.#source = source;
    this.#positions = new Positions(source.file, text);
    this.#marks = marksOf(source.files ?? []);
  }

  /** The place of something without a mark of its own, inside an element at `owner`. */
  placeAt(offset: number, owner: Place | undefined): Place {
    return owner !== undefined && this.#isMarked(owner) ? owner : this.#positions.placeAt(offset);
  }

  /** The place of a start tag. */
  placeOfTag(offset: number, attributes: readonly RawAttribute[], owner: Place | undefined): Place {
    const mark = attributes.find((attribute) => attribute.name === PLACE_ATTRIBUTE);
    if (mark === undefined) return this.placeAt(offset, owner);
    // Every document of a template has the same marks, and lines of a loop come from one tag.
    const known = this.#marks.get(mark.value);
    if (known !== undefined) return known;
    const place = readPlaceMark(mark.value, this.#source.files ?? [], () => this.#positions.placeAt(mark.offset));
    this.#marks.set(mark.value, place);
    return place;
  }

  #isMarked(place: Place): boolean {
    return this.#source.files?.includes(place.file) ?? false;
  }
}

/** The marks that have been read, by the template's list of files. A template has as many as it has tags. */
function marksOf(files: readonly string[]): Map<string, Place> {
  const known = MARKS.get(files) ?? new Map<string, Place>();
  MARKS.set(files, known);
  return known;
}

const MARKS = new WeakMap<readonly string[], Map<string, Place>>();
