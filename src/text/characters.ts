/** A code point as Unicode writes it: `U+00E6`. */
export function toCodePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A character as a message names it: `"你" (U+4F60)`, or its code point alone where it shows nothing or does harm. */
export function toCharacterName(codePoint: number): string {
  const name = toCodePointName(codePoint);
  const isShown = codePoint !== 0x20 && !isInvisible(codePoint) && !isRefused(codePoint) && !isMark(codePoint);
  return isShown ? `"${String.fromCodePoint(codePoint)}" (${name})` : name;
}

/** U+00AD soft hyphen, U+200B zero width space, U+2060 word joiner: they steer line breaking and print nothing. */
export function isInvisible(codePoint: number): boolean {
  return codePoint === 0xad || codePoint === 0x200b || codePoint === 0x2060;
}

/**
 * A combining mark (general category M). The engine's own Unicode data decides; versions of it differ only in
 * characters that are new to Unicode, which no font has that could be loaded here.
 */
export function isMark(codePoint: number): boolean {
  // Nothing below U+0300 is a mark, and nearly all text is below.
  return codePoint >= 0x300 && /^\p{M}$/u.test(String.fromCodePoint(codePoint));
}

/** Letters of right-to-left scripts, which would need the bidirectional algorithm (UAX #9), and its controls. */
export function isRightToLeft(codePoint: number): boolean {
  return (
    (codePoint >= 0x590 && codePoint <= 0x8ff) ||
    (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefe) ||
    (codePoint >= 0x10800 && codePoint <= 0x10fff) ||
    (codePoint >= 0x1e800 && codePoint <= 0x1efff)
  );
}

/**
 * Characters that carry no ink and change how their neighbours read or look: C0 and C1 controls, unpaired surrogates,
 * joiners, direction marks and overrides, variation selectors, tags, byte order mark, noncharacters. Fonts often map
 * them to blank glyphs, so having a glyph is no reason to let them onto a page.
 */
export function isRefused(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    codePoint === 0x34f ||
    codePoint === 0x61c ||
    (codePoint >= 0x115f && codePoint <= 0x1160) ||
    (codePoint >= 0x17b4 && codePoint <= 0x17b5) ||
    (codePoint >= 0x180b && codePoint <= 0x180f) ||
    (codePoint >= 0x200c && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2061 && codePoint <= 0x206f) ||
    codePoint === 0x3164 ||
    (codePoint >= 0xd800 && codePoint <= 0xdfff) ||
    (codePoint >= 0xfdd0 && codePoint <= 0xfdef) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    codePoint === 0xffa0 ||
    (codePoint >= 0xfff0 && codePoint <= 0xfffb) ||
    (codePoint & 0xfffe) === 0xfffe ||
    (codePoint >= 0x1bca0 && codePoint <= 0x1bca3) ||
    (codePoint >= 0x1d173 && codePoint <= 0x1d17a) ||
    codePoint >= 0xe0000
  );
}

/** Latin letters and what all scripts share (digits, punctuation, signs), marks and the fraction slash excepted. */
export function isPlain(codePoint: number): boolean {
  if (isInvisible(codePoint) || codePoint === FRACTION_SLASH) return false;
  return codePoint < 0x2b0 || (!isOtherScript(codePoint) && !isMark(codePoint));
}

/** It turns the digits around it into a fraction. */
const FRACTION_SLASH = 0x2044;

/** Whether a character belongs to a script other than Latin. */
export function isOtherScript(codePoint: number): boolean {
  if (codePoint < 0x2b0) return false;
  return !/^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]$/u.test(String.fromCodePoint(codePoint));
}
