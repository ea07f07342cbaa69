import { inflateSync } from 'node:zlib';

/** Reads back the content streams of files that paint wrote; knows their plain form and no other. */

/** The operators of each page, in order. */
export function contentStreams(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf).toString('latin1');
  return [...file.matchAll(/\/Type\/Page\/.*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const object = new RegExp(`\\n${id} 0 obj\\n<<.*?/Length (\\d+)>>\\nstream\\n`).exec(file);
    if (object === null) throw new Error(`no stream ${id}`);
    const start = object.index + object[0].length;
    return inflateSync(Buffer.from(file.slice(start, start + Number(object[1])), 'latin1')).toString('latin1');
  });
}

/** One run of glyphs as its operators show it. */
export interface ShownRun {
  readonly x: number;
  readonly y: number;
  /** Character codes with the pen's place before each, in points from `x`. */
  readonly codes: readonly { readonly code: string; readonly x: number; readonly rise: number }[];
}

/** Moves the pen as ISO 32000-1 §9.4.4 says. `widthOf` gives a code's width in thousandths of an em. */
export function readRuns(stream: string, widthOf: (code: string) => number): ShownRun[] {
  let size = 0;
  let spacing = 0;
  return stream.split('\n').flatMap((line) => {
    size = Number(/^\/F\d+ (\S+) Tf$/.exec(line)?.[1] ?? size);
    spacing = Number(/^(\S+) Tc$/.exec(line)?.[1] ?? spacing);
    const shown = /^BT (\S+) (\S+) Td (.*) ET$/.exec(line);
    if (shown === null) return [];
    return [{ x: Number(shown[1]), y: Number(shown[2]), codes: readCodes(shown[3] ?? '', { size, spacing, widthOf }) }];
  });
}

function readCodes(
  operators: string,
  state: { readonly size: number; readonly spacing: number; readonly widthOf: (code: string) => number },
): { code: string; x: number; rise: number }[] {
  const codes: { code: string; x: number; rise: number }[] = [];
  let x = 0;
  let rise = 0;
  for (const [token] of operators.matchAll(/<[0-9A-F]+>|-?[\d.]+ Ts|-?[\d.]+/g)) {
    if (token.endsWith('Ts')) {
      rise = Number.parseFloat(token);
    } else if (token.startsWith('<')) {
      for (const code of token.match(/[0-9A-F]{4}/g) ?? []) {
        codes.push({ code, x, rise });
        x += (state.widthOf(code) * state.size) / 1000 + state.spacing;
      }
    } else {
      x -= (Number(token) * state.size) / 1000;
    }
  }
  return codes;
}

/** Painting operators that stand outside every marked-content sequence; empty is what a test wants. */
export function findUnmarked(stream: string): string[] {
  let depth = 0;
  const unmarked: string[] = [];
  for (const token of stream.match(/<[0-9A-F]+>|[^\s[\]<>]+/g) ?? []) {
    if (token === 'BDC' || token === 'BMC') depth += 1;
    if (token === 'EMC') depth -= 1;
    if (depth < 0) unmarked.push('EMC');
    if (depth === 0 && /^(f|f\*|S|s|B|B\*|b|b\*|Tj|TJ|Do|sh)$/.test(token)) unmarked.push(token);
  }
  if (depth !== 0) unmarked.push('end of page');
  return unmarked;
}
