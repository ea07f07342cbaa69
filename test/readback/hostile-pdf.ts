import { deflateSync } from 'node:zlib';
import { stream, writePdf } from './make-pdf.ts';

const FONT = '<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';

/** A file of one page, its content and whatever else is put into it. */
export function onePage(
  content: Buffer,
  resources = FONT,
  more: readonly (string | Buffer)[] = [],
): Uint8Array<ArrayBuffer> {
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources ${resources} >>`,
    content,
    ...more,
  ]);
}

/** Each form draws the next one `fan` times: `fan` to the power of `depth` drawings from a tiny file. */
export function nestedForms(depth: number, fan: number): Uint8Array<ArrayBuffer> {
  const draw = '/X Do '.repeat(fan);
  const forms = Array.from({ length: depth }, (_, i) => {
    const leaf = i === depth - 1;
    return stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources ${leaf ? FONT : `<< /XObject << /X ${i + 6} 0 R >> >>`}`,
      leaf ? 'BT /F 10 Tf 10 10 Td (x) Tj ET' : draw,
    );
  });
  return onePage(stream('', draw), '<< /XObject << /X 5 0 R >> >>', forms);
}

/** A small file whose one stream is `megabytes` long once it has been inflated twice. */
export function flateBomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const inflated = Buffer.alloc(megabytes * 1024 * 1024, 0x20);
  const deflated = deflateSync(deflateSync(inflated, { level: 9 }), { level: 9 });
  return onePage(stream('/Filter [/FlateDecode /FlateDecode]', deflated));
}

/** A file with one empty page, and what its catalog says besides. */
export function emptyPage(catalog: string, kids = '3 0 R', count = 1): Uint8Array<ArrayBuffer> {
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ]);
}
