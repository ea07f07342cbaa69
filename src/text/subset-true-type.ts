import { buildFontFile } from './build-font-file.ts';
import { toView } from './table-directory.ts';
import { copyBytes, type TrueTypeTables } from './true-type-tables.ts';

/** What PDF asks of an embedded TrueType program and what does not change with its glyphs (ISO 32000-1 §9.9). */
const COPIED_TABLES = ['cvt ', 'fpgm', 'prep'] as const;

/** Flags of a component of a composite glyph (OpenType, "glyf"). */
const ARGUMENTS_ARE_WORDS = 0x1;
const HAS_SCALE = 0x8;
const HAS_MORE = 0x20;
const HAS_TWO_SCALES = 0x40;
const HAS_MATRIX = 0x80;

/** Offsets in the short format count pairs of bytes in 16 bits. */
const LARGEST_SHORT_OFFSET = 0xffff * 2;

/**
 * Cuts a font program out of a TrueType file: the missing glyph, `glyphs` in their order, and the components that
 * composite ones among them are made of. Outlines are copied, not decoded, so that a page's subset costs microseconds.
 * `FontDefect` for outlines that the file does not hold.
 */
export function subsetTrueType(source: TrueTypeTables, glyphs: readonly number[]): Uint8Array {
  const outlines: Uint8Array[] = [];
  const ids = [0, ...glyphs];
  const newIds = new Map<number, number>();
  ids.forEach((id, index) => {
    if (!newIds.has(id)) newIds.set(id, index);
  });
  const toNewId = (id: number): number => {
    const known = newIds.get(id);
    if (known !== undefined) return known;
    newIds.set(id, ids.length);
    return ids.push(id) - 1;
  };
  // Components join the list while it is being walked.
  for (let at = 0; at < ids.length; at++) outlines.push(renumberComponents(source.outlineOf(ids[at] ?? 0), toNewId));

  const { glyf, loca, isLong } = joinOutlines(outlines);
  const head = source.copyOf('head');
  toView(head).setUint16(50, isLong ? 1 : 0);
  const hhea = source.copyOf('hhea');
  toView(hhea).setUint16(34, ids.length);
  const maxp = source.copyOf('maxp');
  toView(maxp).setUint16(4, ids.length);
  const hmtx = new Uint8Array(ids.length * 4);
  ids.forEach((id, index) => {
    hmtx.set(source.metricsOf(id), index * 4);
  });
  const copied = COPIED_TABLES.flatMap((tag) => (source.has(tag) ? [[tag, source.copyOf(tag)] as const] : []));
  return buildFontFile(
    new Map([
      ...copied,
      ['glyf', glyf],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', maxp],
    ]),
  );
}

/** An outline with the components of a composite glyph named by their new ids; a simple one as it is. */
function renumberComponents(outline: Uint8Array, toNewId: (id: number) => number): Uint8Array {
  if (outline.length < 10 || toView(outline).getInt16(0) >= 0) return outline;
  const renumbered = copyBytes(outline);
  const view = toView(renumbered);
  for (let at = 10, flags = HAS_MORE; (flags & HAS_MORE) !== 0; at += componentLength(flags)) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, toNewId(view.getUint16(at + 2)));
  }
  return renumbered;
}

function componentLength(flags: number): number {
  const scale = (flags & HAS_SCALE) !== 0 ? 2 : (flags & HAS_TWO_SCALES) !== 0 ? 4 : (flags & HAS_MATRIX) !== 0 ? 8 : 0;
  return 4 + ((flags & ARGUMENTS_ARE_WORDS) !== 0 ? 4 : 2) + scale;
}

/** Outlines one after the other, each at an even offset, and where each begins. */
function joinOutlines(outlines: readonly Uint8Array[]) {
  const offsets = [0];
  let end = 0;
  for (const outline of outlines) {
    end += outline.length + (outline.length & 1);
    offsets.push(end);
  }
  const glyf = new Uint8Array(end);
  outlines.forEach((outline, index) => {
    glyf.set(outline, offsets[index] ?? 0);
  });
  const isLong = end > LARGEST_SHORT_OFFSET;
  const loca = new Uint8Array(offsets.length * (isLong ? 4 : 2));
  const view = toView(loca);
  offsets.forEach((offset, index) => {
    if (isLong) view.setUint32(index * 4, offset);
    else view.setUint16(index * 2, offset / 2);
  });
  return { glyf, loca, isLong };
}
