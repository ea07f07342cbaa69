const MAX_QUOTED_LENGTH = 40;

/**
 * An untrusted text for a message: short, in quotation marks, in plain ASCII, because what else it holds may be
 * invisible or turn the message around. Only for texts that are never personal.
 */
export function quoteText(text: string): string {
  const short = text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text;
  return JSON.stringify(short).replace(/[^ -~…]/gu, toEscape);
}

function toEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
