import type { Size } from '../base/index.ts';
import type { Drawing } from '../drawing/index.ts';
import type { FontBook } from '../text/index.ts';

/** Everything from outside that layout needs. Same document, same context, same pages. */
export interface LayoutContext {
  readonly fontBook: Pick<FontBook, 'match' | 'itemize' | 'shape' | 'measure'>;
  /** The intrinsic size in points of the image with this name, or null if there is none. */
  readonly imageSize: (name: string) => Size | null;
  /** The drawing with this name, where it is one and not an image. */
  readonly drawing?: (name: string) => Drawing | null;
  /** Whether the print of this fact must stay on one line: amounts, references, dates. */
  readonly isWhole: (fact: string) => boolean;
}
