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
  readonly #marks = new Map<string, Place>();

  constructor(text: string, source: HtmlSource) {
    this.#source = source;
    this.#positions = new Positions(source.file, text);
  }

  /** The place of something without a mark of its own, inside an element at `owner`. */
  placeAt(offset: number, owner: Place | undefined): Place {
    return owner !== undefined && this.#isMarked(owner) ? owner : this.#positions.placeAt(offset);
  }

  /** The place of a start tag. */
  placeOfTag(offset: number, attributes: readonly RawAttribute[], owner: Place | undefined): Place {
    const mark = attributes.find((attribute) => attribute.name === PLACE_ATTRIBUTE);
    if (mark === undefined) return this.placeAt(offset, owner);
    // Lines of a loop come from one tag of the template, so most marks are seen many times.
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
