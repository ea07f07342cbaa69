import { discover, type Rule } from '../rule.ts';
import { toFaceName } from './glyph-forged.ts';

export const fontUntrusted: Rule = {
  id: 'font-untrusted',
  channel: 'visual',
  severity: 'error',
  why: 'What a font shows can be vouched for only where the font is known, so a document of ours is set in fonts of the package or of its template; only strict validation looks.',
  passes: ['glyph 1 = drawn as 1'],
  fails: ['font-name XXXXXX+Unheard-Of'],
  find: ({ read, prints, context }) => {
    const { faces } = context;
    // Whoever gives no fonts to compare with does not ask; and of a stranger's document no font is known.
    if (prints.length === 0 || faces === undefined) return [];
    return (read.fonts ?? []).flatMap((font) => {
      const at = read.pages.flatMap((page) => page.runs).find((run) => run.font === font.font) ?? null;
      const face = faces(toFaceName(font.name));
      if (face !== null && font.fault === null) return [];
      const found = font.fault === null ? `font ${font.name}` : `font ${font.name} (${font.fault})`;
      const expected = 'a font of the package or of the template';
      // A template may bring fonts whose outlines are of the other kind, which nothing here compares.
      const severity = face?.outlines === 'CFF' ? ('warning' as const) : ('error' as const);
      return [{ ...discover({ found, expected, at, saying: { found, expected } }), severity }];
    });
  },
};
