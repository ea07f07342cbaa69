import type { FontTable } from './font-tables.ts';

/** What a font may put in the place of glyphs, wherever and for whatever language it does so. */
export interface Substitutions {
  /** By glyph: others that may stand for it alone, pieces that it may be taken apart into among them. */
  readonly single: ReadonlyMap<number, readonly number[]>;
  /** By the first glyph: sequences that may become one. */
  readonly ligatures: ReadonlyMap<number, readonly Ligature[]>;
}

export interface Ligature {
  readonly rest: readonly number[];
  readonly glyph: number;
}

/** Reads every lookup of a font's substitution table (OpenType, "GSUB"); contexts say when, which is not asked here. */
export function readSubstitutions(gsub: FontTable | undefined): Substitutions {
  const single = new Map<number, number[]>();
  const ligatures = new Map<number, Ligature[]>();
  const add = <T>(map: Map<number, T[]>, glyph: number, ...items: T[]) => {
    const known = map.get(glyph);
    if (known === undefined) map.set(glyph, items);
    else known.push(...items);
  };
  if (gsub === undefined) return { single, ligatures };

  const readSubtable = (type: number, at: number): void => {
    const format = gsub.uint16(at);
    if (type === EXTENSION) {
      readSubtable(gsub.uint16(at + 2), at + gsub.uint32(at + 4));
      return;
    }
    if (type < 1 || type > 4) return;
    readCoverage(gsub, at + gsub.uint16(at + 2)).forEach((glyph, index) => {
      if (type === 1) {
        add(single, glyph, format === 1 ? (glyph + gsub.int16(at + 4)) & 0xffff : gsub.uint16(at + 6 + 2 * index));
        return;
      }
      const own = at + gsub.uint16(at + 6 + 2 * index);
      const count = gsub.uint16(own);
      if (type !== 4) {
        add(single, glyph, ...Array.from({ length: count }, (_, i) => gsub.uint16(own + 2 + 2 * i)));
        return;
      }
      for (let i = 0; i < count; i += 1) {
        const ligature = own + gsub.uint16(own + 2 + 2 * i);
        const parts = gsub.uint16(ligature + 2) - 1;
        const rest = Array.from({ length: parts }, (_, part) => gsub.uint16(ligature + 4 + 2 * part));
        add(ligatures, glyph, { rest, glyph: gsub.uint16(ligature) });
      }
    });
  };

  const list = gsub.uint16(8);
  for (let i = 0; i < gsub.uint16(list); i += 1) {
    const lookup = list + gsub.uint16(list + 2 + 2 * i);
    for (let j = 0; j < gsub.uint16(lookup + 4); j += 1) {
      readSubtable(gsub.uint16(lookup), lookup + gsub.uint16(lookup + 6 + 2 * j));
    }
  }
  return { single, ligatures };
}

const EXTENSION = 7;

/** Glyphs in the order of their index in a coverage table. */
function readCoverage(table: FontTable, at: number): number[] {
  const count = table.uint16(at + 2);
  if (table.uint16(at) === 1) return Array.from({ length: count }, (_, i) => table.uint16(at + 4 + 2 * i));
  const glyphs: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const range = at + 4 + 6 * i;
    for (let glyph = table.uint16(range); glyph <= table.uint16(range + 2); glyph += 1) glyphs.push(glyph);
  }
  return glyphs;
}
