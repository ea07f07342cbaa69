import { isInvisible, isMark } from './characters.ts';

/** A character with the combining marks after it, as code points. */
export type Cluster = readonly number[];

/** The cluster that begins at `index`. */
export function readCluster(text: string, index: number): Cluster {
  const cluster = [text.codePointAt(index) ?? 0];
  for (let i = index + toLength(cluster[0]); i < text.length; i += toLength(cluster.at(-1))) {
    const next = text.codePointAt(i) ?? 0;
    if (!isMark(next)) break;
    cluster.push(next);
  }
  return cluster;
}

/** UTF-16 units of a cluster. */
export function toClusterLength(cluster: Cluster): number {
  return cluster.reduce((length, codePoint) => length + toLength(codePoint), 0);
}

/**
 * The cluster in the code points that a font can print: marks composed onto their base where the font has the letter
 * (å for a and ring), letters taken apart where it has only base and mark, as HarfBuzz does; empty for characters that
 * print nothing. Null where the font cannot print it in either way.
 */
export function composeCluster(cluster: Cluster, hasGlyph: (codePoint: number) => boolean): Cluster | null {
  const [only, mark] = cluster;
  if (only !== undefined && mark === undefined) {
    if (isInvisible(only)) return [];
    if (hasGlyph(only)) return cluster;
  }
  const [base = 0, ...marks] = toCodePoints(String.fromCodePoint(...cluster).normalize('NFD'));
  const composed = [base];
  for (const next of marks) {
    const letter = composed.length === 1 ? toCodePoints(String.fromCodePoint(...composed, next).normalize('NFC')) : [];
    if (letter.length === 1 && letter.every(hasGlyph)) composed.splice(0, 1, ...letter);
    else composed.push(next);
  }
  return composed.every(hasGlyph) ? composed : null;
}

/** A text with each of its clusters composed for a font; the first cluster that the font cannot print, where there is one. */
export function composeText(text: string, hasGlyph: (codePoint: number) => boolean): string | Cluster {
  let composedText = '';
  for (let index = 0; index < text.length; ) {
    const cluster = readCluster(text, index);
    const composed = composeCluster(cluster, hasGlyph);
    if (composed === null) return cluster;
    composedText += String.fromCodePoint(...composed);
    index += toClusterLength(cluster);
  }
  return composedText;
}

/** The code points of a text; an unpaired surrogate stands for itself. */
export function toCodePoints(text: string): readonly number[] {
  const codePoints: number[] = [];
  for (let i = 0; i < text.length; i += toLength(codePoints.at(-1))) codePoints.push(text.codePointAt(i) ?? 0);
  return codePoints;
}

function toLength(codePoint: number | undefined): number {
  return codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
}
