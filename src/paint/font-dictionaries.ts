import { createHash } from 'node:crypto';
import type { FontFile } from '../text/index.ts';
import type { EmbeddedCharacter } from './embedded-character.ts';
import { pdfName, pdfNumber } from './pdf-syntax.ts';

/** Flags of a font descriptor (ISO 32000-1 Table 123). */
const FIXED_PITCH = 1 << 0;
const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const SCRIPT = 1 << 3;
const ITALIC = 1 << 6;

/** Widths are written to a millionth of a thousandth: they add up along a line. */
const WIDTH_STEPS = 1e6;

const TAG_LETTERS = 6;
const CAPITAL_A = 0x41;

/** The name of a subset: six letters that follow from what it holds, and the font's own name. */
export function nameSubset(font: FontFile, key: string): string {
  const digest = createHash('sha256').update(`${font.postscriptName} ${key}`).digest();
  const tag = Array.from(digest.subarray(0, TAG_LETTERS), (byte) => String.fromCharCode(CAPITAL_A + (byte % 26)));
  return `${tag.join('')}+${font.postscriptName.replaceAll(' ', '_')}`;
}

/** A font descriptor's entries (ISO 32000-1 §9.8), the program's aside. */
export function toDescriptorEntries(font: FontFile, name: string): string {
  const toUnits = (fontUnits: number): string => pdfNumber((fontUnits * 1000) / font.unitsPerEm);
  const { minX, minY, maxX, maxY } = font.bounds;
  return (
    `/Type/FontDescriptor/FontName${pdfName(name)}/Flags ${toFlags(font)}` +
    `/FontBBox[${[minX, minY, maxX, maxY].map(toUnits).join(' ')}]/ItalicAngle ${pdfNumber(font.italicAngle)}` +
    `/Ascent ${toUnits(font.ascent)}/Descent ${toUnits(font.descent)}` +
    `/CapHeight ${toUnits(font.capHeight)}/XHeight ${toUnits(font.xHeight)}/StemV 0`
  );
}

/** The widths of the codes from 1 on, in thousandths of an em (§9.7.4.3). */
export function toWidths({ unitsPerEm }: FontFile, characters: readonly EmbeddedCharacter[]): string {
  const widths = characters.map(({ nominalAdvance }) =>
    String(Math.round((nominalAdvance * 1000 * WIDTH_STEPS) / unitsPerEm) / WIDTH_STEPS),
  );
  return `[1[${widths.join(' ')}]]`;
}

function toFlags({ isFixedPitch, isItalic, familyClass }: FontFile): number {
  const isSerif = familyClass >= 1 && familyClass <= 7;
  const isScript = familyClass === 10;
  return (
    SYMBOLIC |
    (isFixedPitch ? FIXED_PITCH : 0) |
    (isSerif ? SERIF : 0) |
    (isScript ? SCRIPT : 0) |
    (isItalic ? ITALIC : 0)
  );
}
