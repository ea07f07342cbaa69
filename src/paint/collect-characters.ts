import type { Page } from '../layout/index.ts';
import type { Face, GlyphRun } from '../text/index.ts';
import { compareCharacters, type EmbeddedCharacter, isSameText } from './embedded-character.ts';
import { paintFaults } from './faults.ts';
import { hexCode } from './pdf-syntax.ts';

/** A face that a document prints in, with all that it prints. */
export interface UsedFace {
  readonly face: Face;
  /** Each once, in the order of their codes. */
  readonly characters: readonly EmbeddedCharacter[];
}

/** The faces of a document in the order of their first use. Throws PAINT_NOT_DRAWABLE for a missing glyph. */
export function collectCharacters(pages: readonly Page[]): readonly UsedFace[] {
  const faces = new Map<string, { readonly face: Face; readonly byGlyph: Map<number, EmbeddedCharacter[]> }>();
  for (const page of pages) {
    for (const drawable of page.drawables) {
      if (drawable.kind !== 'text' || drawable.run.glyphs.length === 0) continue;
      const { face } = drawable.run.font;
      const used = faces.get(face.id) ?? { face, byGlyph: new Map<number, EmbeddedCharacter[]>() };
      faces.set(face.id, used);
      collectRun(drawable.run, used.byGlyph);
    }
  }
  return Array.from(faces.values(), ({ face, byGlyph }) => ({
    face,
    characters: [...byGlyph.values()].flat().sort(compareCharacters),
  }));
}

/** A glyph that stands for two texts, as that of the space for U+0020 and U+00A0, is two characters. */
function collectRun(
  { font, glyphs, codePoints, nominalAdvances }: GlyphRun,
  byGlyph: Map<number, EmbeddedCharacter[]>,
) {
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i] ?? 0;
    const text = codePoints[i] ?? [];
    const known = byGlyph.get(glyph);
    if (known !== undefined && holds(known, text)) continue;
    if (glyph === 0) throw refuseMissingGlyph(text, font.face);
    const character = { glyph, codePoints: text, nominalAdvance: nominalAdvances[i] ?? 0 };
    if (known === undefined) byGlyph.set(glyph, [character]);
    else known.push(character);
  }
}

function holds(characters: readonly EmbeddedCharacter[], text: readonly number[]): boolean {
  for (const { codePoints } of characters) if (isSameText(codePoints, text)) return true;
  return false;
}

function refuseMissingGlyph(codePoints: readonly number[], face: Face): Error {
  const names = codePoints.map((codePoint) => `U+${hexCode(codePoint)}`).join(' ');
  return paintFaults.PAINT_NOT_DRAWABLE({
    message: `Unexpected missing glyph for ${names} in ${face.id}, expected layout to have refused it`,
  });
}
