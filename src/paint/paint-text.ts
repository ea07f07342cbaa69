import type { TextDrawable } from '../layout/index.ts';
import type { GlyphRun } from '../text/index.ts';
import type { DocumentFonts, PaintFont } from './fonts.ts';
import type { PageOperators } from './operators.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Adjustments of the pen are written to a hundredth of a thousandth of an em: 0.0001 pt at 10 pt. */
const ADJUSTMENT_STEPS = 100;

/** One run of glyphs at its place. Letter spacing is a parameter of the text state; kerning stands between the glyphs. */
export function paintText(operators: PageOperators, fonts: DocumentFonts, drawable: TextDrawable): void {
  const { run } = drawable;
  if (run.glyphs.length === 0) return;
  const font = fonts.use(run.font.face);
  operators.setFill(drawable.color);
  operators.setOpacity({ fill: drawable.color.alpha, stroke: drawable.color.alpha });
  operators.set('Tf', `/${font.resourceName} ${pdfNumber(run.font.size)}`);
  operators.set('Tc', pdfNumber(run.font.letterSpacing));
  operators.add(`BT ${operators.point(drawable.x, drawable.y)} Td ${showGlyphs(font, run)} ET`);
}

/**
 * The glyphs with what each advance differs from the font's own. PDF moves the pen by `(width − adjustment) × size / 1000
 * + Tc` (ISO 32000-1 §9.4.4). The difference is taken between where the pen should be and where the printed numbers have
 * brought it, so that their rounding does not add up along the run.
 */
function showGlyphs(font: PaintFont, run: GlyphRun): string {
  const thousandthsPerPoint = 1000 / run.font.size;
  const letterSpacing = Number(pdfNumber(run.font.letterSpacing)) * thousandthsPerPoint;
  const last = run.glyphs.length - 1;
  let shown = '';
  let codes = '';
  let wanted = 0;
  let reached = 0;
  run.glyphs.forEach((glyph, index) => {
    const nominal = run.nominalAdvances[index] ?? 0;
    codes += font.encode(glyph, run.codePoints[index] ?? [], nominal);
    wanted += (run.advances[index] ?? 0) * thousandthsPerPoint;
    reached += font.toThousandths(nominal) + letterSpacing;
    const steps = Math.round((reached - wanted) * ADJUSTMENT_STEPS);
    if (steps === 0 || index === last) return;
    const adjustment = steps / ADJUSTMENT_STEPS;
    shown += `<${codes}>${adjustment}`;
    codes = '';
    reached -= adjustment;
  });
  return shown === '' ? `<${codes}> Tj` : `[${shown}<${codes}>] TJ`;
}
