import type { TextDrawable } from '../layout/index.ts';
import type { GlyphRun } from '../text/index.ts';
import type { FontSubset } from './font-subsets.ts';
import type { DocumentFonts } from './fonts.ts';
import type { PageOperators } from './operators.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Adjustments of the pen are written to a hundredth of a thousandth of an em: 0.0001 pt at 10 pt. */
const ADJUSTMENT_STEPS = 100;

/** One run of glyphs at its place. Letter spacing is a parameter of the text state; kerning stands between the glyphs. */
export function paintText(operators: PageOperators, fonts: DocumentFonts, drawable: TextDrawable): void {
  const { run } = drawable;
  if (run.glyphs.length === 0) return;
  const { resourceName, subset } = fonts.use(run.font.face);
  operators.setFill(drawable.color);
  operators.setOpacity({ fill: drawable.color.alpha, stroke: drawable.color.alpha });
  operators.set('Tf', `/${resourceName} ${pdfNumber(run.font.size)}`);
  operators.set('Tc', pdfNumber(run.font.letterSpacing));
  const shown = subset.shown.get(run) ?? showGlyphs(subset, run);
  subset.shown.set(run, shown);
  operators.add(`BT ${operators.point(drawable.x, drawable.y)} Td ${shown} ET`);
}

/**
 * The operators that show the glyphs, each where the run wants it. PDF moves the pen by `(width − adjustment) × size / 1000
 * + Tc` (ISO 32000-1 §9.4.4), so an adjustment stands wherever the run's advances differ from the font's own. It is taken
 * between where the pen should be and where the printed numbers have brought it, so that their rounding does not add up.
 */
function showGlyphs(subset: FontSubset, run: GlyphRun): string {
  const thousandthsPerPoint = 1000 / run.font.size;
  const letterSpacing = Number(pdfNumber(run.font.letterSpacing)) * thousandthsPerPoint;
  const line = new ShownLine();
  let wanted = 0;
  let reached = 0;
  for (let index = 0; index < run.glyphs.length; index++) {
    const glyph = run.glyphs[index] ?? 0;
    const offset = run.offsets?.[index];
    const nominal = run.nominalAdvances[index] ?? 0;
    const steps = Math.round((reached - wanted - (offset?.x ?? 0) * thousandthsPerPoint) * ADJUSTMENT_STEPS);
    line.raise(offset?.y ?? 0);
    if (steps !== 0) line.adjust(steps / ADJUSTMENT_STEPS);
    line.show(subset.encode(glyph, run.codePoints[index] ?? []));
    wanted += (run.advances[index] ?? 0) * thousandthsPerPoint;
    reached += nominal * subset.scale + letterSpacing - steps / ADJUSTMENT_STEPS;
  }
  return line.finish();
}

/** Character codes gathered into as few strings and operators as they need. */
class ShownLine {
  #operators = '';
  /** The elements of the array that TJ will show. */
  #elements = '';
  #codes = '';
  #rise = 0;

  show(code: string): void {
    this.#codes += code;
  }

  /** Moves the pen back by thousandths of an em. */
  adjust(thousandths: number): void {
    this.#closeString();
    this.#elements += thousandths;
  }

  /** Shows what follows so many points above the baseline: combining marks that have no composed form. */
  raise(rise: number): void {
    if (rise === this.#rise) return;
    this.#closeArray();
    this.#operators += `${pdfNumber(rise)} Ts `;
    this.#rise = rise;
  }

  finish(): string {
    this.raise(0);
    this.#closeArray();
    return this.#operators.trimEnd();
  }

  #closeString(): void {
    if (this.#codes !== '') this.#elements += `<${this.#codes}>`;
    this.#codes = '';
  }

  #closeArray(): void {
    this.#closeString();
    if (this.#elements !== '') this.#operators += `[${this.#elements}] TJ `;
    this.#elements = '';
  }
}
