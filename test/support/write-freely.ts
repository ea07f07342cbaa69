import type { PdfFile } from './mutants/pdf-file.ts';

/** What to write otherwise than a right file is written. */
export interface Freedom {
  /** Whole objects, `12 0 obj … endobj`, ahead of all others. */
  readonly first?: readonly string[];
  /** Whole objects behind all others. */
  readonly last?: readonly string[];
  /** What an object is written as instead. */
  readonly rewrite?: (number: number, written: string) => string;
  /** What comes behind the objects, of their places by number. */
  readonly end?: (places: ReadonlyMap<number, number>, at: number) => string;
}

/** Writes a file of objects that readers understand differently; without any freedom, as `writePdf` does. */
export function writeFreely(file: PdfFile, freedom: Freedom = {}): Buffer {
  const { first = [], last = [], rewrite = (_, written) => written, end = writeTable(file) } = freedom;
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const places = new Map<number, number>();
  const own = [...file.objects].map(([number, { value, stream }]) => rewrite(number, toObject(number, value, stream)));
  for (const object of [...first, ...own, ...last]) {
    places.set(Number.parseInt(object, 10), text.length);
    text += object;
  }
  return Buffer.from(text + end(places, text.length), 'latin1');
}

/** An object as it stands in a file. */
export function toObject(number: number, value: string, stream: string | null): string {
  if (stream === null) return `${number} 0 obj\n${value}\nendobj\n`;
  const dictionary = value.replace(/>>\s*$/, `/Length ${stream.length}>>`);
  return `${number} 0 obj\n${dictionary}\nstream\n${stream}\nendstream\nendobj\n`;
}

/** The usual end: a table, a trailer, and `between` where the table is said to begin and the end of the file. */
export function writeTable(file: PdfFile, between = '\n'): (places: ReadonlyMap<number, number>, at: number) => string {
  return (places, at) => `${toTable(file, places)}startxref\n${at}${between}%%EOF\n`;
}

export function toTable({ root, info, id }: PdfFile, places: ReadonlyMap<number, number>): string {
  const size = Math.max(...places.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  return `xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R${id}>>\n`;
}

/** An end with a cross-reference stream, in which `packed` objects stand in object streams. */
export function writeCrossReferenceStream(
  { root, info, id }: PdfFile,
  packed: ReadonlyMap<number, readonly [stream: number, index: number]>,
): (places: ReadonlyMap<number, number>, at: number) => string {
  return (places, at) => {
    const own = Math.max(...places.keys(), ...packed.keys()) + 1;
    const rows = Buffer.alloc((own + 1) * 7);
    const enter = (number: number, kind: number, second: number, third: number) => {
      rows.writeUInt8(kind, number * 7);
      rows.writeUInt32BE(second, number * 7 + 1);
      rows.writeUInt16BE(third, number * 7 + 5);
    };
    for (const [number, place] of places) enter(number, 1, place, 0);
    for (const [number, [stream, index]] of packed) enter(number, 2, stream, index);
    enter(own, 1, at, 0);
    const value = `<</Type/XRef/Size ${own + 1}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R${id}>>`;
    return `${toObject(own, value, rows.toString('latin1'))}startxref\n${at}\n%%EOF\n`;
  };
}
