import type { EmbeddedCharacter } from './embedded-character.ts';
import { hexCode } from './pdf-syntax.ts';

/** A range must not leave the codes that share their first byte, and its list must not grow without end. */
const CODES_PER_RANGE = 256;

/** The CMap that says what text each character code stands for (ISO 32000-1 §9.10.3); the first character has code 1. */
export function toUnicodeMap(characters: readonly EmbeddedCharacter[]): string {
  const texts = characters.map(({ codePoints }) => `<${toUtf16(codePoints)}>`);
  const ranges: string[] = [];
  for (let first = 1; first <= texts.length; ) {
    const last = Math.min(texts.length, Math.floor(first / CODES_PER_RANGE) * CODES_PER_RANGE + CODES_PER_RANGE - 1);
    ranges.push(`<${hexCode(first)}> <${hexCode(last)}> [${texts.slice(first - 1, last).join(' ')}]`);
    first = last + 1;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function toUtf16(codePoints: readonly number[]): string {
  const text = String.fromCodePoint(...codePoints);
  let hex = '';
  for (let i = 0; i < text.length; i += 1) hex += hexCode(text.charCodeAt(i));
  return hex;
}
