import { createHash, type Hash } from 'node:crypto';
import type { Painted, PaintedArea } from '../sight/painted.ts';
import { boundsOfText } from '../sight/painted-text.ts';
import type { Bounds } from '../sight/shape.ts';

/** What of a page may be a barcode. */
export interface SymbolCandidates {
  /** Around all of it, in the page's own space. */
  readonly bounds: Bounds;
  /** Same for what looks the same at the same place; null where that cannot be told. */
  readonly fingerprint: string | null;
}

/** A path of fewer pieces draws no barcode; the shortest codes have some twenty bars. */
const LEAST_PIECES = 8;

/** Fewer separate strokes and boxes of this size are rules and grounds. */
const LEAST_PATHS = 16;
const LARGEST_PIECE = 60;

/** Characters that squares can be put together from. */
const BLOCKS = /[\u2580-\u259f\u25a0-\u25ff]/;

/** What has to be known of the page beside what it paints. */
export interface PictureSource {
  /** The visible page. */
  readonly view: Bounds;
  /** Bytes that decide how a picture looks; null where they are not at hand. */
  looksOf(picture: string): Uint8Array | Uint8ClampedArray | null;
}

/** Everything that might be read as a barcode: pictures, paths of many pieces, many small paths, block characters. */
export function findCandidates(painted: readonly Painted[], page: PictureSource): SymbolCandidates | null {
  const areas = painted.flatMap((item) => (item.kind === 'area' ? [item] : []));
  const small = areas.filter((area) => area.what === 'path' && isSmall(area.shape.bounds));
  const found = [
    ...areas.filter(({ what, shape }) => what !== 'path' || shape.polygons.length >= LEAST_PIECES),
    ...(small.length >= LEAST_PATHS ? small : []),
  ];
  const blocks = painted.flatMap((item) =>
    item.kind === 'text' && BLOCKS.test(item.text) ? [boundsOfText(item)] : [],
  );
  if (found.length === 0 && blocks.length === 0) return null;
  const hash = createHash('sha256');
  const known = found.every((area) => addArea(hash, area, page)) && blocks.length === 0;
  const bounds = [...found.map((area) => area.shape.bounds), ...blocks];
  return { bounds: unite(bounds, page.view), fingerprint: known ? hash.digest('hex') : null };
}

function isSmall({ left, right, bottom, top }: Bounds): boolean {
  return right - left <= LARGEST_PIECE && top - bottom <= LARGEST_PIECE;
}

/** Tells a hash all that decides how an area looks; false where that is not at hand. */
function addArea(
  hash: Hash,
  { what, shape, color, opacity, picture, clips, masked }: PaintedArea,
  page: PictureSource,
): boolean {
  if (what === 'shading' || masked) return false;
  hash.update(JSON.stringify([what, shape.polygons, color, opacity, clips.map((clip) => clip.polygons)]));
  if (what === 'path') return true;
  const looks = picture === null ? null : page.looksOf(picture);
  if (looks === null) return false;
  hash.update(looks);
  return true;
}

/** Within the page, whatever is drawn beyond it. */
function unite(all: readonly Bounds[], { left, right, bottom, top }: Bounds): Bounds {
  const within = { left: right, right: left, bottom: top, top: bottom };
  for (const bounds of all) {
    within.left = Math.min(within.left, Math.max(bounds.left, left));
    within.right = Math.max(within.right, Math.min(bounds.right, right));
    within.bottom = Math.min(within.bottom, Math.max(bounds.bottom, bottom));
    within.top = Math.max(within.top, Math.min(bounds.top, top));
  }
  return within;
}
