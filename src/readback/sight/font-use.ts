import type { Painted } from './painted.ts';

/** A font as pdf.js used it: which codes were shown, as what text and how wide. */
export interface UsedFont {
  /** pdf.js's name for it, which runs of text have too. */
  readonly font: string;
  /** As the font's descriptor has it. */
  readonly name: string;
  readonly glyphs: ReadonlyMap<number, UsedGlyph>;
}

interface UsedGlyph {
  readonly text: string;
  /** In thousandths of an em. */
  readonly width: number;
}

/** Gathers over all pages which characters of which fonts are shown. */
export class FontUse {
  readonly #fonts = new Map<string, { readonly name: string; readonly glyphs: Map<number, UsedGlyph> }>();

  /** `nameOf` tells the name of a font that runs have only a key of. */
  add(painted: readonly Painted[], nameOf: (font: string) => string): void {
    for (const item of painted) {
      if (item.kind !== 'text') continue;
      const { glyphs } = this.#find(item.font, nameOf);
      for (const { code, text, width } of item.glyphs) if (!glyphs.has(code)) glyphs.set(code, { text, width });
    }
  }

  list(): readonly UsedFont[] {
    return [...this.#fonts].map(([font, use]) => ({ font, ...use }));
  }

  #find(font: string, nameOf: (font: string) => string) {
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const use = { name: nameOf(font), glyphs: new Map<number, UsedGlyph>() };
    this.#fonts.set(font, use);
    return use;
  }
}
