import type { Opacity } from './operators.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** The opacities that one document uses, as resources that `gs` can name. Nothing but opacity needs one. */
export class GraphicsStates {
  readonly #names = new Map<string, string>();

  use(opacity: Opacity): string {
    const entries = `/ca ${pdfNumber(opacity.fill)}/CA ${pdfNumber(opacity.stroke)}`;
    const known = this.#names.get(entries);
    if (known !== undefined) return known;
    const name = `G${this.#names.size + 1}`;
    this.#names.set(entries, name);
    return name;
  }

  /** Entries of a resource dictionary's ExtGState. */
  resourceEntries(): string {
    return [...this.#names].map(([entries, name]) => `/${name}<<${entries}>>`).join('');
  }
}
