import { demand } from './outside-profile.ts';

/** All that stands around the ranges of a map of two-byte codes (ISO 32000-1 §9.10.3). */
const MAP =
  /^\/CIDInit \/ProcSet findresource begin\n12 dict begin\nbegincmap\n\/CIDSystemInfo <<\n {2}\/Registry \(Adobe\)\n {2}\/Ordering \(UCS\)\n {2}\/Supplement 0\n>> def\n\/CMapName \/Adobe-Identity-UCS def\n\/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n(\d+) beginbfrange\n([0-9A-F<>[\] \n]*)\nendbfrange\nendcmap\nCMapName currentdict \/CMap defineresource pop\nend\nend$/;

const RANGE = /^<([0-9A-F]{4})> <([0-9A-F]{4})> \[(<[0-9A-F]{4,}>(?: <[0-9A-F]{4,}>)*)\]$/;

/** What each character code stands for, by a ToUnicode map. */
export function readCharacterTexts(map: Uint8Array): ReadonlyMap<number, string> {
  const [, count, ranges = ''] = MAP.exec(Buffer.from(map).toString('latin1')) ?? [];
  const lines = ranges.split('\n');
  demand(Number(count) === lines.length, 'another ToUnicode map');
  const texts = new Map<number, string>();
  for (const line of lines) {
    const [, from = '', to = '', list = ''] = RANGE.exec(line) ?? [];
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    const items = list.split(' ');
    demand(items.length === last - first + 1 && first >> 8 === last >> 8, 'a ToUnicode range of another length');
    items.forEach((item, index) => {
      const code = first + index;
      demand(!texts.has(code), 'a code with two meanings');
      texts.set(code, readText(item.slice(1, -1)));
    });
  }
  return texts;
}

/**
 * Left to the other reader, for they are not read in one way everywhere: marks that stand over the character before them,
 * characters that are not shown, and scripts that are written from right to left.
 */
const CONTESTED =
  /\p{Mn}|\p{Cc}|\p{Cf}|^\s.|.\s|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

function readText(hex: string): string {
  demand(hex.length % 4 === 0, 'half a character');
  let text = '';
  for (let i = 0; i < hex.length; i += 4) text += String.fromCharCode(Number.parseInt(hex.slice(i, i + 4), 16));
  demand(!/\p{Surrogate}/u.test(text) && !CONTESTED.test(text), 'a contested character');
  return text;
}
