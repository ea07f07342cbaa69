import type { Place } from '../base/index.ts';
import { isInvisible, isMark, isRightToLeft, toCodePointName } from './characters.ts';
import { textFaults } from './faults.ts';
import type { Face } from './glyph-run.ts';

/** A stretch of text in one face. */
export interface FaceStretch {
  readonly face: Face;
  readonly text: string;
  /** Index of the first character in the text that was itemized. */
  readonly start: number;
}

/** A character that no face of the list can print. */
export interface MissingGlyph {
  readonly kind: 'missing';
  /** Index into the text that was itemized. */
  readonly index: number;
  readonly codePoint: number;
  readonly faces: readonly Face[];
}

/** The text divided by face, or the first character that has none. */
export type Itemization = { readonly kind: 'covered'; readonly stretches: readonly FaceStretch[] } | MissingGlyph;

/**
 * Chooses a face for every character: the first in the list that has it (CSS Fonts 4 §5.3). A combining mark stays
 * with its base, so a face must have both. Control characters, unpaired surrogates, joiners, variation selectors,
 * direction marks and right-to-left letters count as missing: a page that silently drops or misorders them would lie.
 */
export function itemize(
  text: string,
  faces: readonly Face[],
  hasGlyph: (face: Face, codePoint: number) => boolean,
): Itemization {
  const stretches: FaceStretch[] = [];
  let face: Face | undefined;
  let start = 0;
  for (let index = 0; index < text.length; ) {
    const cluster = readCluster(text, index);
    const chosen = chooseFace(cluster, faces, face, hasGlyph);
    if (chosen === undefined) {
      const codePoint = cluster.find((c) => !faces.some((f) => canPrint(f, c, hasGlyph))) ?? cluster[0] ?? 0;
      return { kind: 'missing', index, codePoint, faces };
    }
    if (face !== undefined && chosen !== face) {
      stretches.push({ face, text: text.slice(start, index), start });
      start = index;
    }
    face = chosen;
    for (const codePoint of cluster) index += codePoint > 0xffff ? 2 : 1;
  }
  if (face !== undefined) stretches.push({ face, text: text.slice(start), start });
  return { kind: 'covered', stretches };
}

/** One base character and the combining marks after it. */
function readCluster(text: string, index: number): readonly number[] {
  const cluster = [text.codePointAt(index) ?? 0];
  for (let i = index + ((cluster[0] ?? 0) > 0xffff ? 2 : 1); i < text.length; ) {
    const next = text.codePointAt(i) ?? 0;
    if (!isMark(next)) break;
    cluster.push(next);
    i += next > 0xffff ? 2 : 1;
  }
  return cluster;
}

function chooseFace(
  cluster: readonly number[],
  faces: readonly Face[],
  current: Face | undefined,
  hasGlyph: (face: Face, codePoint: number) => boolean,
): Face | undefined {
  // What has no glyph of its own, such as a soft hyphen, goes with its neighbours.
  if (cluster.every(isInvisible)) return current ?? faces[0];
  const composed = cluster.length === 1 ? cluster : toCodePoints(String.fromCodePoint(...cluster).normalize('NFC'));
  return faces.find((face) => composed.every((codePoint) => canPrint(face, codePoint, hasGlyph)));
}

function canPrint(face: Face, codePoint: number, hasGlyph: (face: Face, codePoint: number) => boolean): boolean {
  return isInvisible(codePoint) || (!isRightToLeft(codePoint) && hasGlyph(face, codePoint));
}

function toCodePoints(text: string): readonly number[] {
  return Array.from(text, (c) => c.codePointAt(0) ?? 0);
}

/** The fault for a missing glyph; `where` names the fact or element, as the reader of the message knows it. */
export function toMissingGlyphFault(missing: MissingGlyph, where: string, place?: Place | undefined): Error {
  const { codePoint, faces } = missing;
  const isPrintable =
    codePoint > 0x20 && !(codePoint >= 0x7f && codePoint < 0xa0) && !(codePoint >= 0xd800 && codePoint < 0xe000);
  const character = isPrintable
    ? `"${String.fromCodePoint(codePoint)}" (${toCodePointName(codePoint)})`
    : toCodePointName(codePoint);
  return textFaults.GLYPH_MISSING({
    message: `Unexpected character ${character} in ${where}, expected one that ${faces.map((f) => f.id).join(' or ')} has`,
    place,
  });
}
