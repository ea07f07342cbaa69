import { createHash } from 'node:crypto';
import { RecentMap } from '../../base/index.ts';
import { GlyphOutlines } from './glyph-outlines.ts';

/** Documents of one maker come with the same few programs; each is some kilobytes. */
const REMEMBERED = 32;

/** The outlines of font programs, remembered by all of their bytes: what equal bytes draw is equal. */
export class FontPrograms {
  readonly #known = new RecentMap<GlyphOutlines>(REMEMBERED);

  find(program: Uint8Array): GlyphOutlines {
    const key = createHash('sha256').update(program).digest('hex');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A copy, for the program may be a part of a whole file that nobody wants to keep.
    const outlines = new GlyphOutlines(program.slice());
    this.#known.set(key, outlines);
    return outlines;
  }
}
