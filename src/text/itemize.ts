import type { Place } from '../base/index.ts';
import { isInvisible, toCharacterName } from './characters.ts';
import { type Cluster, composeCluster, readCluster, toClusterLength } from './clusters.ts';
import { textFaults } from './faults.ts';
import type { Face } from './glyph-run.ts';

/** A stretch of text in one face. */
interface FaceStretch {
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
export function itemize(text: string, faces: readonly Face[], hasGlyph: HasGlyph): Itemization {
  const [first] = faces;
  if (first !== undefined && text !== '' && isPlainIn(first, text, hasGlyph)) {
    return { kind: 'covered', stretches: [{ face: first, text, start: 0 }] };
  }
  const stretches: FaceStretch[] = [];
  let face: Face | undefined;
  let start = 0;
  for (let index = 0; index < text.length; ) {
    const cluster = readCluster(text, index);
    const chosen = chooseFace(cluster, faces, face, hasGlyph);
    if (chosen === undefined) {
      // The character that no face has at all; where each has one, it is the base that has to go with its mark.
      const culprit = Math.max(
        cluster.findIndex((codePoint) => !faces.some((f) => canPrint([codePoint], f, hasGlyph))),
        0,
      );
      const codePoint = cluster[culprit] ?? 0;
      return { kind: 'missing', index: index + toClusterLength(cluster.slice(0, culprit)), codePoint, faces };
    }
    if (face !== undefined && chosen !== face) {
      stretches.push({ face, text: text.slice(start, index), start });
      start = index;
    }
    face = chosen;
    index += toClusterLength(cluster);
  }
  if (face !== undefined) stretches.push({ face, text: text.slice(start), start });
  return { kind: 'covered', stretches };
}

/** U+0020 to U+024F, where every character stands for itself: no marks, joiners or right-to-left letters among them. */
const LAST_PLAIN = 0x24f;
const SOFT_HYPHEN = 0xad;

/** Whether a text has only such characters and the face has each; nearly every text of a document is of this kind. */
function isPlainIn(face: Face, text: string, hasGlyph: HasGlyph): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > LAST_PLAIN || code === SOFT_HYPHEN || !hasGlyph(face, code)) return false;
  }
  return true;
}

type HasGlyph = (face: Face, codePoint: number) => boolean;

function chooseFace(
  cluster: Cluster,
  faces: readonly Face[],
  current: Face | undefined,
  hasGlyph: HasGlyph,
): Face | undefined {
  // What has no glyph of its own, such as a soft hyphen, goes with its neighbours.
  if (cluster.every(isInvisible)) return current ?? faces[0];
  return faces.find((face) => canPrint(cluster, face, hasGlyph));
}

function canPrint(cluster: Cluster, face: Face, hasGlyph: HasGlyph): boolean {
  return composeCluster(cluster, (codePoint) => hasGlyph(face, codePoint)) !== null;
}

/** The fault for a missing glyph; `where` names the fact or element, as the reader of the message knows it. */
export function toMissingGlyphFault(missing: MissingGlyph, where: string, place?: Place | undefined): Error {
  const { codePoint, faces } = missing;
  const known = faces.map((face) => face.id).join(' or ');
  const message = `Unexpected character ${toCharacterName(codePoint)} in ${where}, expected one that ${known} has`;
  return textFaults.GLYPH_MISSING({ message, place });
}
