import { textFaults } from './faults.ts';
import type { Face } from './glyph-run.ts';

/**
 * For each family name, in order, its face nearest to the weight and style asked for: CSS Fonts 4 §5.2, style before
 * weight. No weight or slant is ever synthesised. Names compare without regard to ASCII case. FONT_UNKNOWN for a
 * family that is not loaded, generic names such as `sans-serif` included: which font that would be, nobody could say.
 */
export function matchFaces(
  faces: readonly Face[],
  families: readonly string[],
  weight: number,
  style: Face['style'],
): readonly Face[] {
  return families.map((family) => {
    const name = toLowerAscii(family);
    const candidates = faces.filter((face) => toLowerAscii(face.family) === name);
    const best = toNearest(candidates, weight, style);
    if (best === undefined) {
      const available = [...new Set(faces.map((face) => face.family))].join(', ');
      throw textFaults.FONT_UNKNOWN({ message: `Unexpected font family "${family}", expected one of: ${available}` });
    }
    return best;
  });
}

function toLowerAscii(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function toNearest(faces: readonly Face[], weight: number, style: Face['style']): Face | undefined {
  const ofStyle = faces.filter((face) => face.style === style);
  const pool = ofStyle.length > 0 ? ofStyle : faces;
  return pool.toSorted((a, b) => toDistance(a.weight, weight) - toDistance(b.weight, weight))[0];
}

/** Smaller is nearer. The two thousands put one direction behind the other, however near. */
function toDistance(weight: number, wanted: number): number {
  const above = weight - wanted;
  if (above === 0) return 0;
  if (wanted >= 400 && wanted <= 500) {
    if (above > 0 && weight <= 500) return above;
    return above < 0 ? 1000 - above : 2000 + above;
  }
  if (wanted < 400) return above < 0 ? -above : 1000 + above;
  return above > 0 ? above : 1000 - above;
}
