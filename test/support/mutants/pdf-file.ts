import { inflateSync } from 'node:zlib';

/**
 * A file of paint's, taken apart into its objects so that they can be forged and written again: plainly, without
 * compression, with a cross-reference table. Knows the form that paint writes and no other.
 */
export interface PdfFile {
  /** By object number: what stands between `obj` and `endobj`, streams inflated. */
  readonly objects: Map<number, PdfObject>;
  readonly root: number;
  readonly info: number;
  readonly id: string;
}

/** One object; a stream is inflated. */
export interface PdfObject {
  /** Dictionary or other value, without `/Length` and `/Filter` where there is a stream. */
  value: string;
  /** One character a byte. */
  stream: string | null;
}

/** Takes a file apart. */
export function openPdf(pdf: Uint8Array): PdfFile {
  const file = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, PdfObject>();
  let trailer = '';
  let at = file.indexOf(' 0 obj\n') - 1;
  for (;;) {
    const header = /(\d+) 0 obj\n/y;
    while (/\d/.test(file[at - 1] ?? '')) at -= 1;
    header.lastIndex = at;
    const match = header.exec(file);
    if (match === null) break;
    const start = header.lastIndex;
    const streamAt = file.indexOf('\nstream\n', start);
    const endAt = file.indexOf('\nendobj', start);
    let end = endAt;
    if (streamAt >= 0 && streamAt < endAt) {
      const value = file.slice(start, streamAt);
      const length = Number(/\/Length (\d+)/.exec(value)?.[1]);
      const stored = Buffer.from(file.slice(streamAt + 8, streamAt + 8 + length), 'latin1');
      const stream = (value.includes('/FlateDecode') ? inflateSync(stored) : stored).toString('latin1');
      const bare = value.replace(/\/Length \d+/, '').replace(/\/Filter ?\/FlateDecode/, '');
      end = file.indexOf('endobj', streamAt + 8 + length) - 1;
      if (value.includes('/ObjStm')) unpack(stream, Number(/\/First (\d+)/.exec(value)?.[1]), objects);
      else if (/\/Type ?\/XRef/.test(value)) trailer = value;
      else objects.set(Number(match[1]), { value: bare, stream });
    } else {
      objects.set(Number(match[1]), { value: file.slice(start, end), stream: null });
    }
    const next = file.indexOf(' 0 obj\n', end);
    if (next < 0) break;
    at = next - 1;
  }
  return {
    objects,
    root: Number(/\/Root (\d+)/.exec(trailer)?.[1]),
    info: Number(/\/Info (\d+)/.exec(trailer)?.[1]),
    id: /\/ID ?\[[^\]]*\]/.exec(trailer)?.[0] ?? '',
  };
}

function unpack(content: string, first: number, objects: Map<number, PdfObject>): void {
  const index = content.slice(0, first).trim().split(/\s+/).map(Number);
  for (let i = 0; i < index.length; i += 2) {
    const start = first + (index[i + 1] ?? 0);
    const next = index[i + 3];
    const value = content.slice(start, next === undefined ? undefined : first + next).trim();
    objects.set(index[i] ?? 0, { value, stream: null });
  }
}

/** Writes the objects as a whole file. */
export function writePdf({ objects, root, info, id }: PdfFile): Uint8Array {
  const parts = ['%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'];
  const offsets = new Map<number, number>();
  let offset = parts[0]?.length ?? 0;
  for (const [number, { value, stream }] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, offset);
    const dictionary = stream === null ? value : value.replace(/>>\s*$/, `/Length ${stream.length}>>`);
    const body = stream === null ? dictionary : `${dictionary}\nstream\n${stream}\nendstream`;
    const part = `${number} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    offset += part.length;
  }
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const place = offsets.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    `xref\n0 ${size}\n${rows.join('')}`,
    `trailer\n<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R${id}>>\nstartxref\n${offset}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

/** A copy whose objects can be changed without changing the first. */
export function copyPdf(file: PdfFile): PdfFile {
  return { ...file, objects: new Map([...file.objects].map(([number, object]) => [number, { ...object }])) };
}

/** The one object that has this in its value; the first where several have. */
export function findObject(file: PdfFile, pattern: RegExp | string): PdfObject {
  for (const object of file.objects.values()) {
    if (typeof pattern === 'string' ? object.value.includes(pattern) : pattern.test(object.value)) return object;
  }
  throw new Error(`no object has ${String(pattern)}`);
}

/** Adds an object and gives its number. */
export function addObject(file: PdfFile, value: string, stream: string | null = null): number {
  const number = Math.max(...file.objects.keys()) + 1;
  file.objects.set(number, { value, stream });
  return number;
}

/** The page dictionaries in order, each with its content stream. */
export function listPages(file: PdfFile): { readonly page: PdfObject; readonly content: PdfObject }[] {
  const tree = findObject(file, /\/Type ?\/Pages\b/);
  const kids = [...(/\/Kids ?\[([^\]]*)\]/.exec(tree.value)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) =>
    Number(id),
  );
  return kids.map((id) => {
    const page = getObject(file, id);
    return { page, content: getObject(file, Number(/\/Contents (\d+) 0 R/.exec(page.value)?.[1])) };
  });
}

export function getObject(file: PdfFile, number: number): PdfObject {
  const object = file.objects.get(number);
  if (object === undefined) throw new Error(`no object ${number}`);
  return object;
}
