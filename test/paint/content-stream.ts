import { inflateSync } from 'node:zlib';

/** Reads back the files that paint wrote; knows their plain form and no other. */

/** The operators of each page, in order. */
export function contentStreams(pdf: Uint8Array): string[] {
  const objects = readObjects(pdf);
  return [...objects.values()].flatMap((body) => {
    const contents = /^<<\/Type\/Page\/.*\/Contents (\d+) 0 R/.exec(body);
    if (contents === null) return [];
    const stream = objects.get(Number(contents[1]));
    if (stream === undefined) throw new Error(`no object ${contents[1]}`);
    return [stream];
  });
}

/** Every object by its number: dictionaries as written, deflated streams as what they hold. */
export function readObjects(pdf: Uint8Array): Map<number, string> {
  const file = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, string>();
  for (const { 0: header, 1: id, 2: entries = '', index } of file.matchAll(/^(\d+) 0 obj\n<<(.*)>>\nstream\n/gm)) {
    const start = index + header.length;
    const stored = Buffer.from(file.slice(start, start + Number(/\/Length (\d+)/.exec(entries)?.[1])), 'latin1');
    const content = entries.includes('/FlateDecode')
      ? inflateSync(stored).toString('latin1')
      : stored.toString('latin1');
    if (entries.includes('/Type/ObjStm')) unpack(content, Number(/\/First (\d+)/.exec(entries)?.[1]), objects);
    else objects.set(Number(id), content);
  }
  return objects;
}

function unpack(content: string, first: number, objects: Map<number, string>): void {
  const index = content.slice(0, first).trim().split(' ').map(Number);
  for (let i = 0; i < index.length; i += 2) {
    const start = first + (index[i + 1] ?? 0);
    const next = index[i + 3];
    objects.set(index[i] ?? 0, content.slice(start, next === undefined ? undefined : first + next).trim());
  }
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
