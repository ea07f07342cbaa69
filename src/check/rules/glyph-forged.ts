import type { ReadFont, ReadGlyph } from '../../readback/index.ts';
import type { Evidence } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const glyphForged: Rule = {
  id: 'glyph-forged',
  channel: 'visual',
  severity: 'error',
  why: 'A font that travels in the file may show a 9 for what is read as a 1, so its glyphs are held against those of the font it is named after; only strict validation looks.',
  passes: ['glyph 1 = drawn as 1'],
  fails: ['glyph 1 = drawn as 9'],
  find: (evidence) => (evidence.read.fonts ?? []).flatMap((font) => findForged(font, evidence)),
};

function findForged(font: ReadFont, evidence: Evidence): Discovery[] {
  const face = evidence.context.faces?.(toFaceName(font.name)) ?? null;
  if (face === null || font.fault !== null) return [];
  return font.glyphs
    .filter((glyph) => glyph.missing || !keepsWidth(glyph) || !face.mayDraw(glyph.text, glyph.drawing))
    .flatMap((glyph) => tell(font, glyph, evidence));
}

/** Once for every fact in which the glyph stands; once for all where it stands in none. */
function tell(font: ReadFont, glyph: ReadGlyph, { read }: Evidence): Discovery[] {
  const runs = read.pages
    .flatMap((page) => page.runs)
    .filter((run) => run.font === font.font && run.text.includes(glyph.text));
  const facts = runs.filter(
    (run, index) => run.fact !== null && runs.findIndex(({ fact }) => fact === run.fact) === index,
  );
  const places = facts.length > 0 ? facts : [runs[0] ?? null];
  return places.map((at) => {
    const expected = `the "${glyph.text}" of ${toFaceName(font.name)}`;
    const found = describe(glyph);
    const where = at === null ? font.name : (at.fact ?? `"${at.text}"`);
    return discover({ field: at?.fact ?? null, found, expected, at, saying: { found, where, expected } });
  });
}

function describe(glyph: ReadGlyph): string {
  if (glyph.missing) return `an empty box for "${glyph.text}"`;
  return keepsWidth(glyph) ? `another shape for "${glyph.text}"` : `another width for "${glyph.text}"`;
}

/** In thousandths of an em: widths are written rounded. */
const ROUNDING = 1;

function keepsWidth({ width, ownWidth }: ReadGlyph): boolean {
  return Math.abs(width - ownWidth) <= ROUNDING;
}

/** Without the tag of a subset (ISO 32000-1 §9.6.4). */
export function toFaceName(name: string): string {
  return name.replace(/^[A-Z]{6}\+/, '');
}
